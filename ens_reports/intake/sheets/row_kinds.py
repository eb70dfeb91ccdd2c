"""Which rows below a header are records, and which are totals, titles, notes or the header again."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ens_reports.intake.columns.distinct import Coded, Distinct, encode
from ens_reports.intake.values.fold import fold

TOTAL_WORDS = frozenset(
    fold(word)
    for word in (
        "total", "totals", "grand total", "subtotal", "sub-total", "sub total", "sum", "totaux", "total général", "sous-total",
        "sous total", "somme", "total general", "totales", "suma", "subtotales", "sumas", "soma", "total geral", "sub total general",
        "المجموع", "الإجمالي", "مجموع", "إجمالي", "المجموع الكلي", "المجموع الفرعي",
        "jumlah", "jumlah total", "total keseluruhan", "tổng", "tổng cộng", "gesamt", "summe", "gesamtsumme", "totaal", "razem", "ogółem",
        "итого", "всего", "toplam", "jumla", "celkem",
    )
)  # fmt: skip
"""First filled cell of a row that adds up the rows above; the second too, where the row is emptier than records are."""
PARTS_OF_TOTAL = (
    "tot", "sum", "som", "juml", r"t\x{1ed5}ng", "gesamt", "razem", r"og\x{f3}", r"\x{438}\x{442}\x{43e}\x{433}",
    r"\x{432}\x{441}\x{435}\x{433}", "topl", "celk", r"\x{0645}\x{062c}\x{0645}\x{0648}\x{0639}", r"\x{062c}\x{0645}\x{0627}\x{0644}",
)  # fmt: skip
MAYBE_TOTAL = f"(?i){'|'.join(PARTS_OF_TOTAL)}"
"""Every word for a total has one of these: it spares looking at all others."""
NOTE_WORDS = frozenset(
    fold(word)
    for word in ("source", "sources", "note", "notes", "nb", "n.b.", "nota", "notas", "fuente", "fonte", "remarque", "المصدر", "ملاحظة")
)
"""First word of a note below a table."""
MIN_COLUMNS_FOR_BANDS = 4
"""In a table at least so wide, a row with one filled cell is a title inside the table, not a record."""
LONG_TEXT = 40
"""Letters from which the only cell of a row is a note, wherever it stands."""
LOOKED_AT_ROWS = 1_000
"""Rows by which it is told how many cells a record fills."""


class Kind(IntEnum):
    """What a row is."""

    BLANK = 0
    RECORD = 1
    TOTAL = 2
    OTHER = 3


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """Some rows, looked at.

    Attributes:
        kinds: What each row is.
        columns: Each column by its distinct values, over all the rows.
    """

    kinds: NDArray[np.int8]
    columns: tuple[tuple[Distinct, Coded], ...]


def usual_width(rows: pd.DataFrame) -> float:
    """How many cells a record of a table fills, by its first rows.

    Args:
        rows: Rows below the header, as sent.
    """
    if rows.empty:
        return 0.0
    filled = np.array([[bool(text.strip()) for text in row] for row in rows.head(LOOKED_AT_ROWS).to_numpy(dtype=object)]).sum(axis=1)
    return float(np.median(filled[filled > 0])) if filled.any() else 0.0


def look_at_rows(rows: pd.DataFrame, header: Sequence[str], *, usual: float, named: bool) -> Seen:
    """Tell records from what is none.

    Args:
        rows: Rows below the header, as sent; columns by position.
        header: Headers as sent, by position.
        usual: How many cells a record of the table fills.
        named: The format names its columns (JSON, Parquet): then no row is a title.
    """
    columns = tuple(encode(rows[position]) for position in range(rows.shape[1]))
    filled = np.zeros((len(rows), len(columns)), dtype=bool)
    for position, (distinct, coded) in enumerate(columns):
        filled[:, position] = (distinct.texts.str.strip() != "").to_numpy(dtype=bool)[coded.codes]
    count = filled.sum(axis=1)
    kinds = np.where(count > 0, Kind.RECORD, Kind.BLANK).astype(np.int8)
    kinds[_is_header(columns, header) & (count > 0)] = Kind.OTHER
    if len(header) >= MIN_COLUMNS_FOR_BANDS and not named:
        kinds[_is_title(columns, filled, count) | _is_note(columns, filled, count)] = Kind.OTHER
    kinds[_is_total(columns, filled, usual=usual)] = Kind.TOTAL
    return Seen(kinds=kinds, columns=columns)


def _is_header(columns: tuple[tuple[Distinct, Coded], ...], header: Sequence[str]) -> NDArray[np.bool_]:
    """Rows that say the header again; it is looked for in further columns only while there are any."""
    same = np.ones(len(columns[0][1].codes) if columns else 0, dtype=bool)
    for (distinct, coded), name in zip(columns, header, strict=False):
        if same.any():
            same &= (distinct.texts == name).to_numpy(dtype=bool)[coded.codes]
    return same


def _is_title(columns: tuple[tuple[Distinct, Coded], ...], filled: NDArray[np.bool_], count: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Rows with one filled cell: the first, or a long text anywhere."""
    one = np.flatnonzero(count == 1)
    found = np.zeros(len(count), dtype=bool)
    where = filled[one].argmax(axis=1)
    texts = _texts(columns, one, where)
    found[one] = [position == 0 or len(text) >= LONG_TEXT for position, text in zip(where, texts, strict=True)]
    return found


