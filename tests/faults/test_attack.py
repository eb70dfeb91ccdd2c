"""Recipients solve for what they were not told, alone and in pairs: rounded numbers give nothing back, exact ones do."""

import attack
import pytest
from faults.conftest import USUAL_WORLDS

from ens_reports.analysis import shown

FEW, MANY = 1, 200
"""Worlds where CI runs, and the most that are attacked when more are asked for."""
ALONE = (("KEN",), ("ARE",), ("VNM",))
PAIRS = (("KEN", "ARE"), ("ARE", "VNM"), ("VNM", "KEN"), ("KEN", "UGA"))
"""The first three are on legs; the fourth knows its own part of what the others are told."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A case per world, for workers to share."""
    if "seed" in metafunc.fixturenames:
        asked = int(metafunc.config.getoption("--worlds", default=USUAL_WORLDS))
        metafunc.parametrize("seed", range(FEW if asked <= USUAL_WORLDS else min(asked, MANY)))


def test_nobody_recovers_what_was_not_told(seed: int) -> None:
    found, closed = attack.recovered(seed, ALONE[seed % len(ALONE)], rounding=True)
    assert closed > 0
    assert found == 0


def test_no_pair_that_pools_its_editions_does(seed: int) -> None:
    found, closed = attack.recovered(seed, PAIRS[seed % len(PAIRS)], rounding=True)
    assert closed > 0
    assert found == 0


@pytest.mark.parametrize(("step", "recovered"), [(1, True), (shown.STEP, False)])
def test_each_part_is_rounded_because_two_recipients_count_from_different_ends(
    step: int,
    recovered: bool,  # noqa: FBT001 (a table's column)
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One has an incident in the cell and one has not: 5 to 9 without it, 10 to 14 with it, so there are 9 of others."""
    monkeypatch.setattr(shown, "STEP", step)
    numbers = {("KEN", 2025): 1, ("UGA", 2025): 3, ("TZA", 2025): 2, ("VNM", 2025): 2, ("CHN", 2025): 2, ("UGA", 2024): 5}
    units = {(owner, "wildlife", ("KEN", "ARE"), "a", year, "first"): number for (owner, year), number in numbers.items()}
    world = attack.World(counts=dict.fromkeys(attack.UNITS, 0) | units)
    alone = frozenset(unit for unit in attack.UNITS if unit[4] == 2024 and unit[0] not in ("KEN", "ARE"))
    limits = shown.Rule(threshold=5, min_owners=3, dominance=0.8)
    seen = frozenset(unit for unit in alone if unit[2] == ("KEN", "ARE"))
    assert bool(attack.attacked(world, ("KEN", "ARE"), limits).recovered([seen])) is recovered


def test_exact_numbers_would_give_cells_back() -> None:
    """So that what keeps them closed is the rounding."""
    assert attack.recovered(0, ("KEN",), rounding=False)[0] > 0
