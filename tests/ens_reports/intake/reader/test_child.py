import json
import subprocess
import sys
from pathlib import Path

import pytest
from pyarrow import feather

from ens_reports.intake.reader.child import read_content, spell_out
from ens_reports.intake.reader.grid import Grid, Reading, UnreadableError


def test_read_content_goes_by_content() -> None:
    kind, reading = read_content(b"place;kg\nLima;3\n")
    assert (kind, reading.grids[0].cells) == ("text", [["place", "kg"], ["Lima", "3"]])


def test_read_content_of_nothing() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_content(b"")
    assert caught.value.check == "file_empty"


def run_child(path: Path, folder: Path) -> int:
    """In a process of its own: the limits that it sets would hold for the tests, too."""
    return subprocess.run([sys.executable, "-m", "ens_reports.intake.reader.child", str(path), str(folder)], check=False).returncode  # noqa: S603 - our own interpreter


def test_main_writes_short_rows_filled(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b,c\n1,2,3\n4\n5,6,7\n")
    assert run_child(path, tmp_path) == 0
    result = json.loads((tmp_path / "result.json").read_text())
    assert result["sheets"] == [{"name": "", "file": "0.arrow", "header": [], "pointer": "", "short_rows": [3]}]
    assert feather.read_table(tmp_path / "0.arrow").to_pydict()["1"] == ["b", "2", "", "6"]


def test_main_tells_why_not_and_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"%PDF-1.7")
    assert run_child(path, tmp_path) == 0
    assert json.loads((tmp_path / "result.json").read_text()) == {"unreadable": "format_unknown", "values": {"kind": "pdf"}}


def test_what_no_text_can_carry_is_taken_out_and_told() -> None:
    grid = Grid(name="S", rows=[1], cells=[["Ma\ud800nis", "a\0b", "plain \U0001f418"]], header=("x\udc00", "y", "z"))
    spelt = spell_out(Reading(grids=(grid,)))
    assert (spelt.grids[0].header, spelt.grids[0].cells) == (("x\ufffd", "y", "z"), [["Ma\ufffdnis", "ab", "plain \U0001f418"]])
    assert [(note.check, note.sheet, note.values) for note in spelt.notes] == [
        ("nul_characters", "S", {"number": "1"}),
        ("characters_lost", "S", {"number": "2"}),
    ]


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    assert run_child(tmp_path, tmp_path) == 0
    assert json.loads((tmp_path / "result.json").read_text()) == {"unreadable": "file_not_opened", "values": {}}
