import pandas as pd
import pytest

from ens_reports.intake.suggest.profile import look
from ens_reports.intake.suggest.roles import leftover, role_of

LONG = "A text that is long enough to tell what happened there on that day, and to whom."


def role(header: str, *values: str) -> tuple[str, str | None] | None:
    cells = pd.Series(values, dtype="str")
    found = role_of(look(0, header, cells), cells)
    return (found.what, found.reason) if found else None


@pytest.mark.parametrize(
    ("header", "values", "wanted"),
    [
        ("x", ["", "N/D"], ("ignored", "empty_column")),
        ("Nom du contrevenant", ["X"], ("not_taken", "sensitive_person")),
        ("Contrevenants", ["2", "3"], None),
        ("Age", ["34", "51"], ("not_taken", "sensitive_person")),
        ("col7", ["a@example.org", "b@example.org"], ("not_taken", "sensitive_person")),
        ("col8", ["Mr Example", "Mme Exemple"], ("not_taken", "sensitive_person")),
        ("col9", ["Muster GmbH", "Example Ltd"], ("not_taken", "sensitive_origin_or_company")),
        ("grupo", ["Kikuyu", "Hausa"], ("not_taken", "sensitive_origin_or_company")),
        ("", ["1", "2", "3", "4"], ("ignored", "running_number")),
        ("id", ["17", "4", "99"], None),
        ("Año", ["2023", "2024"], ("year", None)),
        ("Año", ["abc"], None),
        ("Mes", ["3", "12"], ("month", None)),
        ("Link", ["https://example.org"], ("ignored", "not_of_the_record")),
        ("flag7", ["A"] * 12, ("ignored", "same_in_every_row")),
        ("flag7", ["A"] * 3, None),
        ("Espèce", ["Manis tricuspis"], None),
        ("Importer", ["US", "DE", "NA", "CN"], None),
        ("Importer", ["Acme Ltd", "US", "Other Co"], ("not_taken", "sensitive_origin_or_company")),
        ("Importer reported quantity", ["12", "3.5", ""], None),
        ("Importer", ["12345678000195", "98765432000111"], ("not_taken", "sensitive_origin_or_company")),
        ("Tersangka", ["2 orang", "nihil", "5"], None),
        ("Tersangka", ["Budi S.", "5"], ("not_taken", "sensitive_person")),
        ("ФИО нарушителя", ["Иванов"], ("not_taken", "sensitive_person")),
        ("Easting", ["523411", "412090"], ("ignored", "map_grid")),
        ("Y_L93", ["6412345,5", "6312345,0"], ("ignored", "map_grid")),
        ("UTM Este", ["512 345"], ("ignored", "map_grid")),
        ("X", ["36.81", "36.82"], None),
        ("Amount", ["523411", "412090"], None),
    ],
)
def test_what_a_column_is(header: str, values: list[str], wanted: tuple[str, str | None] | None) -> None:
    assert role(header, *values) == wanted


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (["a", "b"], ("ignored", "same_as_other_column")),
        (["John Example", "Mary Sample", "Peter Other", "Ann Person", "Tom Someone"], ("not_taken", "sensitive_person")),
        ([LONG, LONG], ("not_taken", "sensitive_free_text")),
        (["x1", "x2"], ("ignored", "not_understood")),
    ],
)
def test_what_becomes_of_a_column_that_feeds_nothing(values: list[str], wanted: tuple[str, str]) -> None:
    cells = pd.Series(values, dtype="str")
    found = leftover(look(0, "x", cells), cells, [pd.Series(["a", " b"])])
    assert (found.what, found.reason) == wanted
