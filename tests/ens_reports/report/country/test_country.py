"""The whole assessment, on worlds of every size."""

import re

import pytest
import reading
import worlds

from ens_reports.report.country.keys import KEYS

SIZES = (0, 1, 5, 15, 40)
FORBIDDEN = re.compile(r"offender|source country|ranking|score|worst|caused by|because of", re.IGNORECASE)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("first_year", [2010, 2025])
@pytest.mark.parametrize("own", SIZES)
def test_every_size_of_country_and_history_gives_a_report(write, own: int, first_year: int, language: str) -> None:  # noqa: ANN001 - a fixture
    blocks = write(
        worlds.World(own=own, first_year=first_year, language=language, others=20, classes=("police", "administrative", "open_source"))
    )
    assert len(reading.keys(blocks)) == len(set(reading.keys(blocks)))
    assert reading.refs(blocks) <= set(reading.keys(blocks))


@pytest.mark.slow
def test_five_thousand_incidents_give_a_report(write) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=5000, first_year=2010), drawn=True)
    assert "quarters" in reading.keys(blocks)


@pytest.mark.parametrize("own", SIZES)
def test_words_that_no_product_prints_do_not_appear(write, own: int) -> None:  # noqa: ANN001 - a fixture
    assert FORBIDDEN.search(reading.texts(write(worlds.World(own=own, others=50)))) is None


def test_an_edition_holds_just_the_figures_and_tables_that_the_table_of_keys_says(write) -> None:  # noqa: ANN001 - a fixture
    outside = {"yardstick", "submissions"}
    assert set(reading.keys(write(worlds.World(own=200, others=90)))) - outside <= set(KEYS)


def test_coverage_stands_before_the_findings(write) -> None:  # noqa: ANN001 - a fixture
    titles = reading.titles(write(worlds.World(own=60)))
    assert titles.index("How far to trust this") < titles.index("The picture: incidents by area and over time")


def test_equal_worlds_give_equal_blocks(write) -> None:  # noqa: ANN001 - a fixture
    assert write(worlds.World(own=40), drawn=True) == write(worlds.World(own=40), drawn=True)


def test_no_word_of_another_owner_is_printed(write) -> None:  # noqa: ANN001 - a fixture
    """Others are numbered per recipient; not even that number belongs in a strategic product."""
    assert re.search(r"\bP[1-4]\b", reading.texts(write(worlds.World(own=60, others=90)))) is None
