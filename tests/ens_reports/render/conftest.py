"""The sample report, as a fixture."""

from collections.abc import Callable

import pytest
from sample_report import SHOWN, edition_facts, sample

from ens_reports.render.document import Document
from ens_reports.render.facts import EditionFacts


@pytest.fixture(scope="session")
def make_sample() -> Callable[..., Document]:
    """The report of a language, with facts of the edition changed by name."""
    return sample


@pytest.fixture(scope="session")
def make_facts() -> Callable[..., EditionFacts]:
    """Facts of an edition in a language, changed by name."""
    return edition_facts


@pytest.fixture(scope="session")
def shown() -> tuple[str, ...]:
    """What a reader must see of the hostile texts that stand in every report here."""
    return SHOWN


@pytest.fixture(scope="session", params=["en", "ar"])
def rich(request: pytest.FixtureRequest) -> Document:
    """Every kind of block, in English and in Arabic."""
    return sample(request.param)
