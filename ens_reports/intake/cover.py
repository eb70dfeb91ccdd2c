"""The cover sheet: a sheet of the workbook, or a file beside it (`<file>.cover.yaml`)."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import ValidationError

from data_contracts import codelists
from data_contracts.registry import CONTRACTS
from ens_reports.intake.countries import country
from ens_reports.intake.dates import parse_date
from ens_reports.intake.fold import fold, fold_header, tidy
from ens_reports.intake.source import Sheet
from ens_reports.intake.words import YES_NO_OF
from ens_reports.locales import LANGUAGES, Language
from ens_reports.store.submission import Cover

_NAMES = yaml.safe_load(files(__package__).joinpath("cover.yaml").read_text(encoding="utf-8"))
SHEETS = frozenset(fold(name) for name in _NAMES["sheets"])
SYNONYMS: Mapping[str, list[str]] = _NAMES["lines"]
"""Field of the cover -> what else it is called."""
LISTS = ("agencies_covered", "nil_return", "allowed_recipients", "barred_recipients", "national_priorities")
DAYS = ("period_from", "period_to", "retain_until")
MAX_COVER_BYTES = 100_000
MAX_COVER_DEPTH = 5
CODES = ("completeness", "confidentiality", "consortium")


@dataclass(frozen=True, kw_only=True)
class CoverRead:
    """A cover sheet as it was read.

    Attributes:
        cover: Its values; blanks where there is none.
        present: Whether there was one.
        unreadable: Names of lines whose value could not be read.
        damaged: The file beside could not be read at all.
    """

    cover: Cover
    present: bool
    unreadable: tuple[str, ...] = ()
    damaged: bool = False


def is_cover(sheet: Sheet) -> bool:
    """Whether a sheet of a workbook is the cover sheet."""
    return fold(sheet.name) in SHEETS


def read_cover(path: Path, sheets: Sequence[Sheet]) -> CoverRead:
    """Read the cover sheet of a file.

    Args:
        path: The file; the cover may lie beside it.
        sheets: Its sheets.

    Returns:
        The cover, blank if there is none.
    """
    beside = path.with_name(f"{path.name}.cover.yaml")
    if os.path.lexists(beside):
        content = _load(beside) if beside.is_file() and not beside.is_symlink() else None
        if not isinstance(content, dict):
            return CoverRead(cover=Cover(), present=True, damaged=True)
        return _cover({str(key): _flat(value) for key, value in content.items()})
    sheet = next((item for item in sheets if is_cover(item)), None)
    return _cover(_lines(sheet)) if sheet is not None else CoverRead(cover=Cover(), present=False)


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


def _lines(sheet: Sheet) -> dict[str, str]:
    """First filled cell of a row -> the next filled ones, joined."""
    lines: dict[str, str] = {}
    for row in sheet.cells.to_numpy():
        filled = [tidy(text) for text in row if text.strip()]
        if len(filled) > 1:
            lines.setdefault(filled[0], "; ".join(filled[1:]))
    return lines


def _flat(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_flat(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(str(key) for key, item in value.items() if item not in (False, "no", None, ""))
    return "" if value is None else str(value)


def _cover(lines: Mapping[str, str]) -> CoverRead:
    known = {fold_header(name): field for field, names in SYNONYMS.items() for name in (field, f"default {field}", *names)} | _titles()
    values: dict[str, object] = {}
    unreadable = []
    for name, text in lines.items():
        field = known.get(fold_header(name)) or known.get(fold_header(name.partition("(")[0]))
        if field is None or not text:
            continue
        value = _value(field, text)
        try:
            Cover.model_validate({field: value})
        except ValidationError:
            unreadable.append(field)
        else:
            values[field] = value
    return CoverRead(cover=Cover.model_validate(values), present=True, unreadable=tuple(unreadable))


def _titles() -> dict[str, str]:
    """What the lines are called in templates, in every language."""
    fields = CONTRACTS["cover"].fields.values()
    return {fold_header(Language(code).text(field.label)): field.name for code in LANGUAGES for field in fields}


def _value(field: str, text: str) -> object:
    if field in DAYS:
        return parse_date(text, first_is_day=True).text
    if field == "synthetic":
        return YES_NO_OF.get(fold(text), text)
    if field == "reply_language":
        return _labels("reply_language").get(fold(text), text[:2].lower())
    if field in LISTS:
        parts = tuple(
            part for part in (tidy(part) for part in text.replace("|", ";").split(";")) if part and fold(part) not in {"no", "non", "-"}
        )
        return tuple(_member(field, part) for part in parts)
    return _code(field, text) if field in CODES else text


def _member(field: str, text: str) -> str:
    if field == "nil_return":
        return _labels("crime_area").get(fold(text), text)
    if field in {"allowed_recipients", "barred_recipients"}:
        found = country(text)
        return found.codes[0] if found.codes else text
    return text


def _code(field: str, text: str) -> str:
    if field == "consortium":
        return YES_NO_OF.get(fold(text), text)
    return _labels(field).get(fold(text)) or _labels(field).get(fold(text).replace(" ", "_"), text)


def _labels(name: str) -> dict[str, str]:
    rows = codelists.load(name)
    columns = ("label_ar", "label_es", "label_fr", "label_en", "code")
    return {fold(str(label)): str(code) for column in columns for label, code in zip(rows[column], rows["code"], strict=True) if label}
