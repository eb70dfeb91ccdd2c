"""The cover sheet: a sheet of the workbook, or a file beside it (`<file>.cover.yaml`), read by the contract of covers."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from data_contracts import codelists
from data_contracts.checks.cells import PARTIES
from data_contracts.checks.columns import first_day, last_day
from data_contracts.findings import Finding
from data_contracts.registry import CONTRACTS
from data_contracts.validate import validate
from ens_reports.intake.columns.coded import recipients
from ens_reports.intake.findings import Located
from ens_reports.intake.mappings.mapping import Mapping as Rules
from ens_reports.intake.mappings.mapping import Rule
from ens_reports.intake.source import Sheet
from ens_reports.intake.values.dates import parse_date
from ens_reports.intake.values.fold import fold, fold_header, tidy
from ens_reports.intake.values.listed import listed
from ens_reports.intake.values.words import YES_NO_OF
from ens_reports.locales import LANGUAGES, Language
from ens_reports.params.workspace import COVER_SUFFIX
from ens_reports.store.submission import Cover

_NAMES = listed(__package__, "cover.yaml")
SHEETS = frozenset(fold(name) for name in _NAMES["sheets"])
SYNONYMS: Mapping[str, list[str]] = _NAMES["lines"]
"""Field of the cover -> what else it is called."""
LISTS = ("agencies_covered", "nil_return", "allowed_recipients", "barred_recipients", "national_priorities")
DAYS = ("period_from", "period_to", "retain_until")
COVER = CONTRACTS["cover"]
NOWHERE = np.array([], dtype=np.int64)
MAX_COVER_BYTES = 100_000
MAX_COVER_ROWS = 200
"""A cover has some twenty lines; what is longer is no cover below that."""
MAX_COVER_DEPTH = 5
CODES = ("completeness", "confidentiality", "consortium", "handling_scheme", "source_type")
SOURCE = "source_type"
"""The one line that fills a column of the records themselves."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a cover as it was sent.

    Attributes:
        name: What the sender calls it.
        text: What stands beside it.
        row: Row number in its sheet; 0 in a file beside.
        column: Position of the column of the text.
    """

    name: str
    text: str
    row: int = 0
    column: int = -1


@dataclass(frozen=True, kw_only=True)
class CoverRead:
    """A cover sheet as it was read.

    Attributes:
        cover: Its values; blanks where there is none.
        present: Whether there was one.
        found: What its contract finds in it, at the line that it is about.
        damaged: The file beside could not be read at all.
    """

    cover: Cover
    present: bool
    found: tuple[Located, ...] = ()
    damaged: bool = False


def is_cover(sheet: Sheet) -> bool:
    """Whether a sheet of a workbook is the cover sheet."""
    return fold(sheet.name) in SHEETS


def read_cover(path: Path, sheets: Sequence[Sheet], *, today: date) -> CoverRead:
    """Read the cover sheet of a file.

    Args:
        path: The file; the cover may lie beside it.
        sheets: Its sheets.
        today: Day of arrival, after which no period has ended.

    Returns:
        The cover, blank if there is none.
    """
    beside = path.with_name(path.name + COVER_SUFFIX)
    if os.path.lexists(beside):
        content = _load(beside) if beside.is_file() and not beside.is_symlink() else None
        if not isinstance(content, dict):
            return CoverRead(cover=Cover(), present=True, damaged=True)
        return _cover([Line(name=str(key), text=_flat(value)) for key, value in content.items()], sheet=None, today=today)
    sheet = next((item for item in sheets if is_cover(item)), None)
    return _cover(_lines(sheet), sheet=sheet, today=today) if sheet is not None else CoverRead(cover=Cover(), present=False)


def with_source(mapping: Rules, cover: Cover) -> Rules:
    """A mapping that takes from the cover who observed the records, where no column of the file says it.

    Args:
        mapping: How the records are read.
        cover: The cover sheet.
    """
    if not cover.source_type or SOURCE in mapping.columns or SOURCE not in CONTRACTS[mapping.contract].fields:
        return mapping
    return mapping.model_copy(update={"columns": {**mapping.columns, SOURCE: Rule(constant=cover.source_type)}})


def _load(path: Path) -> object:
    """A cover file's content; nothing if it can't be read. References within it are refused: a few lines of them unfold to gigabytes."""
    try:
        text = path.read_bytes()[: MAX_COVER_BYTES + 1]
        return yaml.safe_load(text) if len(text) <= MAX_COVER_BYTES and _is_plain(text) else None
    except (yaml.YAMLError, OSError, ValueError, RecursionError):
        return None


def _is_plain(text: bytes) -> bool:
    """Whether YAML has neither references nor more levels than a list for each line; it looks no further than it must."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > MAX_COVER_DEPTH:
            return False
    return True


