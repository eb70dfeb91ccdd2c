"""A workbook of ours that came back: the answers in it, and the sender's rows without what we had added."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd

from data_contracts.findings import Finding
from data_contracts.registry import Contract
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import shown
from ens_reports.intake.pack.choices import answer_code, chosen, is_right
from ens_reports.intake.pack.columns import UNDERSTOOD
from ens_reports.intake.pack.columns import YOURS as ENTRY
from ens_reports.intake.pack.corrections import WORDS
from ens_reports.intake.pack.marker import KEY, Marker, find_marker
from ens_reports.intake.pack.written import EXTRA
from ens_reports.intake.source import Sheet, Source
from ens_reports.intake.values.fold import fold, tidy
from ens_reports.locales import LANGUAGES, Language
from ens_reports.store import AnswerCode, KeptAnswer

REMARKS = "comments_not_read"
"""Most comments of a workbook that came back are ours."""
MAX_WORDS = 500
"""Characters of a sender's own words that are kept."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a sheet of ours that was answered.

    Attributes:
        kind: `corrections` or `understood`.
        keys: What only programs read: `check`, `fact`, `field`, `header`, `value`.
        entry: The answer as it was entered.
        words: What was written beside it.
        row: Row of the sheet.
        column: Position of the answer.
    """

    kind: str
    keys: dict[str, str]
    entry: str
    words: str
    row: int
    column: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Returned:
    """What came back.

    Attributes:
        submission: That the pack was made for; if nothing had been stored, what `made_without_store` gives.
        sheet: Name of the sender's sheet that it was about.
        lines: What was answered, with the sheet that it stands in.
    """

    submission: str
    sheet: str
    lines: tuple[tuple[Sheet, Line], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Answers:
    """The answers of one file, understood.

    Attributes:
        kept: What is to be kept.
        unclear: Findings about answers that make no sense.
    """

    kept: tuple[KeptAnswer, ...] = ()
    unclear: tuple[Located, ...] = field(default=())


def take_out(source: Source) -> tuple[Source, Returned | None]:
    """Part what we had added from what is the sender's.

    Args:
        source: A file as it was read.

    Returns:
        The file without sheets and columns of ours, and what they say; none if it is no workbook of ours.
    """
    ours = [(sheet, marker) for sheet in source.sheets if (marker := find_marker(sheet)) is not None]
    if not ours:
        return source, None
    names = {sheet.name for sheet, _ in ours}
    theirs = tuple(_without_extra(sheet) for sheet in source.sheets if sheet.name not in names)
    notes = tuple(note for note in source.notes if note.sheet not in names and note.check != REMARKS)
    lines = tuple((sheet, line) for sheet, marker in ours for line in _lines(sheet, marker))
    first = next(marker for _, marker in ours)
    return replace(source, sheets=theirs, notes=notes), Returned(submission=first.submission, sheet=first.sheet, lines=lines)


def understand(returned: Returned, contract: Contract, *, day: date, submission: str) -> Answers:
    """Read the answers.

    Args:
        returned: What came back.
        contract: Whose fields are meant.
        day: Day of arrival.
        submission: Name of the submission that brings them.
    """
    kept, unclear = [], []
    for sheet, line in returned.lines:
        said = _correction(line) if line.kind == "corrections" else _understood(line, contract)
        if said is None:
            finding = Finding(check="answer_unclear", field="", rows=np.array([line.row], dtype=np.int64), sample=(line.entry,))
            unclear.append(Located(finding=finding, sheet=sheet, column=line.column, header=""))
            continue
        code, value, check = said
        kept.append(
            KeptAnswer(
                check=check,
                field=line.keys.get("field", ""),
                header=line.keys.get("header", ""),
                answer=code,
                value=value,
                day=day,
                submission=submission,
            )
        )
    return Answers(kept=tuple(kept), unclear=tuple(unclear))


def _correction(line: Line) -> tuple[AnswerCode, str, str] | None:
    """Answer, words and check; none if it makes no sense."""
    check, words = line.keys.get("check", ""), line.words[:MAX_WORDS]
    code = answer_code(line.entry) if line.entry else "other"
    if not check or code is None or (code == "other" and not words):
        return None
    return code, words, check


def _understood(line: Line, contract: Contract) -> tuple[AnswerCode, str, str] | None:
    """Answer, what holds, and the fact; none if it makes no sense."""
    fact, known = line.keys.get("fact", ""), line.keys.get("value", "")
    if is_right(line.entry):
        return "confirmed", known, UNDERSTOOD + fact
    value = chosen(fact, line.entry, contract, field=line.keys.get("field", ""))
    if not fact or value is None:
        return None
    return ("confirmed" if value == known else "instead"), value, UNDERSTOOD + fact


def _lines(sheet: Sheet, marker: Marker) -> list[Line]:
    """The answered lines of a sheet, wherever its columns stand by now."""
    frame = sheet.head(sheet.row_count)
    head = next((row for row, values in zip(frame.index, frame.to_numpy(), strict=True) if any(map(_is_key, values))), None)
    if head is None:
        return []
    columns = {tidy(str(text)).removeprefix(KEY): position for position, text in enumerate(frame.loc[head]) if _is_key(text)}
    entry, words = (_column(frame.loc[head], name) for name in (ENTRY, WORDS))
    found = []
    for row, values in frame.loc[frame.index > head].iterrows():
        entered, beside = (shown(tidy(str(values[place]))) if place is not None else "" for place in (entry, words))
        if entered or beside:
            keys = {name: str(values[place]).strip() for name, place in columns.items()}
            found.append(Line(kind=marker.kind, keys=keys, entry=entered, words=beside, row=int(str(row)), column=entry or 0))
    return found


def _is_key(text: object) -> bool:
    return str(text).strip().startswith(KEY)


def _column(heads: pd.Series, name: str) -> int | None:
    """The position of a heading of ours, in any language."""
    wanted = _in_all_languages(name)
    return next((position for position, text in enumerate(heads) if fold(tidy(str(text))) in wanted), None)


def _without_extra(sheet: Sheet) -> Sheet:
    """A sheet of an excerpt without the columns that we added at its end."""
    extra = {words for name in EXTRA for words in _in_all_languages(name)}
    top = sheet.head(1)
    ours = [position for position in range(top.shape[1]) if any(fold(tidy(str(text))) in extra for text in top[position])]
    if not ours or sheet.store is not None:
        return sheet
    cells = sheet.cells.drop(columns=ours)
    return replace(sheet, cells=cells.set_axis(pd.RangeIndex(cells.shape[1]), axis=1))


@lru_cache(maxsize=10)
def _in_all_languages(name: str) -> frozenset[str]:
    return frozenset(fold(Language(code).text(name)) for code in LANGUAGES)
