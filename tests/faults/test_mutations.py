"""Each rule of the policy is there for something: spoilt in any place, its tests notice."""

import subprocess
import sys
from pathlib import Path

import pytest
from faults import mutate


def test_tests_notice_spoilt_rules(pytestconfig: pytest.Config) -> None:
    """A few of the rules in CI, another few with another seed; everything with `--mutations all`."""
    asked = str(pytestconfig.getoption("--mutations", default="2"))
    some = [] if asked == "all" else ["--own", "--modules", "rules", "--sample", asked]
    seed = str(pytestconfig.getoption("--seed", default=0))
    command = [sys.executable, str(mutate.__file__), *some, "--seed", seed]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    print(done.stdout)  # noqa: T201 - shown by the faults session
    assert (done.returncode, done.stderr) == (0, "")


def test_a_spoilt_module_is_what_runs(tmp_path: Path) -> None:
    """Else every mutant would seem to survive."""
    path = tmp_path / "some.py"
    path.write_text('"""Doc."""\n\n\ndef open_to(one: int, other: int) -> bool:\n    return one < other and not (one == 1)\n')
    found = [mutant.told for mutant in mutate.mutants(path)]
    assert found == [
        "`one < other and (not one == 1)` and/or swapped",
        "`one < other and (not one == 1)` without `one < other`",
        "`one < other and (not one == 1)` without `not one == 1`",
        "`one < other` with GtE",
        "`one < other` with LtE",
        "`not one == 1` without the not",
        "`one == 1` with NotEq",
        "1 plus one",
    ]


def test_a_module_s_own_tests_are_asked_first_and_the_door_s_last() -> None:
    path = next(path for path in mutate.MODULES if path.stem == "years")
    asked = [Path(test).name for test in mutate.tests_of(path)]
    assert (asked[0], asked[-1]) == ("test_years.py", "test_door.py")
