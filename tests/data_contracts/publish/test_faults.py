from datetime import date

import pandas as pd
import pytest

from data_contracts.publish.faults import CELLS, FAULTS
from data_contracts.publish.synth import synth
from data_contracts.registry import INCIDENTS, contract
from data_contracts.validate import validate


def some(name: str = "wildlife") -> pd.DataFrame:
    """A few good records."""
    return synth(name, country="CMR", rows=30, seed=4, years=[2025])


@pytest.mark.parametrize("name", INCIDENTS)
def test_each_fault_of_a_cell_has_a_finding_in_its_row(name: str) -> None:
    wrong = FAULTS["one_of_each"](some(name), name)
    findings = validate(wrong, contract(name), today=date(2026, 2, 1)).findings
    for row, (column, _) in zip(wrong.index, (*CELLS[""], *CELLS[name]), strict=False):
        assert [finding for finding in findings if finding.field == column and row in finding.rows], column


def test_every_fourth_row_has_no_date_and_the_numbers_are_of_another_register() -> None:
    wrong = FAULTS["rows_without_date"](synth("mining", country="PER", rows=12, seed=4, years=[2025]), "mining")
    assert wrong["incident_date"].isna().sum() == 3
    assert wrong["incident_id"].str.startswith("PER-REG2-").all()


def test_two_rows_come_twice() -> None:
    assert FAULTS["rows_sent_twice"](some(), "wildlife").duplicated().sum() == 2


def test_inexact_quantities_are_told_in_words() -> None:
    told = FAULTS["inexact_quantities"](some(), "wildlife")
    assert "quantity_qualifier" not in told
    assert told["quantity"].str.startswith("environ ").any()
    assert {"12,5 kg et 3 pièces", "2 à 3", "plus de 50"} <= set(told["quantity"])


def test_a_busy_office_writes_words_units_and_currencies_of_two_banks() -> None:
    told = FAULTS["as_people_write"](some("forestry"), "forestry")
    assert told["quantity"].iloc[:3].tolist() == ["environ 12", "2 à 3", "plus de 50"]
    assert told["currency"].dropna().unique().tolist() == ["F CFA"]
    assert len(set(told["place_name"].iloc[5:8])) == 1
    assert told["incident_date"].isna().sum() == 1
    assert list(told.columns) == [name for name in contract("forestry").fields if name in told]
