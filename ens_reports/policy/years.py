"""The period of an edition: the last full years before the snapshot's day, or back where the records are."""

import re
from datetime import timedelta

import pandas as pd

from ens_reports.errors import RequestError
from ens_reports.params import Period, Product

FRESH = timedelta(days=365)
"""What came in longer ago than this does not move a period: a silent year is told as silence."""
YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4})?)?")


def parse(text: str, product: Product) -> Period:
    """The period that a command asks for.

    Args:
        text: `2024-2025` or `2025`.
        product: Tells how many years of history its time charts show.

    Raises:
        RequestError: It is neither.
    """
    asked = YEARS.fullmatch(text)
    if asked is None or (asked[2] and asked[2] < asked[1]):
        raise RequestError(f"period must be years such as 2024-2025, got {text!r}", hint="give the first and the last year")
    first, last = int(asked[1]), int(asked[2] or asked[1])
    return _ending(last, product, years=last - first + 1)


def last_full(product: Product, *, before: int) -> Period:
    """The last full years before a year.

    Args:
        product: How many years it speaks about.
        before: The year of the snapshot's day.
    """
    return _ending(before - 1, product, years=product.period.years)


def moved_back(period: Period, days: pd.Series, product: Product) -> Period:
    """The period, or the one that ends with the newest record when all records are older.

    Args:
        period: Where it would lie.
        days: `date_from` of the records that the edition would rest on.
        product: How many years it speaks about.
    """
    years = days.dropna().dt.year
    newest = years[years <= period.last_year].max()
    return _ending(int(newest), product, years=product.period.years) if newest < period.first_year else period


def _ending(last: int, product: Product, *, years: int) -> Period:
    first = last - years + 1
    return Period(first_year=first, last_year=last, history_from=min(first, last - product.period.history_years + 1))
