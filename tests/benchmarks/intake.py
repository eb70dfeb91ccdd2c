"""Intake side by side with what it is measured against."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lines import Line
from benchmarks.measure import Measured, measure, median
from benchmarks.tables import PARTY, write_csv, write_xlsx

ENS = str(Path(sys.executable).with_name("ens"))
OTHERS = str(Path(__file__).with_name("others.py"))
ROWS_REJECTED = 3
Command = list[str]


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much is measured: rows of each table, and turns."""

    rows: int
    long_rows: int
    workbook_rows: int
    turns: int


SMALL = Size(rows=20_000, long_rows=250_000, workbook_rows=5_000, turns=1)
FULL = Size(rows=1_000_000, long_rows=5_000_000, workbook_rows=100_000, turns=3)


def take_turns(commands: Sequence[Command], turns: int) -> list[Measured]:
    """The median of each command's time and memory; the commands take turns.

    Args:
        commands: What is run.
        turns: How often each.
    """
    found = [[measure(command, allowed=(0, ROWS_REJECTED)) for command in commands] for _ in range(turns)]
    return [median([turn[place] for turn in found]) for place in range(len(commands))]


def _check(path: Path) -> Command:
    return [ENS, "check", str(path), "--party", PARTY, "--workspace", str(path.parent / "workspace"), "--json"]


def _other(what: str, path: Path) -> Command:
    return [sys.executable, OTHERS, what, str(path)]


def _timed(what: str, ours: Measured, other: Measured, *, limit: str, faster: bool = False) -> Line:
    """How many times as long ours takes, or the other where ours is to be the faster one."""
    ratio = other.seconds / ours.seconds if faster else ours.seconds / other.seconds
    return Line(what=what, ours=ours.seconds, other=other.seconds, ratio=ratio, limit=limit)


def _bare(folder: Path, size: Size) -> Line:
    path = write_csv(folder / "rows.csv", size.rows)
    ours, other = take_turns([_check(path), _other("bare", path)], size.turns)
    return _timed(f"a  {size.rows:,} rows: check / read_csv and pandera, s", ours, other, limit="at most 2.5")


def _frictionless(folder: Path, size: Size) -> Line:
    path = write_csv(folder / "rows.csv", size.rows)
    ours, other = take_turns([_check(path), _other("frictionless", path)], 1)
    return _timed(f"b  {size.rows:,} rows: Frictionless / check, s", ours, other, limit="at least 10", faster=True)


def _memory(folder: Path, size: Size) -> Line:
    path = write_csv(folder / "long.csv", size.long_rows)
    (ours,) = take_turns([_check(path)], 1)
    return Line(
        what=f"c  {size.long_rows:,} rows: check, s; peak of all processes, GB",
        ours=ours.seconds,
        other=0.0,
        ratio=ours.peak_mb / 1000,
        limit="at most 1.5",
    )


def _workbook(folder: Path, size: Size) -> Line:
    path = write_xlsx(folder / "rows.xlsx", size.workbook_rows)
    ours, other = take_turns([_check(path), _other("workbook", path)], size.turns)
    return _timed(f"d  {size.workbook_rows:,} rows of a workbook: check / read, s", ours, other, limit="at most 3")


def _wrong(folder: Path, size: Size) -> Line:
    right, wrong = write_csv(folder / "right.csv", size.rows), write_csv(folder / "wrong.csv", size.rows, wrong=True)
    ours, other = take_turns([_check(wrong), _check(right)], size.turns)
    return _timed(f"e  {size.rows:,} rows: nearly all wrong / right, s", ours, other, limit="at most 2")


COMPARED: dict[str, Callable[[Path, Size], Line]] = {"a": _bare, "b": _frictionless, "c": _memory, "d": _workbook, "e": _wrong}
"""Letter -> comparison."""
