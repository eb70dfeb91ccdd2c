"""Rules about one or two columns that several families of contracts have."""

from datetime import date

import pandas as pd

from data_contracts import codelists
from data_contracts.checks import dates
from data_contracts.checks.digits import DIGITS, wrong
from data_contracts.checks.rules import Mask, Rule


def digit(column: str) -> Rule:
    """A number whose check digit must agree.

    Args:
        column: A key of `DIGITS`.
    """
    check, agrees = DIGITS[column]
    return Rule(check=check, column=column, fails=lambda records: wrong(records[column], agrees), blanks=(column,))


def position(latitude: str, longitude: str) -> tuple[Rule, ...]:
    """A position must be whole, and not the point that stands for none.

    Args:
        latitude: Its column.
        longitude: Its column.
    """
    both = (latitude, longitude)
    return (
        Rule(
            check="position_half",
            column=latitude,
            fails=lambda records: records[latitude].isna() != records[longitude].isna(),
            blanks=both,
        ),
        Rule(
            check="position_zero",
            column=latitude,
            fails=lambda records: (records[latitude] == 0) & (records[longitude] == 0),
            blanks=both,
        ),
    )


def not_after(column: str, today: date) -> Rule:
    """A day that can't lie in the future; one that does counts as not recorded.

    Args:
        column: The column.
        today: Day of intake.
    """
    return Rule(
        check="day_in_future",
        column=column,
        fails=lambda records: first_day(records[column]) > pd.Timestamp(today),
        blanks=(column,),
    )


def out_of_date(column: str, listed: str = "") -> Mask:
    """A mask of rows with a code that was not on its list on any day that the incident can have been on.

    Args:
        column: The column.
        listed: Name of the list; the column's own name by default.
    """
    dated = codelists.dated(listed or column)

    def fails(records: pd.DataFrame) -> pd.Series:
        failed = pd.Series(data=False, index=records.index)
        cells = records[column]
        distinct = cells.dropna().unique()
        for code, (first, last) in dated.items():
            holding = [cell for cell in distinct if code in cell.split(";")] if any(code in cell for cell in distinct) else []
            if holding:
                outside = (records["date_to"] < pd.Timestamp(first)) | (records["date_from"] > pd.Timestamp(last))
                failed |= cells.isin(holding) & outside
        return failed

    return fails


def spans(texts: pd.Series) -> dict[str, pd.Series]:
    """The columns that say which days a date can be.

    Args:
        texts: Canonical dates, none missing.

    Returns:
        `date_from`, `date_to` and `date_precision`.
    """
    found = dates.span(texts)
    return {name: found[name] for name in ("date_from", "date_to", "date_precision")}


def first_day(cells: pd.Series) -> pd.Series:
    """The first day that each date can be.

    Args:
        cells: Canonical dates, with missing cells.

    Returns:
        datetime64[s], same index, missing where there is none.
    """
    return _edge(cells, "date_from")


def last_day(cells: pd.Series) -> pd.Series:
    """The last day that each date can be.

    Args:
        cells: Canonical dates, with missing cells.

    Returns:
        datetime64[s], same index, missing where there is none.
    """
    return _edge(cells, "date_to")


def _edge(cells: pd.Series, which: str) -> pd.Series:
    known = cells.dropna()
    return dates.span(known)[which].reindex(cells.index).astype("datetime64[s]")
