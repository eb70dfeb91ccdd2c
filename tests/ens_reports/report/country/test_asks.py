from dataclasses import replace

import reading
import worlds


def test_a_recommendation_says_what_who_when_what_helps_and_how_we_know(write) -> None:  # noqa: ANN001 - a fixture
    rows = reading.rows(write(worlds.World(own=200), "recommendations"), "recommendations")
    assert [row[0] for row in rows] == [f"R{number}" for number in range(1, len(rows) + 1)]
    assert all(all(row) for row in rows)


def test_areas_that_are_silent_are_asked_for_and_those_with_a_nil_return_are_not(write) -> None:  # noqa: ANN001 - a fixture
    rows = reading.rows(write(worlds.World(own=0, nil=("wildlife", "mining")), "requirements"), "requirements")
    assert [row[0] for row in rows] == ["Were there incidents in 2024\N{EN DASH}2025 of: fisheries, forestry and pollution?"]


def test_the_reader_may_reply_by_a_day(write) -> None:  # noqa: ANN001 - a fixture
    assert any("write to the contact post by 30 April 2026" in line for line in reading.paragraphs(write(worlds.World(), "requirements")))


def test_a_recommendation_names_the_judgement_that_rests_on_the_same(write) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=9, first_year=2024), "executive", "recommendations")
    silent = next(row for row in reading.rows(blocks, "recommendations") if row[1].startswith("Send what is held"))
    judged = [block.number for block in blocks if block.kind == "judgement" and "agencies" in reading.refs([block])]
    assert [silent[2]] == judged[:1]


def test_a_body_is_asked_about_its_own_records_only(write) -> None:  # noqa: ANN001 - a fixture
    view = worlds.view(worlds.World(own=60))
    body = replace(view, facts=view.facts.model_copy(update={"recipient_kind": "body"}))
    blocks = write(body, "executive", "ways", "recommendations", "requirements")
    assert {row[3] for row in reading.rows(blocks, "recommendations")} == {"Kenya"}
    assert {row[2] for row in reading.rows(blocks, "requirements")} == {"Kenya"}
    assert "is recorded as" not in reading.texts(blocks)
