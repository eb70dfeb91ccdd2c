from dataclasses import replace

import reading
import worlds

from data_contracts.capacity import COLOURS as NOTICES
from data_contracts.capacity import OUTCOMES as DESIRED
from ens_reports.report.blocks import Figure, Section
from ens_reports.report.country.capacity import COLOURS, OUTCOMES

NOTHING = (
    "No capacity return was received for this period. The yearly return on task forces, "
    "staff, training and access at border points fills this page."
)


def test_without_a_return_the_page_says_so_and_what_would_fill_it(write) -> None:  # noqa: ANN001 - a fixture
    shown = write(worlds.World(own=20), "capacity")
    assert reading.paragraphs(shown) == [NOTHING]
    assert len(shown) == 1


def test_an_older_return_is_named_and_not_shown(write) -> None:  # noqa: ANN001 - a fixture
    shown = write(worlds.World(own=20, returns=(2022,)), "capacity")
    assert reading.paragraphs(shown) == [f"{NOTHING} The newest is the one for 2022."]


def test_a_return_is_the_countrys_own_word_and_dated(write) -> None:  # noqa: ANN001 - a fixture
    shown = write(worlds.World(own=20, returns=(2025,)), "capacity")
    [head] = [block for block in shown if isinstance(block, Section)]
    assert head.basis == "Basis: your own return for 2025, as you sent it; it was not checked. Completed on 2026-01-15."
    [chart] = [block for block in shown if isinstance(block, Figure)]
    assert chart.alt == "3 of 8 outcomes assessed from 0 to 3; highest Means of detection with 3, lowest Penalties with 0."
    assert chart.note == "Assessed by the country itself on 2025-11-30, 0 to 3 for each outcome."


def test_what_is_said_stands_by_year_and_what_is_not_said_is_named(write) -> None:  # noqa: ANN001 - a fixture
    view = replace(worlds.view(worlds.World(own=20)), capacity=worlds.returns("KEN", 2024, 2025, staff_women=[None, 12]))
    shown = write(view, "capacity")
    assert reading.rows(shown, "means") == [
        ["National environmental security task force (NEST)", "Active, since 2019", "Active, since 2019"],
        ["Staff, mainly on environmental crime", "\N{EN DASH} women, 30 men", "12 women, 30 men"],
        ["Border points with access to I-24/7", "10 of 40", "10 of 40"],
        ["Notices requested", "red 2, purple 0", "red 2, purple 0"],
    ]
    assert reading.table(shown, "means").note == (
        "Not said in any of these returns: Agencies in the task force, Last national seminar (NESS), Trained in the year, Courses held in "
        "the year, Cases with a link abroad that were reported, Diffusions requested, Police in environmental impact assessments and "
        "Last regional case meeting (RIACM)."
    )


def test_a_meeting_an_assessment_and_a_task_force_are_told_in_words(write) -> None:  # noqa: ANN001 - a fixture
    told = {
        "nest_status": "planned",
        "nest_since": None,
        "nest_members": "police;customs",
        "riacm_held_on": "2025-03-02",
        "riacm_outcome": "connections_found",
        "eia_participation": "on_request",
        "training_courses": 3,
    }
    view = replace(worlds.view(worlds.World(own=20)), capacity=worlds.returns("KEN", 2025, **told))
    rows = dict(reading.rows(write(view, "capacity"), "means"))
    assert rows["National environmental security task force (NEST)"] == "Planned"
    assert rows["Agencies in the task force"] == "Police, Customs"
    assert rows["Last regional case meeting (RIACM)"] == "2025-03-02: Connections found"
    assert rows["Police in environmental impact assessments"] == "On request"
    assert rows["Courses held in the year"] == "3"


def test_a_return_without_own_assessment_has_no_chart(write) -> None:  # noqa: ANN001 - a fixture
    blank = dict.fromkeys(("score_detection", "score_law", "score_penalties"))
    view = replace(worlds.view(worlds.World(own=20)), capacity=worlds.returns("KEN", 2025, **blank))
    assert reading.keys(write(view, "capacity")) == ["means"]


def test_every_outcome_and_colour_has_words() -> None:
    assert tuple(OUTCOMES) == DESIRED
    assert tuple(COLOURS) == NOTICES
