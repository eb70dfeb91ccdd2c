"""One finding for each cause: what was asked about a cell in reading it is not told again, more vaguely, in checking it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ens_reports.intake.columns.numeric import AMOUNTS
from ens_reports.intake.findings import Located

TELLS_MORE = {
    "country_ambiguous": frozenset({"country_not_listed"}),
    "country_misspelt": frozenset({"country_not_listed"}),
    "code_misspelt": frozenset({"code_not_listed", "word_not_listed"}),
    "currency_unclear": frozenset({"currency_missing", "sanction_currency_missing"}),
}
"""Check that says what a cell may mean -> checks that only say that it is not read."""
UNREAD = frozenset({"number_unreadable"})
"""Checks that say that a cell is not read, whatever was to be read from it."""


def one_for_each_cause(found: Sequence[Located]) -> list[Located]:
    """Findings without what another finding says better of the same cells; one of which nothing is left is dropped.

    Args:
        found: Findings about one sheet, in the order in which they are told.
    """
    askers = [item for item in found if item.finding.check in TELLS_MORE]
    found = _once_for_each_column(found)
    return [kept for item in found if (kept := _rest(item, [asker for asker in askers if _is_about(asker, item)])) is not None]


def _once_for_each_column(found: Sequence[Located]) -> list[Located]:
    """What two fields that read one column find in the same cells: told of the first."""
    told: dict[tuple[object, ...], str] = {}
    kept = []
    for item in found:
        place = (item.finding.check, item.sheet, item.column, item.audience, item.finding.rows.tobytes())
        if item.column < 0 or item.finding.check not in UNREAD or told.setdefault(place, item.finding.field) == item.finding.field:
            kept.append(item)
    return kept


def _is_about(asker: Located, item: Located) -> bool:
    fields = {asker.finding.field, AMOUNTS.get(asker.finding.field, "")}
    return item.finding.check in TELLS_MORE[asker.finding.check] and item.finding.field in fields


def _rest(item: Located, askers: Sequence[Located]) -> Located | None:
    if not askers:
        return item
    finding = item.finding
    asked = np.concatenate([asker.finding.rows for asker in askers])
    samples = {text for asker in askers for text in asker.finding.sample}
    rows = finding.rows[~np.isin(finding.rows, asked)]
    if not len(rows):
        return None
    values = {**finding.values, **({"n": str(len(rows))} if "n" in finding.values else {})}
    left = tuple(text for text in finding.sample if text not in samples)
    return replace(item, finding=replace(finding, rows=rows, values=values, sample=left))