def _lines(sheet: Sheet) -> list[Line]:
    """First filled cell of a row -> the next filled ones, joined."""
    lines = []
    for row, cells in sheet.head(MAX_COVER_ROWS).iterrows():
        filled = [(column, tidy(text)) for column, text in enumerate(cells) if text.strip()]
        if len(filled) > 1:
            text = "; ".join(text for _, text in filled[1:])
            lines.append(Line(name=filled[0][1], text=text, row=int(str(row)), column=filled[1][0]))
    return lines


def _flat(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_flat(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(str(key) for key, item in value.items() if item not in (False, "no", None, ""))
    return "" if value is None else str(value)


def _cover(lines: Sequence[Line], *, sheet: Sheet | None, today: date) -> CoverRead:
    """Validate the lines by the contract; what it finds stands at the line, under the name that the sender gave it."""
    known = {fold_header(name): field for field, names in SYNONYMS.items() for name in (field, f"default {field}", *names)} | _titles()
    sent: dict[str, Line] = {}
    for line in lines:
        field = known.get(fold_header(line.name)) or known.get(fold_header(line.name.partition("(")[0]))
        if field is not None and line.text:
            sent.setdefault(field, line)
    frame = pd.DataFrame({name: [_canonical(name, line.text)] for name, line in sent.items()}, index=[1], dtype="str")
    result = validate(frame.mask(frame == ""), COVER, today=today)
    found = tuple(_located(finding, sent.get(finding.field), sheet) for finding in result.findings)
    return CoverRead(cover=_model(result.accepted), present=True, found=found)


def _located(finding: Finding, line: Line | None, sheet: Sheet | None) -> Located:
    if line is None or not line.row:
        return Located(finding=replace(finding, rows=NOWHERE), sheet=None, header=line.name if line else "")
    placed = replace(finding, rows=np.array([line.row], dtype=np.int64))
    return Located(finding=placed, sheet=sheet, column=line.column, header=line.name)


def _model(accepted: pd.DataFrame) -> Cover:
    """The cover as the rest of intake holds it; of a day that is known to the month or the year the last, but where a period begins."""
    values: dict[str, object] = {}
    for name in (name for name in COVER.fields if len(accepted) and accepted[name].notna().all()):
        cells = accepted[name]
        if name in DAYS:
            edge = first_day(cells) if name == "period_from" else last_day(cells)
            values[name] = edge.iloc[0].date()
        elif name in LISTS:
            values[name] = tuple(word for word in str(cells.iloc[0]).split(";") if word not in codelists.ALWAYS)
        elif cells.iloc[0] not in codelists.ALWAYS:
            values[name] = cells.iloc[0] == "yes" if name == "synthetic" else cells.iloc[0]
    return Cover.model_validate(values)


def _titles() -> dict[str, str]:
    """What the lines are called in templates, in every language."""
    fields = COVER.fields.values()
    return {fold_header(Language(code).text(field.label)): field.name for code in LANGUAGES for field in fields}


def _canonical(field: str, text: str) -> str:
    """A line's text in the contract's words, as far as it can be read; the contract says what can't."""
    if field in DAYS:
        return parse_date(text, first_is_day=True).text or text
    if field == "synthetic":
        return YES_NO_OF.get(fold(text), text)
    if field == "reply_language":
        return _labels("reply_language").get(fold(text), text[:2].lower())
    if field in LISTS:
        parts = (tidy(part) for part in text.replace("|", ";").split(";"))
        kept = [part for part in parts if part and fold(part) not in {"no", "non", "-"}]
        return recipients(";".join(kept), field) if field in PARTIES else ";".join(_member(field, part) for part in kept)
    return _code(field, text) if field in CODES else text


def _member(field: str, text: str) -> str:
    return _labels("crime_area").get(fold(text), text) if field == "nil_return" else text


def _code(field: str, text: str) -> str:
    if field == "consortium":
        return YES_NO_OF.get(fold(text), text)
    return _labels(field).get(fold(text)) or _labels(field).get(fold(text).replace(" ", "_"), text)


def _labels(name: str) -> dict[str, str]:
    rows = codelists.load(name)
    columns = ("label_ar", "label_es", "label_fr", "label_en", "code")
    return {fold(str(label)): str(code) for column in columns for label, code in zip(rows[column], rows["code"], strict=True) if label}
