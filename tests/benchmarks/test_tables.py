from pathlib import Path

import pandas as pd
from benchmarks.others import table_schema
from benchmarks.tables import COLUMNS, piece, write_csv

from data_contracts.registry import contract


def test_a_table_is_written_in_pieces_with_distinct_incidents(tmp_path: Path) -> None:
    frame = pd.read_csv(write_csv(tmp_path / "rows.csv", 300), dtype="str", keep_default_na=False)
    assert (len(frame), tuple(frame.columns)) == (300, COLUMNS)
    assert frame["incident_id"].is_unique


def test_equal_seeds_give_equal_tables() -> None:
    pd.testing.assert_frame_equal(piece(0, 50), piece(0, 50))


def test_most_cells_of_most_rows_are_wrong() -> None:
    right, wrong = piece(0, 200)["outcome"], piece(0, 200, wrong=True)["outcome"]
    assert (right.fillna("") != wrong.fillna("")).mean() > 0.7


def test_the_schema_has_the_checks_of_the_contract() -> None:
    schema = table_schema(["incident_id", "latitude", "outcome"])
    assert schema["fields"] == [
        {"name": "incident_id", "type": "string", "constraints": {"required": True}},
        {"name": "latitude", "type": "number", "constraints": {"minimum": -90, "maximum": 90}},
        {"name": "outcome", "type": "string", "constraints": {"enum": list(contract("wildlife").fields["outcome"].allowed)}},
    ]
