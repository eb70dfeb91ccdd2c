import pandas as pd
import pytest

from ens_reports.errors import RequestError
from ens_reports.params import Period, Product
from ens_reports.policy.years import last_full, moved_back, parse


def _period(first: int, last: int, history: int) -> Period:
    return Period(first_year=first, last_year=last, history_from=history)


def test_the_last_full_years_end_before_the_snapshots_year(product: Product) -> None:
    assert last_full(product, before=2026) == _period(2024, 2025, 2021)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013-2014", _period(2013, 2014, 2010)),
        ("2025", _period(2025, 2025, 2021)),
        ("2025-2025", _period(2025, 2025, 2021)),
        ("2013-", _period(2013, 2013, 2009)),
        ("2010-2019", _period(2010, 2019, 2010)),
    ],
)
def test_years_that_are_asked_for(product: Product, text: str, expected: Period) -> None:
    assert parse(text, product) == expected


@pytest.mark.parametrize(
    "text", ["2014-2013", "14", "2013-14", "2013-20145", "last year", "year", "2013-year", "2013-2014-2015", "-2014", ""]
)
def test_other_words_are_no_years(product: Product, text: str) -> None:
    with pytest.raises(RequestError) as caught:
        parse(text, product)
    assert caught.value.message == f"period must be years such as 2024-2025, got {text!r}"


def _moved(product: Product, *days: str) -> Period:
    return moved_back(_period(2024, 2025, 2021), pd.to_datetime(pd.Series(days, dtype="str")), product)


@pytest.mark.parametrize("day", ["2024-01-01", "2025-12-31"])
def test_a_record_in_the_period_keeps_it(product: Product, day: str) -> None:
    assert _moved(product, "2014-07-01", day) == _period(2024, 2025, 2021)


def test_older_records_alone_move_it_to_the_newest_of_them(product: Product) -> None:
    assert _moved(product, "1998-02-01", "2014-07-01") == _period(2013, 2014, 2010)
    assert _moved(product, "2014-07-01", "2026-01-05") == _period(2013, 2014, 2010)


@pytest.mark.parametrize("days", [(), ("2026-01-05",)])
def test_nothing_older_keeps_it(product: Product, days: tuple[str, ...]) -> None:
    assert _moved(product, *days) == _period(2024, 2025, 2021)
