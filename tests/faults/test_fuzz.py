"""Any file comes to an outcome: sums hold, findings have words in four languages, answers open, nothing else is touched."""

import time
from pathlib import Path

import pytest
from faults.machine import Machine, machine
from faults.mutations import corpus, mutate
from faults.tables import File, files
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded

EVERY_WHOLE = 5
"""One file of so many is stored and answered, not only checked."""
EVERY_APART = 25
"""One file of so many is read in a process of its own."""
PARTS = 8
"""Each of the two tests is cut into so many, for all cores."""
ENOUGH = 20
"""Of so many files some are taken in, some refused, some unreadable."""
REGRESSIONS = Path(__file__).parent / "regressions"


@pytest.fixture(scope="module")
def intake(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return machine(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("part", range(PARTS))
def test_tables_of_every_kind_come_to_an_outcome(intake: Machine, part: int, cases: int, seed: int) -> None:
    number, asked = 0, -(-cases // 2 // PARTS)

    @seeded(seed * PARTS + part)
    @settings(
        max_examples=asked,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(file=files())
    def send(file: File) -> None:
        nonlocal number
        number += 1
        _try(intake, file, number)

    begun = time.monotonic()
    send()
    assert number >= asked
    _report("tables", number, time.monotonic() - begun, seed, intake)


@pytest.mark.parametrize("part", range(PARTS))
def test_real_files_with_changed_bytes_come_to_an_outcome(intake: Machine, part: int, cases: int, seed: int) -> None:
    known = corpus()
    numbers = range(part, cases - cases // 2, PARTS)
    begun = time.monotonic()
    for number in numbers:
        _try(intake, mutate(known, number, seed=seed), number // PARTS)
    assert len(intake.statuses) > 2 or len(numbers) < ENOUGH, "mutations that all end alike try nothing"
    _report("changed bytes", len(numbers), time.monotonic() - begun, seed, intake)


@pytest.mark.parametrize("path", sorted(REGRESSIONS.glob("*")), ids=lambda path: path.name)
def test_files_that_once_failed_come_to_an_outcome(intake: Machine, path: Path) -> None:
    assert intake.try_file(f"x{path.suffix}", path.read_bytes(), whole=True, apart=False)


def _try(intake: Machine, file: File, number: int) -> None:
    """Send a file; one that fails is kept in a folder for the next look."""
    try:
        intake.try_file(file.name, file.content, whole=number % EVERY_WHOLE == 0, apart=number % EVERY_APART == 0)
    except Exception:
        kept = intake.root / f"failed-{number}{Path(file.name).suffix}"
        kept.write_bytes(file.content)
        print(f"kept as {kept}")  # noqa: T201 - where to find it
        raise


def _report(what: str, number: int, seconds: float, seed: int, intake: Machine) -> None:
    outcomes = ", ".join(f"{count} {status}" for status, count in sorted(intake.statuses.items()))
    print(f"{what}: {number} files in {seconds:.0f} s, seed {seed}; so far {outcomes}; {len(intake.told)} checks told")  # noqa: T201 - for the log
