from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_contracts.checks import dates


@pytest.mark.parametrize(
    ("text", "read", "problem"),
    [
        ("2025-03-14", "2025-03-14", ""),
        ("2025-3-4", "2025-03-04", ""),
        ("2025-03", "2025-03", ""),
        ("2025", "2025", ""),
        ("2024-02-29", "2024-02-29", ""),
        ("2025-02-29", "2025-02", "date_part_impossible"),
        ("2025-00-10", "2025", "date_part_impossible"),
        ("2025-03-00", "2025-03", "date_part_impossible"),
        ("15.72013", "", "date_unreadable"),
        ("12/03/2019", "2019", "date_year_only"),
        ("2015-2016", "", "date_unreadable"),
        ("SPLIT 2015/2015", "2015", "date_year_only"),
        ("", "", "date_unreadable"),
    ],
)
def test_read(text: str, read: str, problem: str) -> None:
    assert dates.read(text) == dates.Reading(text=read, problem=problem)


@given(st.text())
def test_what_is_read_reads_the_same_again(text: str) -> None:
    once = dates.read(text)
    if once.text:
        assert dates.read(once.text) == dates.Reading(text=once.text)


@given(st.dates())
def test_every_day_is_read_as_it_is(day: date) -> None:
    assert dates.read(day.isoformat()) == dates.Reading(text=day.isoformat())


def test_read_all_keeps_missing_cells_and_the_index() -> None:
    texts, problems = dates.read_all(pd.Series(["2025-01-02", None, "x"], index=[5, 6, 7], dtype="str"))
    assert texts.fillna("-").to_dict() == {5: "2025-01-02", 6: "-", 7: "-"}
    assert problems.fillna("-").to_dict() == {5: "-", 6: "-", 7: "date_unreadable"}


def test_span_is_the_first_and_last_day_it_can_be() -> None:
    found = dates.span(pd.Series(["2024-02", "2025-03-14", "2023"], index=[2, 3, 4], dtype="str"))
    assert found["date_from"].dt.strftime("%Y-%m-%d").to_dict() == {2: "2024-02-01", 3: "2025-03-14", 4: "2023-01-01"}
    assert found["date_to"].dt.strftime("%Y-%m-%d").to_dict() == {2: "2024-02-29", 3: "2025-03-14", 4: "2023-12-31"}
    assert found["date_precision"].to_dict() == {2: "month", 3: "day", 4: "year"}


def test_span_of_years_that_nanoseconds_do_not_reach() -> None:
    found = dates.span(pd.Series(["0950"], dtype="str"))
    assert str(found.loc[0, "date_from"].date()) == "0950-01-01"
