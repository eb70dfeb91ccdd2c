import sys
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from data_contracts.registry import CONTRACTS
from ens_reports.intake.long import helper, share
from ens_reports.intake.long.share import Job, Judged, work
from ens_reports.intake.long.stored import Stored
from ens_reports.intake.sheets import table
from ens_reports.intake.sheets.identify import own_columns
from ens_reports.intake.source import Sheet

HEADER = ("incident_id", "incident_date", "reporting_country", "scientific_name", "quantity", "unit", "outcome")
ROWS = [
    (f"A{number}", f"2024-01-{number:02}", "Kenya", "Manis spp.", f"{number},5", "kg", "lost" if number % 3 else "charged")
    for number in range(1, 13)
]
PIECES = [np.arange(start, start + 4) for start in (0, 4, 8)]


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.setattr(table, "READ_ROWS", 5)
    frame = pd.DataFrame([HEADER, *ROWS], index=range(1, len(ROWS) + 2), dtype="str")
    columns = {"row": pa.array(frame.index, pa.int64()), **{str(name): pa.array(frame[name], pa.string()) for name in frame}}
    with pa.OSFile(str(tmp_path / "0.arrow"), "wb") as file, pa.ipc.new_file(file, pa.table(columns).schema) as writer:
        writer.write_table(pa.table(columns))
    found = table.find_table(Sheet(name="", cells=frame, store=Stored(tmp_path / "0.arrow")), frozenset(HEADER))
    assert found is not None
    mapping = own_columns(found.header, CONTRACTS["wildlife"], party="KEN")
    return Job(found, mapping, CONTRACTS["wildlife"], today=date(2026, 1, 1), keep=True)


def told(done: list[Judged]) -> list[object]:
    found = [(item.finding.check, item.finding.rows.tolist(), item.sheet, item.header) for piece in done for item in piece.found]
    checks = [(finding.check, finding.rows.tolist(), finding.sample) for piece in done for finding in piece.part.findings]
    return [found, checks, [piece.mapped.understood for piece in done], [piece.part.accepted.to_dict() for piece in done]]


def with_helper(job: Job, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Judged], list[int]]:
    """The work, of which ours begins when the helper is ready; and which pieces were left for us."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    ours: list[int] = []
    real = Job.__call__

    def slow(self: Job, places: np.ndarray) -> Judged:
        ours.append(int(places[0]))
        return real(self, places)

    monkeypatch.setattr(Job, "__call__", slow)
    helper.call_in()
    return work(job, PIECES), ours


def test_a_helper_makes_no_difference(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = work(job, PIECES)
    monkeypatch.setattr(share, "_do", lambda *_: None)  # so that the helper does all
    together, ours = with_helper(job, monkeypatch)
    assert ours == []
    assert str(told(together)) == str(told(alone))
    assert told(together)[0] == told(alone)[0]


def test_what_a_lost_helper_leaves_is_done(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = work(job, PIECES)
    monkeypatch.setattr(helper, "COMMAND", [sys.executable, "-I", "-c", "input()"])
    together, ours = with_helper(job, monkeypatch)
    assert sorted(ours) == [0, 4, 8]
    assert str(told(together)) == str(told(alone))


def test_a_helper_is_ended_when_we_are_stopped(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []
    monkeypatch.setattr(helper, "COMMAND", [sys.executable, "-I", "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(helper.Helper, "close", lambda self: ended.append(self._talk.end()))

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(share, "_do", stopped)
    with pytest.raises(KeyboardInterrupt):
        with_helper(job, monkeypatch)
    assert len(ended) == 1
