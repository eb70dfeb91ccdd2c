from dataclasses import replace

import pandas as pd
import pytest
import reading
import worlds


@pytest.mark.parametrize(
    ("numbers", "agencies", "sentence"),
    [
        ((1, 3), (1, 2), "so the rise cannot be read as a rise in crime."),
        ((3, 1), (2, 1), "so the fall cannot be read as a fall in crime."),
        ((1, 3), (1, 1), "reporting agencies went from 1 to 1."),
    ],
    ids=["both rise", "both fall", "only incidents rise"],
)
def test_a_rise_never_stands_without_that_of_reporting(write, numbers, agencies, sentence) -> None:  # noqa: ANN001 - a fixture and a table
    view = worlds.view(worlds.World(own=sum(numbers)))
    years = [2024] * numbers[0] + [2025] * numbers[1]
    names = [f"agency {at % agencies[year - 2024]}" for at, year in enumerate(years)]
    days = pd.to_datetime([f"{year}-05-05" for year in years])
    view = replace(view, incidents=view.incidents.assign(date_from=days, in_period=True, detecting_agency=names))
    assert reading.paragraphs(write(view, "over_time"))[0].endswith(sentence)


def test_few_incidents_are_listed_one_by_one_without_a_chart(write) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=5, first_year=2024), "over_time")
    assert reading.keys(blocks) == ["areas", "incidents"]
    assert len(reading.rows(blocks, "incidents")) == 5


def test_ten_incidents_are_charted_and_not_listed(write) -> None:  # noqa: ANN001 - a fixture
    assert reading.keys(write(worlds.World(own=15, first_year=2024), "over_time")) == ["quarters", "areas"]


def test_record_classes_have_rows_of_their_own(write) -> None:  # noqa: ANN001 - a fixture
    found = reading.rows(write(worlds.World(own=80, classes=("police", "partner")), "over_time"), "areas")
    assert {row[1] for row in found} == {"Police and judicial records", "Partners' records"}


def test_nothing_is_written_without_records(write) -> None:  # noqa: ANN001 - a fixture
    assert write(worlds.World(own=0), "over_time") == []


def test_a_year_of_which_nothing_came_is_no_zero(write) -> None:  # noqa: ANN001 - a fixture
    view = worlds.view(worlds.World(own=30, returned=False))
    view.incidents["date_from"], view.incidents["in_period"] = pd.Timestamp("2025-05-05"), True
    blocks = write(view, "executive", "over_time", "after")
    said = reading.paragraphs(blocks)
    assert "30 incidents were recorded in 2025; nothing was received for 2024, so no change can be told." in said
    assert {row[2] for row in reading.rows(blocks, "areas")} == {"\N{EN DASH}"}
    assert [row[0] for row in reading.rows(blocks, "outcomes")] == ["2025"]
    assert "in 2024" not in "".join(card.trend_text for block in blocks if block.kind == "cards" for card in block.cards)


def test_records_known_by_the_year_only_leave_no_empty_chart(write) -> None:  # noqa: ANN001 - a fixture
    view = worlds.view(worlds.World(own=40, first_year=2024))
    by_year = replace(view, incidents=view.incidents.assign(date_precision="year"))
    blocks = write(by_year, "over_time")

    assert reading.keys(blocks) == ["areas"]
    assert any("have only a year, and are in no quarter." in text for text in reading.paragraphs(blocks))
