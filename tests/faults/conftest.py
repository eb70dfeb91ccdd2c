"""Options of the faults session."""

import os

import pytest

USUAL_CASES = 60
"""Where the whole suite runs; the faults session asks for more."""
USUAL_WORLDS = 10
"""Each is looked at by one reader."""

os.environ["RUST_BACKTRACE"] = "0"  # readers of workbooks would print pages on each cell that they give up on


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--cases", type=int, default=USUAL_CASES, help="How many files the fuzz test makes, half of them by mutation.")
    parser.addoption("--seed", type=int, default=0, help="Of the files that it makes.")
    parser.addoption("--worlds", type=int, default=USUAL_WORLDS, help="How many random worlds readers look at.")
    parser.addoption("--whole", type=int, default=1, help="How many of them are built from files to pages.")
    parser.addoption("--mutations", default="2", help="How many places of the policy are spoilt in turn; `all` for each.")
    parser.addoption("--heavy", action="store_true", help="Send files of hundreds of megabytes too.")


@pytest.fixture(scope="session")
def cases(pytestconfig: pytest.Config) -> int:
    """How many files the fuzz test makes."""
    return int(pytestconfig.getoption("--cases", default=USUAL_CASES))


@pytest.fixture(scope="session")
def seed(pytestconfig: pytest.Config) -> int:
    """Seed of the files that it makes."""
    return int(pytestconfig.getoption("--seed", default=0))


@pytest.fixture(scope="session")
def heavy(pytestconfig: pytest.Config) -> bool:
    """Whether files of hundreds of megabytes are made."""
    return bool(pytestconfig.getoption("--heavy", default=False))
