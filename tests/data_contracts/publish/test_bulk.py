from datetime import date

import pandas as pd
import pyarrow as pa
import pytest

from data_contracts.publish import bulk
from data_contracts.publish.bulk import pieces
from data_contracts.publish.synth import synth
from data_contracts.registry import INCIDENTS, contract
from data_contracts.validate import validate

YEARS = range(2021, 2026)


def made(name: str, rows: int, country: str = "KEN") -> list[pa.Table]:
    return list(pieces(name, country=country, rows=rows, seed=5, years=YEARS))


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "POOL", 40)
    monkeypatch.setattr(bulk, "PIECE", 100)
    monkeypatch.setattr(bulk, "SMALL_PIECE", 30)


@pytest.mark.parametrize("name", ["wildlife", "movements"])
def test_there_are_as_many_rows_as_wanted_in_pieces_of_the_same_columns(name: str) -> None:
    tables = made(name, 250)
    assert sum(len(table) for table in tables) == 250
    assert len(tables) > 2
    assert len({tuple(table.column_names) for table in tables}) == 1
    assert max(len(table) for table in tables) <= 100


def test_the_first_piece_is_what_is_drawn_one_by_one() -> None:
    drawn = synth("mining", country="KEN", rows=40, seed=5, years=YEARS).reset_index(drop=True)
    first = made("mining", 100)[0].to_pandas().astype("str")
    pd.testing.assert_frame_equal(drawn, first)


@pytest.mark.parametrize("name", INCIDENTS)
def test_varied_records_have_no_finding_but_gaps(name: str) -> None:
    frame = pa.concat_tables(made(name, 240)).to_pandas().astype("str")
    result = validate(frame.mask(frame == "None"), contract(name), today=date(2026, 1, 5))
    found = [item.check for item in result.findings if not item.check.startswith(("missing.", "columns_absent"))]
    assert (len(result.accepted), found) == (240, [])


def test_numbers_are_never_used_twice_but_for_lines_of_one_incident() -> None:
    table = pa.concat_tables(made("wildlife", 300)).select(["incident_id", "item_no"]).to_pandas()
    assert not table.duplicated().any()


def test_equal_seeds_give_equal_pieces() -> None:
    assert all(one.equals(two) for one, two in zip(made("pollution", 300), made("pollution", 300), strict=True))
