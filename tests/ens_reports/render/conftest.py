"""The sample report, as a fixture."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

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


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `quarto` that records how it was called."""
    folder = tmp_path_factory.mktemp("stand-in")
    shutil.copy(Path(__file__).with_name("stand_in_quarto.py"), folder)
    program = folder / "quarto"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{folder}/stand_in_quarto.py" "$@"\n')
    program.chmod(0o755)
    return program
