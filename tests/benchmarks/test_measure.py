import re
import sys

import pytest
from benchmarks.measure import Measured, measure, median

HOLDS_MEMORY = "import time; kept = bytearray(50_000_000); time.sleep({seconds})"
CHILD_HOLDS_MEMORY = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS_MEMORY.format(seconds=0.6)!r}])"


def test_what_a_child_holds_is_not_its_parents() -> None:
    found = measure([sys.executable, "-c", CHILD_HOLDS_MEMORY])
    assert found.peak_mb > found.parent_mb + 50


def test_much_that_is_said_stops_nobody() -> None:
    """A pipe that nobody empties would."""
    assert measure([sys.executable, "-c", "import sys; sys.stderr.write('x' * 1_000_000)"]).seconds > 0


def test_computing_is_counted() -> None:
    assert measure([sys.executable, "-c", "sum(range(3_000_000))"]).cpu_s > 0


def test_a_command_that_fails_says_why() -> None:
    wanted = f"{sys.executable} must end with (0, 3), got 1: no such luck\n"
    with pytest.raises(RuntimeError, match=f"^{re.escape(wanted)}$"):
        measure([sys.executable, "-c", "import sys; sys.exit('no such luck')"], allowed=(0, 3))


def test_each_figure_has_its_own_median() -> None:
    turns = [
        Measured(seconds=seconds, cpu_s=cpu, peak_mb=peak, parent_mb=parent)
        for seconds, cpu, peak, parent in [(1, 9, 5, 2), (2, 8, 4, 1), (3, 7, 6, 3)]
    ]
    assert median(turns) == Measured(seconds=2, cpu_s=8, peak_mb=5, parent_mb=2)
