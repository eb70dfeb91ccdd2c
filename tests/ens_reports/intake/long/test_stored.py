from pathlib import Path

import numpy as np
import pyarrow as pa

from ens_reports.intake.long.stored import Stored


def store(folder: Path) -> Stored:
    columns = pa.table({"row": pa.array([2, 3, 5, 6], pa.int64()), "0": ["a", "b", "c", "d"], "1": ["", "x", "y", "z"]})
    with pa.OSFile(str(folder / "0.arrow"), "wb") as file, pa.ipc.new_file(file, columns.schema) as writer:
        writer.write_table(columns, max_chunksize=3)
    return Stored(folder / "0.arrow")


def test_rows_are_read_with_their_numbers(tmp_path: Path) -> None:
    found = store(tmp_path).at(np.array([0, 2, 3]))
    assert found.to_dict("index") == {2: {0: "a", 1: ""}, 5: {0: "c", 1: "y"}, 6: {0: "d", 1: "z"}}


def test_only_the_wanted_columns_are_read(tmp_path: Path) -> None:
    found = store(tmp_path).at(np.array([1, 2]), [1])
    assert (list(found), found[1].to_dict()) == ([1], {3: "x", 5: "y"})


def test_no_rows(tmp_path: Path) -> None:
    found = store(tmp_path).at(np.array([], dtype=np.int64))
    assert (len(found), list(found)) == (0, [0, 1])
