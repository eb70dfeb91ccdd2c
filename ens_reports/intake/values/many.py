"""Texts looked at by the thousand: Arrow tells which of them a reader can't know, so that Python reads only the others."""

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ens_reports.intake.values.fold import fold

LETTERS = "!-%'-_a-~\u00b0\u00c0-\u00d6\u00d8-\u00de\u00e0-\u00f6\u00f8-\u00ff"
"""ASCII but for `&` and the grave accent, the letters of western Europe but for the sharp s, and the sign of degrees."""
PLAIN = f"^[{LETTERS}]+( [{LETTERS}]+)*$"
"""Such letters with single blanks between them: nothing is to be tidied, and they are folded without looking at each."""
_ACCENTS = "[\u0300-\u036f]+"


def texts_of(cells: pd.Series) -> pa.LargeStringArray:
    """The cells of a column as Arrow holds them.

    Args:
        cells: Text without missing cells.
    """
    texts = pa.array(cells).cast(pa.large_string())
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


def as_texts(words: Iterable[str]) -> pa.LargeStringArray:
    """Words as Arrow holds them."""
    return pa.array(list(words), pa.large_string())


def listed(texts: pa.LargeStringArray) -> list[str]:
    """Texts as Python holds them, which is much quicker for all than for one after another."""
    found: list[str] = texts.to_numpy(zero_copy_only=False).tolist()
    return found


def distinct_of(cells: pd.Series) -> list[str]:
    """The distinct values of a column that are not blank, in the order of the rows.

    Args:
        cells: Text without missing cells.
    """
    return [value for value in listed(pc.unique(texts_of(cells))) if value]


def where(mask: pa.BooleanArray) -> NDArray[np.bool_]:
    """A mask of Arrow as one of numpy; what is neither is not."""
    found: NDArray[np.bool_] = pc.fill_null(mask, fill_value=False).to_numpy(zero_copy_only=False)
    return found


def among(cells: pd.Series, words: Collection[str]) -> pd.Series:
    """Which cells are one of some words.

    Args:
        cells: Text without missing cells.
        words: The words.
    """
    return pd.Series(where(pc.is_in(texts_of(cells), value_set=as_texts(words))), index=cells.index)


def folded(texts: pa.LargeStringArray) -> pa.LargeStringArray:
    """Texts as `fold` makes them, for those of plain letters; null for all others.

    Args:
        texts: Of any kind.
    """
    plain = pc.if_else(pc.match_substring_regex(texts, PLAIN), texts, pa.scalar(None, pa.large_string()))
    if pc.all(pc.string_is_ascii(plain)).as_py() is False:
        plain = pc.replace_substring_regex(pc.utf8_normalize(plain, form="NFKD"), _ACCENTS, "")
    return pc.utf8_lower(plain)


def fold_all(texts: pa.LargeStringArray) -> pa.LargeStringArray:
    """All texts as `fold` makes them.

    Args:
        texts: Of any kind.
    """
    found = folded(texts)
    others = pc.is_null(found)
    return pc.replace_with_mask(found, others, as_texts(fold(text) for text in listed(texts.filter(others))))


def is_word(texts: pa.LargeStringArray, words: Collection[str]) -> pa.BooleanArray:
    """Which texts are one of some words, or written in letters that only `fold` can tell.

    Args:
        texts: Of any kind.
        words: Folded.
    """
    plain = folded(texts)
    return pc.or_kleene(pc.is_null(plain), pc.is_in(plain, value_set=as_texts(sorted(words))))


def matches(texts: pa.LargeStringArray, pattern: str) -> pa.BooleanArray:
    """Which texts have a place that a pattern of RE2 fits."""
    return pc.match_substring_regex(texts, pattern)
