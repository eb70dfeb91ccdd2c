"""Text as runs of words: what a value and a page have in common, whatever stands between the words.

A run is its words written together, so that it is found again when a line breaks within it, or when hyphens and slashes turn into spaces.
Digits alone keep their places: a date and three columns of a table must not become a number.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

import pandas as pd

LONGEST = 8
"""Words of a value that is one run; of what is longer, windows are."""
BROKEN = 3
"""Times that lines may break within the words of one value."""
WINDOW = 6
"""Words of a window: what quotes eleven words of a sentence or more holds a whole one."""
HEAD = 6
"""Characters by which a run is looked for first."""
MARK = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
"""What stands on a page for a character that can't be printed."""
UNSEEN = re.compile("[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
WORD = re.compile(r"[^\W_]+")
LAST_CHARACTER = 0x10FFFF
BORDER = "\N{SYMBOL FOR UNIT SEPARATOR}"
"""No word, so that no run goes across it."""


def words(text: str) -> list[str]:
    """The words of a text, in lower case: letters and digits, whatever joins them.

    Args:
        text: Any text, also as a page shows it.
    """
    if text.isascii() and "[U+" not in text:
        return WORD.findall(text.lower())
    shown = MARK.sub(_marked, text)
    return WORD.findall(UNSEEN.sub("", unicodedata.normalize("NFKC", shown)).casefold())


def run_of(parts: Sequence[str]) -> str:
    """A few words as one run.

    Args:
        parts: The words.
    """
    return ("-" if all(part.isdecimal() for part in parts) else "").join(parts)


def runs_of(value: Sequence[str]) -> list[str]:
    """What a value is known by: itself, or windows of its words when it is long.

    Args:
        value: Its words.
    """
    if len(value) <= LONGEST:
        return [run_of(value)] if value else []
    starts = {*range(0, len(value) - WINDOW + 1, WINDOW), len(value) - WINDOW}
    return [run_of(value[start : start + WINDOW]) for start in sorted(starts)]


def heads_of(runs: pd.Series) -> list[str]:
    """How some runs begin, each once.

    Args:
        runs: As `run_of` gives them.
    """
    return [str(head) for head in runs.str.replace("-", "").str.slice(0, HEAD).unique()]


def runs_in(texts: Iterable[str], *, begin: Callable[[set[str]], set[str]] = set) -> set[str]:
    """Every run that could be a value.

    Args:
        texts: No run goes from one to the next.
        begin: Says which of some heads a value begins with: from most words of a page none does.
    """
    pages = [words(text) for text in set(texts)]
    heads = [_heads(page) for page in pages]
    wanted = _wanted(set().union(*heads), begin)
    found: set[str] = set()
    for page, begins in zip(pages, heads, strict=True):
        if not wanted.isdisjoint(begins):
            for at, head in enumerate(begins):
                if head in wanted:
                    found.update(_runs_from(page, at))
    return found


class Known:
    """Text in which runs are looked for, one by one.

    Args:
        texts: No run goes from one to the next.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        parts = [part for text in texts for part in (*words(text), BORDER)]
        self._ends: list[int] = []
        self._starts: list[int] = []
        place = 0
        for part in parts:
            self._starts.append(place)
            place += len(part)
            self._ends.append(place)
        self._text = "".join(parts)

    def has(self, run: str) -> bool:
        """Whether the run stands there, from the start of a word to the end of one."""
        squeezed = run.replace("-", "")
        place = self._text.find(squeezed)
        while place >= 0:
            if _is_one_of(place, self._starts) and _is_one_of(place + len(squeezed), self._ends):
                return True
            place = self._text.find(squeezed, place + 1)
        return False


def _heads(parts: Sequence[str]) -> list[str]:
    """How all runs from each word on begin: a head has no more characters than a value has words, so that it is never cut short."""
    whole = "".join(parts)
    starts = accumulate(map(len, parts), initial=0)
    return [whole[start : start + HEAD] for start, _ in zip(starts, parts, strict=False)]


def _wanted(heads: set[str], begin: Callable[[set[str]], set[str]]) -> set[str]:
    """The heads from which values begin; one of fewer characters than a head is a head itself."""
    lengths = range(1, HEAD + 1)
    known = begin({head[:length] for length in lengths for head in heads})
    cut = {len(head) for head in known}
    return {head for head in heads if not known.isdisjoint([head[:length] for length in cut])}


def _runs_from(parts: Sequence[str], start: int) -> Iterator[str]:
    run = parts[start]
    only_digits = run.isdecimal()
    yield run
    for part in parts[start + 1 : start + LONGEST + BROKEN]:
        if only_digits and not part.isdecimal():
            run, only_digits = run.replace("-", ""), False
        run = f"{run}-{part}" if only_digits else run + part
        yield run


def _marked(mark: re.Match[str]) -> str:
    code = int(mark[1], 16)
    return chr(code) if code <= LAST_CHARACTER else mark[0]


def _is_one_of(place: int, places: Sequence[int]) -> bool:
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place
