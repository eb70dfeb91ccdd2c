from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from ens_reports.errors import DamageError
from ens_reports.store import records as files

Make = Callable[..., pd.DataFrame]


def _kept(folder: Path, frame: pd.DataFrame, name: str) -> tuple[Path, str]:
    named = frame.assign(record_id=frame["incident_id"], submission=name, source_row=frame.index)
    stored = files.write(folder, named)
    return files.path_of(folder, stored), stored


def test_equal_frames_are_one_file_that_nobody_may_write(tmp_path: Path, records: Make) -> None:
    first, second = files.write(tmp_path, records("a")), files.write(tmp_path, records("a"))
    assert first == second
    assert [path.name for path in tmp_path.iterdir()] == [f"{first}.parquet"]
    assert files.path_of(tmp_path, first).stat().st_mode & 0o222 == 0


def test_the_latest_revision_of_a_record_wins(tmp_path: Path, records: Make) -> None:
    old = _kept(tmp_path, records("a", "b"), "one")
    new = _kept(tmp_path, records("b", "c", quantity=9.0), "two")
    found = files.latest(dict([old, new]), {"one": 1, "two": 2})
    assert list(zip(found["record_id"], found["quantity"], strict=True)) == [("a", 2.5), ("b", 9.0), ("c", 9.0)]


def test_of_a_record_twice_in_one_file_the_later_row_wins(tmp_path: Path, records: Make) -> None:
    one = _kept(tmp_path, records("a", "a", quantity=[1.0, 2.0]), "one")
    assert list(files.latest(dict([one]), {"one": 1})["quantity"]) == [2.0]


def test_columns_of_different_contracts_come_together_with_their_types(tmp_path: Path, records: Make) -> None:
    one = _kept(tmp_path, records("a"), "one")
    two = _kept(tmp_path, records("b").drop(columns=["item_no"]).assign(mineral="gold"), "two")
    found = files.latest(dict([one, two]), {"one": 1, "two": 2})
    assert list(found["mineral"].fillna("-")) == ["-", "gold"]
    assert (str(found["item_no"].dtype), str(found["mineral"].dtype), str(found["date_from"].dtype)) == ("Int64", "str", "datetime64[us]")


def test_no_files_are_no_records() -> None:
    assert list(files.latest({}, {}).columns) == ["record_id"]


def test_an_altered_file_is_damage(tmp_path: Path, records: Make) -> None:
    path, name = _kept(tmp_path, records("a"), "one")
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    content[40] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamageError) as caught:
        files.latest({path: name}, {"one": 1})
    assert caught.value.message == f"store file {name[:12]} must be what its name says, got other content"


def test_a_missing_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamageError) as caught:
        files.read(tmp_path / "x.parquet", "0123456789abcdef")
    assert caught.value.message == "store file 0123456789ab must be there, got none"


def test_a_file_that_was_read_before_is_looked_at_again_when_it_changed(tmp_path: Path, records: Make) -> None:
    path, name = _kept(tmp_path, records("a"), "one")
    files.check(path, name)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(DamageError):
        files.check(path, name)


def test_files_that_nobody_names_are_found(tmp_path: Path, records: Make) -> None:
    kept, left = files.write(tmp_path, records("a")), files.write(tmp_path, records("b"))
    assert files.unreferenced(tmp_path, [kept]) == (files.path_of(tmp_path, left),)
