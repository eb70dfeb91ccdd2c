"""Sections that stand or fall by the number of incidents that can answer their question."""

from dataclasses import replace

import pandas as pd
import pytest
import reading
import worlds

from ens_reports.report.view import View

PAGES = {"goods": "commodity", "how": "supply_chain_stage", "links": "linked_offences", "where": "place_name"}


def without(column: str, *, own: int = 40) -> View:
    view = worlds.view(worlds.World(own=own))
    names = [column, *{"commodity": ["scientific_name"], "supply_chain_stage": ["transport_mode", "concealment", "permit_status"],
                       "place_name": ["admin1", "latitude", "location_type"]}.get(column, [])]  # fmt: skip
    blank = {name: pd.Series(None, index=view.incidents.index, dtype=view.incidents[name].dtype) for name in names}
    return replace(view, incidents=view.incidents.assign(**blank))


@pytest.mark.parametrize(("page", "column"), PAGES.items())
def test_a_section_without_its_field_says_so_in_a_sentence(write, page: str, column: str) -> None:  # noqa: ANN001 - a fixture
    blocks = write(without(column), page)
    assert len(reading.titles(blocks)) == 1
    assert reading.keys(blocks) == []
    assert reading.paragraphs(blocks)


@pytest.mark.parametrize("page", [*PAGES, "ways", "after", "over_time"])
def test_a_section_is_left_out_when_there_are_no_records_at_all(write, page: str) -> None:  # noqa: ANN001 - a fixture
    assert write(worlds.World(own=0, others=80), page) == []


@pytest.mark.parametrize(("own", "expected"), [(7, []), (28, ["ranked"])])
def test_commodities_are_charted_from_ten_incidents(write, own: int, expected: list[str]) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=own, first_year=2024), "goods")
    assert [key for key in reading.keys(blocks) if key == "ranked"] == expected
    assert "Seizures show where authorities looked and found." in reading.texts(blocks)


def test_convergence_is_worded_as_association(write) -> None:  # noqa: ANN001 - a fixture
    view = worlds.view(worlds.World(own=80, first_year=2024))
    half = ["drugs" if at % 2 else "none" for at in range(80)]
    stages = ["sale" if at % 2 else "taking" for at in range(79)] + ["taking"]
    found = write(replace(view, incidents=view.incidents.assign(linked_offences=half, supply_chain_stage=stages)), "links")
    said = " ".join(reading.paragraphs(found))
    assert "Drugs was recorded with" in said
    assert "They say nothing about what causes what." in said


def test_the_denominators_are_the_last_line_of_the_table(write) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=200), "links")
    assert reading.table(blocks, "convergence").total
    assert reading.rows(blocks, "convergence")[-1][0] == "Looked for in"


def test_not_known_is_always_a_column_of_the_outcomes(write) -> None:  # noqa: ANN001 - a fixture
    assert reading.table(write(worlds.World(own=40), "after"), "outcomes").columns[-1].label == "Outcome not known"
