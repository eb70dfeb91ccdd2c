import pandas as pd
import worlds

from ens_reports.analysis import quarters

SPAN = quarters.between(2024, 2025)


def returns(*rows: tuple[str, str | None, str | None]) -> pd.DataFrame:
    """Submissions: received on, period from, period to."""
    frame = pd.DataFrame(rows, columns=["received_on", "period_from", "period_to"])
    return frame.apply(pd.to_datetime)


def test_a_record_with_only_a_year_is_in_no_quarter() -> None:
    days = pd.to_datetime(["2024-02-01", "2024-02-01", "2024-01-01"])
    records = worlds.incidents(3, date_from=days, date_precision=["day", "month", "year"])
    assert quarters.per_quarter(records, SPAN).to_list() == [2, 0, 0, 0, 0, 0, 0, 0]


def test_an_unnamed_agency_stands_under_its_kind() -> None:
    records = worlds.incidents(3, detecting_agency=[" Customs ", None, ""], source_type="police")
    assert quarters.agency(records).to_list() == ["customs", "police", "police"]


def test_the_newest_quarters_are_open_until_ninety_days_after_their_end() -> None:
    late_enough = quarters.complete(returns(("2026-03-31", "2024-01-01", "2025-12-31")), SPAN)
    too_early = quarters.complete(returns(("2026-03-30", "2024-01-01", "2025-12-31")), SPAN)
    assert late_enough.all()
    assert too_early.to_list() == [True] * 7 + [False]


def test_what_lies_before_a_complete_quarter_counts_as_complete() -> None:
    found = quarters.complete(returns(("2026-06-01", "2025-01-01", "2025-06-30")), SPAN)
    assert found.to_list() == [True] * 6 + [False] * 2


def test_a_submission_that_states_no_period_speaks_about_what_lies_before_it() -> None:
    assert quarters.complete(returns(("2025-04-01", None, None)), SPAN).to_list() == [True] * 4 + [False] * 4


def test_without_submissions_nothing_is_complete() -> None:
    assert not quarters.complete(returns(), SPAN).any()


def test_active_agencies_are_counted_once_a_quarter() -> None:
    day = pd.Timestamp("2024-05-05")
    records = worlds.incidents(3, date_from=day, date_precision="day", detecting_agency=["customs", "Customs", "police"])
    assert quarters.agencies_active(records, SPAN).to_list() == [0, 2, 0, 0, 0, 0, 0, 0]