def _is_note(columns: tuple[tuple[Distinct, Coded], ...], filled: NDArray[np.bool_], count: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Rows with two filled cells or one, the first of which begins with a word for notes."""
    few = np.flatnonzero((count == 1) | (count == 2))  # noqa: PLR2004 - the word, and the note
    found = np.zeros(len(count), dtype=bool)
    texts = _texts(columns, few, filled[few].argmax(axis=1))
    found[few] = [fold(text).partition(" ")[0].rstrip(":*.") in NOTE_WORDS or fold(text).partition(":")[0] in NOTE_WORDS for text in texts]
    return found


def _is_total(columns: tuple[tuple[Distinct, Coded], ...], filled: NDArray[np.bool_], *, usual: float) -> NDArray[np.bool_]:
    """Rows whose first filled cell is a word for a total; in rows that fill less than records do also its beginning, or the second cell.

    In rows that fill at most half as much its end is enough: `Station Total` is a place too.
    """
    count = filled.sum(axis=1)
    narrow, sparse = count < usual, 2 * count <= usual
    found = np.zeros(len(count), dtype=bool)
    if not filled.shape[1]:
        return found
    first = filled.argmax(axis=1)
    before = filled.cumsum(axis=1, dtype=np.int16) if narrow.any() else filled
    for position, (distinct, coded) in enumerate(columns):
        whole, beginning, ending = _total_texts(distinct)
        if not (beginning | ending).any():
            continue
        leads, follows = (first == position) & filled[:, position], narrow & filled[:, position]
        follows = follows & (before[:, position] == 2) if narrow.any() else follows  # noqa: PLR2004 - the second filled cell
        found |= whole[coded.codes] & (leads | follows) | beginning[coded.codes] & leads & narrow | ending[coded.codes] & leads & sparse
    return found


def _total_texts(distinct: Distinct) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which values are a word for a total, which begin with one, and which end with one: `Total mars`, `January 2023 total`."""
    whole, beginning, ending = (np.zeros(len(distinct.texts), dtype=bool) for _ in range(3))
    maybe = pc.match_substring_regex(pa.array(distinct.texts), MAYBE_TOTAL)
    for position in np.flatnonzero(maybe.to_numpy(zero_copy_only=False)):
        words = fold(str(distinct.texts.iloc[position])).rstrip(" :.").split()
        whole[position] = " ".join(words) in TOTAL_WORDS
        lengths = range(1, len(words) + 1)
        beginning[position] = any(" ".join(words[:length]).rstrip(":") in TOTAL_WORDS for length in lengths)
        ending[position] = any(" ".join(words[-length:]) in TOTAL_WORDS for length in lengths)
    return whole, beginning, ending


def _texts(columns: tuple[tuple[Distinct, Coded], ...], rows: NDArray[np.int64], where: NDArray[np.int64]) -> list[str]:
    """The text of one cell of each row."""
    chosen = (columns[position] for position in where)
    return [str(distinct.texts.iloc[coded.codes[row]]).strip() for (distinct, coded), row in zip(chosen, rows, strict=True)]
