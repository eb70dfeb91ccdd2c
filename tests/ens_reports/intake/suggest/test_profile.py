import numpy as np
import pandas as pd
import pytest

from ens_reports.intake.columns.distinct import Distinct
from ens_reports.intake.suggest.profile import Profile, counts_up, form_of, look


def profile(*values: str, header: str = "x") -> Profile:
    return look(0, header, pd.Series(values, dtype="str"))


@pytest.mark.parametrize(
    ("sign", "values", "near_miss"),
    [
        ("date", ["03/04/2024", "2024-03-04", "4 mars 2024"], ["2024", "3.5"]),
        ("epoch_ms", ["1041379200000"], ["10413792"]),
        ("serial", ["45231"], ["452310"]),
        ("year", ["2024", "1999"], ["3024", "99"]),
        ("month", ["3", "12", "mars"], ["13", "0"]),
        ("number", ["12,5", "1 200", "12 kg"], ["12a", "abc"]),
        ("latitude", ["-12,345", "45.12"], ["95.12", "45"]),
        ("longitude", ["-122.345"], ["-190.25"]),
        ("pair", ["10.3157, 123.8854", "(-3.1, 36.8)"], ["10, 12"]),
        ("hemisphere", ["12°30'S", "S 12.5"], ["Sur"]),
        ("country", ["Kenya", "KEN", "Pérou"], ["Nairobi"]),
        ("species", ["Manis tricuspis", "genidens_barbus", "Panulirus spp."], ["Elephant ivory", "oro"]),
        ("yes_no", ["oui", "No"], ["peut-être"]),
        ("email", ["a.b@example.org"], ["a.b"]),
        ("phone", ["+254 700 123 456", "07 01 02 03 04"], ["12,5", "KEN-0012"]),
        ("papers", ["123.456.789-00"], ["123.456"]),
        ("titled", ["Mr John Example", "Sra. Pérez"], ["Mombasa"]),
        ("company", ["Muster GmbH", "Exemple SARL", "PT Contoh"], ["Lasaka", "Coast"]),
        ("ethnic", ["Kikuyu", "quilombola"], ["police"]),
        ("url", ["https://example.org/x"], ["example"]),
    ],
)
def test_values_show_a_sign(sign: str, values: list[str], near_miss: list[str]) -> None:
    assert profile(*values).shares[sign] == 1.0
    assert profile(*near_miss).shares[sign] == 0.0


def test_words_for_not_recorded_do_not_count() -> None:
    found = profile("12", "N/D", "", " ", "12")
    assert (found.counts, found.filled, found.rows, found.unique) == ({"12": 2}, 2, 5, 0.5)


def test_of_a_long_column_all_distinct_values_count() -> None:
    whole = Distinct(texts=pd.Series(["a", "25/03/2024", ""]), counts=np.array([1, 98, 1]))
    found = look(0, "x", pd.Series(["a"]), distinct=whole)
    assert (found.rows, found.counts, found.shares["date"]) == (100, {"25/03/2024": 98, "a": 1}, 98 / 99)


def test_shares_are_of_cells_not_of_values() -> None:
    assert profile("Kenya", "Kenya", "Kenya", "Nairobi").shares["country"] == 0.75


def test_the_form_of_values_says_nothing_of_them() -> None:
    assert profile("KEN-2024/0017", "TZA-2023/0001").pattern == "AAA-9999/9999"
    assert form_of("a very long text about something else") == "a aaaa aaaa aaaa aaaaa …"


def test_an_empty_column_shows_nothing() -> None:
    assert (profile("", "N/D").shares, profile("").unique, profile("").pattern) == ({}, 0.0, "")


def test_a_column_counts_its_rows() -> None:
    assert counts_up(pd.Series(["1", "2", "3", "4"]))
    assert counts_up(pd.Series(["0", "1", "2", ""]))
    assert not counts_up(pd.Series(["7", "8", "9"]))
    assert not counts_up(pd.Series(["1", "3", "2"]))
    assert not counts_up(pd.Series(["1", "x", "3"]))
    assert not counts_up(pd.Series(["1", "2"]))
