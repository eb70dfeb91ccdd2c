"""Recipients solve for what they were not told, alone and in pairs: rounded numbers give nothing back, exact ones do."""

import attack
import pytest
from faults.conftest import USUAL_WORLDS

FEW, MANY = 6, 200
"""Worlds where the whole suite runs, and the most that are attacked when more are asked for."""
ALONE = (("KEN",), ("ARE",))
PAIRS = (("KEN", "ARE"), ("KEN", "UGA"), ("ARE", "VNM"))


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


def test_exact_numbers_would_give_cells_back() -> None:
    """So that what keeps them closed is the rounding."""
    assert attack.recovered(0, ("KEN",), rounding=False)[0] > 0
