"""Which checks a contract's rows meet, and at which columns: found by trying, so that it can't differ from what is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from data_contracts import codelists
from data_contracts.catalogue import CHECKS
from data_contracts.check import Check
from data_contracts.checks.missing import ANY_OF
from data_contracts.checks.placing import NO_COUNTRY
from data_contracts.checks.ways import WAYS
from data_contracts.publish.samples import sample
from data_contracts.registry import Contract
from data_contracts.validate import validate

TODAY = date(2026, 1, 5)
TRIED = (None, "?!", "-98765", "98765432.5", "2025-13-45", "1820-01-01", "2999-12-31", "in 2024 or so", "2024", "unknown", "XXX")
"""What is put into each cell of a good record, one after the other."""
POSITION = ("latitude", "longitude")
MOVED = (("39.6682", "-4.0435"), ("-4.0435", "-39.6682"), ("-40435", "396682"), ("64.5", "20.5"))
"""The good record's position exchanged, with another sign, without its decimal mark, and in another country."""
OF_LINES = {"item_no_missing": "item_no", "item_no_repeated": "item_no", "row_repeated": ""}
"""Checks of the rows of one number against each other, which a single cell does not show -> their column."""
OF_INCIDENTS = {"incident_dates_differ": "incident_date"}
"""The same for incidents alone."""
SHORTENED = ("columns_absent", "columns_absent_minor")
"""Tell of several gaps at once."""
COMPARED = 3
"""From this level on a file is compared with others: with what the sender sent before, and with what other parties sent."""
PLACES = [code for code in codelists.codes("countries") if code not in NO_COUNTRY]
KEYS: dict[str, Callable[[int], str]] = {
    "incident_id": "N{}".format,
    "subject_id": "N{}".format,
    "movement_id": "N{}".format,
    "source_id": "N{}".format,
    "reporting_country": lambda row: PLACES[row % len(PLACES)],
    "return_year": lambda row: str(2000 + row // len(PLACES)),
}
"""Columns that name a record -> what they hold in each row."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A check that rows of a contract meet.

    Attributes:
        check: Its row in the catalogue.
        fields: Columns that it is about, in the contract's order; none for the row as a whole.
    """

    check: Check
    fields: tuple[str, ...]


@lru_cache
def asked(contract: Contract) -> tuple[Asked, ...]:
    """The checks of a contract, in the catalogue's order.

    Args:
        contract: The contract.
    """
    found: dict[str, set[str]] = {}
    for check, field in (*_tried(contract), *_ruled(contract), *_of_lines(contract), *_compared(contract)):
        found.setdefault(check, set()).add(field)
    order = list(contract.fields)
    return tuple(
        Asked(check=check, fields=tuple(name for name in order if name in found[check.id]))
        for check in CHECKS.values()
        if check.id in found and check.id not in SHORTENED
    )


def _tried(contract: Contract) -> list[tuple[str, str]]:
    """Checks that a good record meets when one of its cells, or all that answer one question, are spoilt."""
    good = sample(contract)
    rows = [{**good, name: text} for name in contract.fields for text in TRIED]
    rows += [{**good, **dict.fromkeys({*names, "longitude"} & set(good))} for names in ANY_OF.values()]
    rows += [{**good, **moved} for moved in (dict(zip(POSITION, place, strict=True)) for place in MOVED) if moved.keys() <= good.keys()]
    frame = pd.DataFrame([good, *rows]).astype("object")
    told = frame.assign(**{name: _apart(frame[name], name) for name in _keys(contract)})
    return [(finding.check, finding.field) for finding in validate(told.astype("str"), contract, today=TODAY).findings]


def _keys(contract: Contract) -> list[str]:
    """Columns that keep rows apart: numbers do so by themselves; countries only where there are none, for the land of each is looked at."""
    names = [name for name in contract.key if name in KEYS]
    return [name for name in names if name.endswith("_id")] or names


def _apart(cells: pd.Series, name: str) -> pd.Series:
    """Different keys in all rows, so that no two are one record; spoilt cells stay."""
    made = pd.Series([KEYS[name](row) for row in range(len(cells))], index=cells.index)
    return made.where(cells.eq(cells.iloc[0]), cells)


def _ruled(contract: Contract) -> list[tuple[str, str]]:
    """Rules that look at several cells of a row."""
    return [(rule.check, rule.column) for rule in WAYS[contract.family].rules(contract, TODAY)]


def _of_lines(contract: Contract) -> list[tuple[str, str]]:
    lines = OF_LINES if contract.lines else {}
    return [*lines.items(), *(OF_INCIDENTS.items() if contract.family == "incidents" else ())]


def _compared(contract: Contract) -> list[tuple[str, str]]:
    """Checks against other submissions; only incidents are compared."""
    return [(name, "") for name, check in CHECKS.items() if check.level >= COMPARED] if contract.family == "incidents" else []
