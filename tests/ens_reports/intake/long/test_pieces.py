from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_contracts.registry import CONTRACTS
from ens_reports.intake.long import pieces
from ens_reports.intake.long.stored import Stored
from ens_reports.intake.prepare import Prepared, prepare
from ens_reports.intake.sheets import table
from ens_reports.intake.sheets.identify import own_columns
from ens_reports.intake.source import Sheet

NOTHING = pd.DataFrame({"record_id": [], "record_digest": []}, dtype="str")
COLUMNS = {
    "incident_id": ("A1", "A2", "A3", "A4", "", " A1", "n/a"),
    "incident_date": ("2024-01-02", "03/04/2024", "25/12/2024", "2023", "soon", "", "45000"),
    "reporting_country": ("KEN", "Kenya", "kenya", "Atlantis"),
    "scientific_name": ("Manis spp.", "Loxodonta africana", "N/A", ""),
    "quantity": ("3", "2,5", "1.234", "about 4 kg", "-1", "many"),
    "unit": ("kg", "KG", "pieces", "", "idem"),
    "outcome": ("charged", "Charged", "lost", ""),
    "latitude": ("1.5", "-91", "x", ""),
    "longitude": ("36.5", "0", ""),
    "place_name": ("Nairobi", "Nairobi ", "Total", "", '"'),
}
ROW = st.tuples(*(st.sampled_from(values) for values in COLUMNS.values()))
BETWEEN = st.sampled_from([(), ("",) * 10, ("Total", *("",) * 8, "3"), ("Littoral", *("",) * 9), tuple(COLUMNS)])


def run(rows: list[tuple[str, ...]], folder: Path, *, size: int) -> Prepared:
    """Prepare a table; with a size it is long, and cut into pieces of so many rows."""
    frame = pd.DataFrame([tuple(COLUMNS), *rows], index=range(1, len(rows) + 2), dtype="str")
    sheet = Sheet(name="", cells=frame, store=stored(frame, folder) if size else None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE_ROWS", size)
        patch.setattr(table, "READ_ROWS", size)
        found = table.find_table(sheet, frozenset(COLUMNS))
        assert found is not None
        contract = CONTRACTS["wildlife"]
        mapping = own_columns(found.header, contract, party="KEN")
        return prepare(found, mapping, contract, party="KEN", in_force=NOTHING, today=date(2026, 1, 1))


def stored(frame: pd.DataFrame, folder: Path) -> Stored:
    columns = {"row": pa.array(frame.index, pa.int64()), **{str(name): pa.array(frame[name], pa.string()) for name in frame}}
    with pa.OSFile(str(folder / "0.arrow"), "wb") as file, pa.ipc.new_file(file, pa.table(columns).schema) as writer:
        writer.write_table(pa.table(columns), max_chunksize=4)
    return Stored(folder / "0.arrow")


def told(prepared: Prepared) -> list[tuple[object, ...]]:
    """Findings in an order of their own, and samples without theirs: these are those of the pieces."""
    found = [(item, item.finding, vars(item.finding)["values"]) for item in prepared.found]
    return sorted(
        (one.check, one.field, item.column, one.rows.tolist(), sorted(values.items()), len(one.sample)) for item, one, values in found
    )


@settings(max_examples=6, deadline=None)
@given(rows=st.lists(st.tuples(ROW, BETWEEN), min_size=1, max_size=14), size=st.integers(2, 5))
def test_pieces_make_no_difference(rows: list[tuple[tuple[str, ...], ...]], size: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    sent = [row for pair in rows for row in pair if row]
    folder = tmp_path_factory.mktemp("pieces")
    whole, cut = run(sent, folder, size=0), run(sent, folder, size=size)
    assert told(cut) == told(whole)
    assert (cut.rejected, cut.duplicate) == (whole.rejected, tuple(sorted(whole.duplicate)))
    pd.testing.assert_frame_equal(cut.accepted, whole.accepted)
    assert cut.table.rows_read == whole.table.rows_read
    pd.testing.assert_frame_equal(cut.quarantine(), whole.quarantine())


def test_a_cell_as_above_that_is_the_first_of_a_piece_has_the_value_above(tmp_path: Path) -> None:
    row = ("A{}", "2024-01-02", "KEN", "Manis spp.", "3", "{}", "charged", "", "", '"')
    sent = [
        tuple(cell.format(number if cell == "A{}" else word) for cell in row) for number, word in enumerate(["idem", "kg", *["idem"] * 4])
    ]
    whole, cut = run(sent, tmp_path, size=0), run(sent, tmp_path, size=2)
    assert cut.accepted["unit"].tolist()[1:] == ["kg"] * 5
    assert told(cut) == told(whole)
    assert {"value_repeated", "repeat_without_value"} <= {item.finding.check for item in cut.found}
    pd.testing.assert_frame_equal(cut.accepted, whole.accepted)


@pytest.mark.parametrize(
    ("keys", "places", "ends"),
    [
        ([1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6], [3, 6, 7]),
        ([1, 1, 1, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6], [4, 6, 7]),
        ([1, 2, 1, 3, 2, 4, 5], [0, 2, 1, 4, 3, 5, 6], [4, 6, 7]),
        ([1, 1, 1, 1, 1], [0, 1, 2, 3, 4], [5]),
        ([1], [0], [1]),
    ],
)
def test_rows_of_one_incident_are_in_one_piece(keys: list[int], places: list[int], ends: list[int]) -> None:
    found, borders = pieces.arrange(np.array(keys, dtype=np.uint64), 3)
    assert (found.tolist(), borders) == (places, ends)
