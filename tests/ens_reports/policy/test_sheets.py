from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from ens_reports.params import ReleasePolicy
from ens_reports.policy.columns import widened
from ens_reports.policy.ground import ground
from ens_reports.policy.sheets import Sheets, columns
from ens_reports.store import Store
from ens_reports.store import records as files

Make = Callable[..., pd.DataFrame]
Deliver = Callable[..., str]


@pytest.fixture
def sheets(store: Store, records: Make, deliver: Deliver, policy: ReleasePolicy, monkeypatch: pytest.MonkeyPatch) -> Sheets:
    """Three files of records, the first with a column that no other fills."""
    monkeypatch.setattr(files, "PIECE", 2)
    deliver(store, "KEN", records("KEN", "2025-01-01", "2025-01-02", place_name="a port", quantity=[1.5, None]))
    deliver(store, "UGA", records("UGA", "2025-01-01", "2025-01-02", "2025-01-03", quantity=2.0))
    deliver(store, "FRA", records("FRA", "2025-01-01"))
    return ground(store.snapshot(), policy).sheets


def test_records_of_a_party_lie_together(sheets: Sheets) -> None:
    found = sheets.take(np.arange(6))
    assert (len(sheets), list(found["owner"])) == (6, ["FRA", "KEN", "KEN", "UGA", "UGA", "UGA"])
    assert len(sheets.starts) > 2


@pytest.mark.parametrize("places", [[0], [1, 2], [0, 5], [5], [], [0, 1, 2, 3, 4, 5]])
def test_places_are_found_in_whichever_file_they_lie(sheets: Sheets, places: list[int]) -> None:
    """With the columns that any of the files fills, and their types."""
    found = sheets.take(np.array(places, dtype=np.int64))
    pd.testing.assert_frame_equal(found, sheets.take(np.arange(6)).loc[places], check_index_type=False)
    assert {name: columns()[name] for name in found} == {name: str(kind) for name, kind in found.dtypes.items()}
    assert "place_name" in found
    assert "vessel_imo" not in found


def test_some_columns_are_taken_alone(sheets: Sheets) -> None:
    found = sheets.take(np.array([0, 1]), ["quantity", "owner", "vessel_imo"])
    assert list(found) == ["quantity", "owner", "vessel_imo"]
    assert list(found["owner"]) == ["FRA", "KEN"]
    assert list(found["quantity"].fillna(0)) == [0, 1.5]
    assert found["vessel_imo"].isna().all()


def test_a_frame_is_widened_by_what_it_lacks(sheets: Sheets) -> None:
    found = widened(sheets.take(np.array([0, 5])), columns())
    assert {name: str(kind) for name, kind in found.dtypes.items()} == columns()
    assert list(found.index) == [0, 5]
    assert found["vessel_imo"].isna().all()


def test_a_column_that_holds_nothing_takes_no_room(sheets: Sheets) -> None:
    parts = [list(part) for part in sheets.each(["owner", "place_name", "vessel_imo"])]
    assert ["owner", "place_name"] in parts
    assert ["owner"] in parts
    assert not any("vessel_imo" in part for part in parts)


def test_another_process_opens_the_same_files(sheets: Sheets) -> None:
    sheets.take(np.array([0]))
    assert set(sheets.__getstate__()) == {"folder", "starts"}


def test_files_go_with_the_records(store: Store, records: Make, deliver: Deliver, policy: ReleasePolicy, tmp_path: Path) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    found = ground(store.snapshot(), policy)
    folder = found.sheets.folder
    assert folder.is_dir()
    assert folder.parent != tmp_path
    del found
    assert not folder.exists()
