import pandas as pd
import pytest
import worlds

from ens_reports.analysis import windows
from ens_reports.analysis.windows import Window


def dated(*days: str, precision: str = "day") -> pd.DataFrame:
    return worlds.incidents(len(days)).assign(date_from=pd.to_datetime(list(days)), date_precision=precision)


def test_incidents_around_the_new_year_give_a_window_across_it() -> None:
    found = windows.months(dated(*(f"2024-{month}-05" for month in ("11", "12", "12", "12", "12", "01", "01", "01", "06"))))
    assert found == Window(first=11, last=1, share=8 / 9, n=9)


def test_an_even_spread_has_no_window() -> None:
    assert windows.months(dated(*(f"2024-{month:02}-05" for month in range(1, 13)))) is None


def test_seven_dates_are_too_few_whatever_they_say() -> None:
    assert windows.months(dated(*["2024-12-05"] * 7)) is None
    assert windows.months(dated(*["2024-12-05"] * 8)) is not None


def test_a_weekday_needs_the_day() -> None:
    mondays = ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05", "2024-02-12", "2024-02-19"]
    assert windows.weekday(dated(*mondays)) == Window(first=1, last=1, share=1.0, n=8)
    assert windows.weekday(dated(*mondays, precision="month")) is None


def test_a_date_known_by_the_year_is_in_no_month() -> None:
    assert windows.by_month(dated("2024-01-01", "2024-03-05", precision="year")).tolist() == [0] * 12
    assert windows.by_month(dated("2024-01-01", "2024-03-05", precision="month"))[[0, 2]].tolist() == [1, 1]


@pytest.mark.parametrize("number", [8, 20, 100])
def test_the_test_holds_its_level(number: int) -> None:
    """An even spread is called a window in at most about 5 of 100 cases."""
    random = worlds.np.random.default_rng(3)
    tallies = random.multinomial(number, [1 / 12] * 12, size=400)
    called = sum(windows._window(tally, width=3) is not None for tally in tallies)
    assert called <= 0.08 * 400
