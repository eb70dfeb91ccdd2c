import pandas as pd
import pytest

from data_contracts.registry import CONTRACTS
from ens_reports.intake.suggest.fits import KINDS, fit
from ens_reports.intake.suggest.profile import look

FIELDS = {name: field for contract in CONTRACTS.values() for name, field in contract.fields.items()}


def weigh(field: str, *values: str) -> float:
    return fit(look(0, "x", pd.Series(values, dtype="str")), FIELDS[field]).value


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("incident_date", ["03/04/2024"], ["abc"]),
        ("quantity", ["12,5", "3 kg"], ["abc", "def"]),
        ("persons_detected", ["1", "2"], ["1.5", "2.5"]),
        ("latitude", ["-12.3456", "45.1234"], ["120.5123", "130.1234"]),
        ("longitude", ["-122.3456"], ["abc"]),
        ("origin_country", ["Kenya", "PER"], ["Nairobi", "Lima"]),
        ("transit_countries", ["Nairobi, Kenya"], ["abc"]),
        ("outcome", ["Convicted", "acquitté"], ["12", "13"]),
        ("mercury_use", ["yes", "no"], ["12", "13"]),
        ("scientific_name", ["Manis tricuspis"], ["12", "13"]),
        ("incident_id", ["KEN-1", "KEN-2", "KEN-3"], ["a", "a", "a", "a", "a", "a", "b"]),
        ("container_no", ["MSCU1234566"], ["MSCU12"]),
        ("unit", ["kg", "t"], ["Kenya"]),
        ("narrative", ["A long text about what happened there, with many words and details of the day."], ["12", "13"]),
        ("place_name", ["Nairobi"], ["12", "13"]),
    ],
)
def test_values_speak_for_or_against_a_field(field: str, good: list[str], bad: list[str]) -> None:
    assert weigh(field, *good) >= 0
    assert weigh(field, *bad) < 0


@pytest.mark.parametrize(
    ("field", "header", "values", "least", "most"),
    [
        ("latitude", "Resolución", ["123-2021-OSINFOR-DFFFS", "456-2022-OSINFOR-DFFFS"], -1.0, 0.0),
        ("latitude", "x", ["28.1234S, 27.1234E", "1 deg 17 min S"], 0.0, 1.0),
        ("scientific_name", "x", ["carapau 300 kg", "2 t sardinela"], -1.0, -0.9),
        ("crime_area", "Area", ["58.4.1", "48.6"], -1.0, -0.9),
        ("crime_area", "Domaine", ["Faune", "Eau"], 0.0, 1.0),
        ("purpose", "Purpose", ["T", "P"], -1.0, -0.9),
    ],
)
def test_values_that_only_look_like_a_field(field: str, header: str, values: list[str], least: float, most: float) -> None:
    assert least <= fit(look(0, header, pd.Series(values, dtype="str")), FIELDS[field]).value <= most


def test_yes_and_no_alone_are_no_field() -> None:
    """`Explosives: yes` is not mercury."""
    assert fit(look(0, "Explosives", pd.Series(["Yes", "No"])), FIELDS["mercury_use"]).alone < 0.4


@pytest.mark.parametrize(("header", "alone"), [("Gold-bearing material (kg)", 0.55), ("Length (km)", 0.3), ("Rows", 0.3)])
def test_a_weight_or_volume_in_the_header_makes_numbers_an_amount(header: str, alone: float) -> None:
    assert fit(look(0, header, pd.Series(["1.5", "20", "7"])), FIELDS["quantity"]).alone == alone


def test_both_coordinates_in_one_cell() -> None:
    assert fit(look(0, "x", pd.Series(["10.31, 123.88"])), FIELDS["latitude"]).reason == "both coordinates in one cell"


def test_an_empty_column_does_not_tell() -> None:
    assert weigh("incident_date", "", "") == 0.0


def test_every_kind_of_field_is_weighed() -> None:
    assert {field.kind for field in FIELDS.values()} <= set(KINDS)
