"""One column as its sender wrote it: blanks, missing words and spellings set right, each with a finding."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from numpy.typing import NDArray

from ens_reports.intake.findings import Cells, Collector, Mask
from ens_reports.intake.values.fold import ENTITY, INVISIBLE, fold, tidy
from ens_reports.intake.values.many import among, as_texts, distinct_of, fold_all, folded, texts_of, where
from ens_reports.intake.values.words import MISSING

BLANKS = " \t\r\n\u00a0"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Which column is read, for which field, and where findings go.

    Attributes:
        collector: Takes the findings.
        column: Position in the sheet, from 0.
        field: Name of the contract's field, empty for a column that is looked at only.
        weights: Where cells are distinct values: how many rows of the whole column hold each.
    """

    collector: Collector
    column: int
    field: str
    weights: NDArray[np.int64] | None = None

    def note(self, check: str, cells: Cells, mask: Mask, **values: str) -> None:
        """Note a cause for the cells where a mask holds."""
        self.collector.add_cells(check, cells, mask, column=self.column, field_name=self.field, values=values)

    def note_values(self, check: str, cells: Cells, found: Collection[str], **values: str) -> None:
        """Note a cause for the cells that hold certain values; there are seldom any, and looking at values is quicker than at cells."""
        if found:
            self.note(check, cells, among(cells, found), **values)

    def count(self, cells: Cells, mask: Mask | None = None) -> dict[str, int]:
        """How many rows of the whole column hold each value.

        Args:
            cells: What became of the column's cells, one for each.
            mask: Which of them count; none: all.
        """
        weights = pd.Series(1 if self.weights is None else self.weights, index=cells.index)
        cells, weights = (cells, weights) if mask is None else (cells[mask], weights[mask])
        return {str(value): int(number) for value, number in weights.groupby(cells, sort=False).sum().items()}

    def total(self, mask: Mask) -> int:
        """How many rows of the whole column a mask holds for.

        Args:
            mask: One for each of the column's cells.
        """
        return int(mask.sum() if self.weights is None else self.weights[mask.to_numpy(dtype=bool)].sum())


def clean(raw: Cells, place: Place, *, missing: Collection[str] = (), kept: Collection[str] = ()) -> Cells:
    """Take outer blanks and words for "not recorded" away.

    Args:
        raw: Cells as sent.
        place: Column and field.
        missing: Further words for "not recorded".
        kept: Words that are not, though they usually are.

    Returns:
        Tidy cells, empty for not recorded.
    """
    words = (MISSING | {fold(word) for word in missing}) - {fold(word) for word in kept}
    tidied = {value: tidy(value) for value in distinct_of(to_look_at(raw, words))}
    place.note_values("cells_only_blanks", raw, {value for value, text in tidied.items() if value and not text})
    place.note_values("blanks_trimmed", raw, {value for value, text in tidied.items() if text and value.strip(BLANKS) != value})
    place.note_values("entities_read", raw, {value for value in tidied if "&" in value and ENTITY.search(value)})
    place.note_values("invisible_removed", raw, {value for value in tidied if not value.isascii() and INVISIBLE.search(value)})
    absent = {value: text for value, text in tidied.items() if text and fold(text) in words}
    if absent:
        mask = among(raw, absent)
        place.note("missing_words", raw, mask, words=", ".join(sorted(set(absent.values()))), number=str(int(mask.sum())))
    return translate(raw, {**tidied, **dict.fromkeys(absent, "")})


def to_look_at(raw: Cells, words: Collection[str]) -> Cells:
    """The cells that are not plain words as they would be typed, and those that are one of some words.

    Args:
        raw: Cells as sent.
        words: Folded.
    """
    plain = folded(texts_of(raw))
    looked_at: Cells = raw[where(pc.or_kleene(pc.is_null(plain), pc.is_in(plain, value_set=as_texts(sorted(words)))))]
    return looked_at


def note_spellings(cells: Cells, place: Place) -> None:
    """Note values that are written in several ways, at the cells that differ from the usual spelling.

    Args:
        cells: As sent, so that an outer blank counts as a spelling.
        place: Column and field.
    """
    values = pd.Series([value for value in distinct_of(cells) if value.strip()], dtype="str")
    spelt = values[pd.Series(fold_all(texts_of(values)), dtype="str").duplicated(keep=False)].tolist()
    if not spelt:
        return
    counts = place.count(cells, among(cells, spelt))
    groups: dict[str, list[str]] = {}
    for value in counts:
        groups.setdefault(fold(value), []).append(value)
    several = [group for group in groups.values() if len(group) > 1]
    if several:
        unusual = {value for group in several for value in group if value != max(group, key=lambda item: (counts[item], item))}
        place.note_values("spellings_several", cells, unusual, number=str(len(several)))


def extract(cells: Cells, expression: str) -> Cells:
    """The first group of a regular expression, empty where it does not match."""
    found = cells.str.extract(expression, expand=False)
    return found.fillna("").astype("str")


def translate(cells: Cells, known: dict[str, str]) -> Cells:
    """Replace values by a dictionary, each distinct value once."""
    changed = {value: text for value, text in known.items() if value != text}
    if not changed:
        return cells
    texts = texts_of(cells)
    places = pc.index_in(texts, value_set=as_texts(changed))
    said = pc.coalesce(as_texts(changed.values()).take(places), texts)
    return pd.Series(said, index=cells.index, dtype=cells.dtype)
