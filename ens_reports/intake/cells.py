"""One column as its sender wrote it: blanks, missing words and spellings set right, each with a finding."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from ens_reports.intake.findings import Cells, Collector, Mask
from ens_reports.intake.fold import fold, tidy
from ens_reports.intake.words import MISSING


@dataclass(frozen=True, kw_only=True)
class Place:
    """Which column is read, for which field, and where findings go.

    Attributes:
        collector: Takes the findings.
        column: Position in the sheet, from 0.
        field: Name of the contract's field, empty for a column that is looked at only.
    """

    collector: Collector
    column: int
    field: str

    def note(self, check: str, cells: Cells, mask: Mask, **values: str) -> None:
        """Note a cause for the cells where a mask holds."""
        self.collector.add_cells(check, cells, mask, column=self.column, field_name=self.field, values=values)


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
    tidied = translate(raw, {value: tidy(value) for value in raw.unique()})
    only_blanks = (raw != "") & (tidied == "")
    place.note("cells_only_blanks", raw, only_blanks)
    place.note("blanks_trimmed", raw, (tidied != "") & (raw.str.strip(" \t\r\n\u00a0") != raw))
    words = (MISSING | {fold(word) for word in missing}) - {fold(word) for word in kept}
    absent = {value for value in tidied.unique() if value and fold(value) in words}
    if absent:
        mask = tidied.isin(absent)
        place.note("missing_words", raw, mask, words=", ".join(sorted(absent)), number=str(int(mask.sum())))
        tidied = tidied.mask(mask, "")
    return tidied


def note_spellings(cells: Cells, place: Place) -> None:
    """Note values that are written in several ways, at the cells that differ from the usual spelling.

    Args:
        cells: As sent, so that an outer blank counts as a spelling.
        place: Column and field.
    """
    counts = Counter(value for value in cells if value.strip())
    groups: dict[str, list[str]] = {}
    for value in counts:
        groups.setdefault(fold(value), []).append(value)
    several = [group for group in groups.values() if len(group) > 1]
    if several:
        unusual = {value for group in several for value in group if value != max(group, key=lambda item: (counts[item], item))}
        place.note("spellings_several", cells, cells.isin(unusual), number=str(len(several)))


def use_table(cells: Cells, table: dict[str, str]) -> tuple[Cells, Mask]:
    """Replace the values that a table has.

    Args:
        cells: Tidy cells.
        table: Their value -> ours; compared folded.

    Returns:
        The cells, and where one was replaced.
    """
    folded = {fold(key): value for key, value in table.items()}
    known = {value: folded[fold(value)] for value in cells.unique() if value and fold(value) in folded}
    return translate(cells, known), cells.isin(known.keys())


def extract(cells: Cells, expression: str) -> Cells:
    """The first group of a regular expression, empty where it does not match."""
    found = cells.str.extract(expression, expand=False)
    return found.fillna("").astype("str")


def translate(cells: Cells, known: dict[str, str]) -> Cells:
    """Replace values by a dictionary, each distinct value once."""
    return cells.map(lambda value: known.get(value, value)).astype("str")
