import pandas as pd
import pytest
from contract_rows import Checks, Validate

from data_contracts import reference
from data_contracts.checks.computed import iuu_lists

TUSKS = {"scientific_name": "Loxodonta africana", "specimen_term": "TUS", "quantity": "6", "unit": "pcs"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"scientific_name": "Manis gigantea", "incident_date": "2017-01-02"}, "I"),
        ({"scientific_name": "Manis gigantea", "incident_date": "2017-01-01"}, "II"),
        ({"scientific_name": "manis SPP.", "incident_date": "2025"}, "I"),
        ({"scientific_name": "Panthera tigris altaica"}, "I"),
        ({"scientific_name": "Loxodonta africana", "origin_country": "KEN"}, "I"),
        ({"scientific_name": "Loxodonta africana", "origin_country": "NAM"}, "II"),
        ({"scientific_name": "Varanus komodoensis"}, "I"),
        ({"scientific_name": "Varanus salvator"}, "II"),
    ],
)
def test_appendix_is_that_of_the_day_and_the_population(judge: Validate, change: dict[str, str], expected: str) -> None:
    row = judge("wildlife", change).accepted.loc[2]

    assert (expected, True) == (row["cites_appendix"], "cites_appendix" in row["computed"].split(";"))


@pytest.mark.parametrize(
    "change",
    [
        {"scientific_name": "Loxodonta africana"},
        {"scientific_name": "Loxodonta africana", "origin_country": "XXX"},
        {"scientific_name": "Varanus spp."},
        {"scientific_name": "Python molurus"},
        {"scientific_name": "Panthera spp."},
        {"scientific_name": "Manis gigantea", "incident_date": "1994"},
        {"scientific_name": "Psittacus erithacus", "incident_date": "1981"},
        {"scientific_name": "Rattus rattus"},
        {"scientific_name": None, "commodity": "ivory"},
    ],
)
def test_appendix_is_blank_where_the_table_does_not_tell(judge: Validate, change: dict[str, str | None]) -> None:
    """Without an origin, for a genus of which some species stand elsewhere, before the table begins, or for what is not in it."""
    assert judge("wildlife", change).accepted["cites_appendix"].isna().all()


def test_appendix_after_the_next_amendments_is_not_known() -> None:
    last = reference.load("listings")["valid_to"].max()

    assert "2026-03-04" == last


def test_what_the_sender_says_stands_and_a_difference_is_a_warning(checks_of_each: Checks, judge: Validate) -> None:
    rows = [
        {"cites_appendix": "II"},
        {"cites_appendix": "I"},
        {"cites_appendix": "unknown"},
        {"scientific_name": "Rattus rattus", "cites_appendix": "II"},
    ]

    assert [{"cites_appendix_differs"}, set(), set(), set()] == checks_of_each("wildlife", *rows)
    assert ["II", "I", "unknown", "II"] == judge("wildlife", *rows).accepted["cites_appendix"].tolist()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (TUSKS, 3.0),
        ({"scientific_name": "Manis javanica", "specimen_term": "SCA", "quantity": "1", "unit": "t"}, 2773.8),
        ({"scientific_name": "Manis spp.", "specimen_term": "SCA", "quantity": "5", "unit": "kg"}, None),
        ({"scientific_name": "Ara macao", "specimen_term": "LIV", "quantity": "4", "unit": "pcs"}, 4.0),
        ({**TUSKS, "unit": "kg"}, None),
        ({**TUSKS, "whole_equivalents": "5"}, 5.0),
    ],
)
def test_whole_animals_by_a_factor_of_the_taxon_the_part_and_the_unit(
    judge: Validate, change: dict[str, str], expected: float | None
) -> None:
    found = judge("wildlife", change).accepted.loc[2, "whole_equivalents"]

    assert expected == (None if pd.isna(found) else pytest.approx(found))


@pytest.mark.parametrize(
    ("basis", "form", "expected"),
    [("product", "sawn", 18.2), ("roundwood", "sawn", 10.0), ("standing", "log", None), ("product", "charcoal", None)],
)
def test_roundwood_by_the_basis_and_the_form(judge: Validate, basis: str, form: str, expected: float | None) -> None:
    change = {"volume_m3": "10", "volume_basis": basis, "product_form": form}
    found = judge("forestry", change).accepted.loc[2, "roundwood_m3"]

    assert expected == (None if pd.isna(found) else pytest.approx(found))


def test_no_vessel_is_listed_as_long_as_the_table_is_empty_and_what_is_sent_stands(judge: Validate) -> None:
    assert 0 == len(reference.load("iuu_vessels"))
    row = judge("fisheries", {"vessel_imo": "9074729", "vessel_name": "A", "vessel_flag": "KEN", "iuu_list": "ICCAT"}).accepted.loc[2]
    assert ("ICCAT", False) == (row["iuu_list"], "iuu_list" in str(row["computed"]))


def test_vessels_of_the_table_on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        ("9074729", "ICCAT", "2020-01-01", ""),
        ("9074729", "CCAMLR", "2020-01-01", "2021-12-31"),
        ("1234567", "IOTC", "2020-01-01", ""),
    ]
    table = pd.DataFrame(rows, columns=["vessel_imo", "rfmo", "valid_from", "valid_to"])
    monkeypatch.setattr(reference, "load", lambda _name: table)
    days = pd.to_datetime(pd.Series(["2021-06-01", "2023-06-01", "2019-12-31"]))

    found = iuu_lists(pd.DataFrame({"vessel_imo": "9074729", "date_from": days, "date_to": days}))

    assert ["CCAMLR;ICCAT", "ICCAT", None] == [None if pd.isna(cell) else cell for cell in found]


def test_computed_names_what_was_not_sent(judge: Validate) -> None:
    rows = judge("wildlife", {}, {"cites_appendix": "I", "taxon_rank": "species", "place_precision": "country"}).accepted

    assert "taxon_rank;place_precision;cites_appendix" == rows.loc[2, "computed"]
    assert pd.isna(rows.loc[3, "computed"])
