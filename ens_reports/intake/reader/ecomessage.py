"""Ecomessages: text forms with numbered keys, as national bureaus pass them on; one row per message, its keys as columns.

The form is that of the circular of 1994 as bureaus are known to fill it in; its official wording has not been compared here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ens_reports.intake.reader.delimited import read_delimited
from ens_reports.intake.reader.encoding import decode
from ens_reports.intake.reader.grid import Grid, Reading
from ens_reports.intake.values.fold import fold_header
from ens_reports.intake.values.listed import listed

SEEN_BYTES = 8_000
TITLE = re.compile(r"(?=.{0,60}$)[^:]*?\b[eé]co\W?(?:message|mensaje)s?\b[^:]*", re.IGNORECASE)
"""A line that names the form and is no key."""
TITLE_BYTES = re.compile(rb"(?i)co\W?(?:message|mensaje)")
LINE = re.compile(r"\s*(?:(?:\d{1,2}|[a-zA-Z])(?:\.\d{1,2})?\s*[.):-]\s*)?(?P<key>[^\W\d_][^:\n]{1,70}?)\s*:\s*(?P<value>.*)")
PART = re.compile(r"\W*(?:part|partie|parte)\s+(?:[IVX]+|\d)\b.*", re.IGNORECASE)
FIRST_KEY = "From"
ABOUT = frozenset({"Kind of offence", "Date of offence", "Place", "Substance", "Species", "Quantity"})
TEXTS = frozenset({"Modus operandi", "Request", "Further information", "Persons", "Companies", "Substance", "Law"})
"""Columns whose lines may hold a colon."""
MOST_WORDS = 4
"""Words of a key that is not known."""
KEYS_NEEDED = 3
"""Known keys that a text must have besides its title."""
_LISTED = listed(__package__, "ecomessage.yaml")
KEYS: dict[str, list[str]] = _LISTED["keys"]
"""Column -> keys that stand for it."""
COLUMNS = tuple(KEYS)
KINDS: dict[str, list[str]] = _LISTED["kinds"]
"""Sheet that a message goes to -> words of its subject or kind of offence."""
OTHER = "other"


@dataclass(kw_only=True)
class Message:
    """One message while it is read.

    Attributes:
        line: Its first line, from 1.
        values: Column -> text.
    """

    line: int
    values: dict[str, str] = field(default_factory=dict)

    @property
    def told(self) -> bool:
        """Whether it has said what it is about."""
        return bool(set(self.values) & ABOUT)

    def add(self, column: str, text: str) -> None:
        """Add a text to a column; what was said before stays."""
        before = self.values.get(column, "")
        self.values[column] = f"{before}\n{text}".strip() if before else text.strip()


def read_text(content: bytes) -> Reading:
    """Read a text file: Ecomessages if it holds any, else a table.

    Args:
        content: The whole file.
    """
    if TITLE_BYTES.search(content[:SEEN_BYTES].replace(b"\0", b"")):
        decoded = decode(content)
        messages = list(read_messages(decoded.text.splitlines()))
        if any(len(set(message.values) & set(KEYS)) >= KEYS_NEEDED for message in messages):
            return Reading(grids=tuple(_grids(messages)), notes=decoded.notes, encoding=decoded.encoding)
    return read_delimited(content)


def read_messages(lines: Sequence[str]) -> Iterator[Message]:
    """The messages of a text. A new one begins at a title, or at a sender, once the one before has said what it is about.

    Args:
        lines: Its lines.

    Yields:
        Each message with what its keys say; a line without a key goes on with the one before.
    """
    message, column = Message(line=1), ""
    for number, line in enumerate(lines, start=1):
        if not line.strip() or PART.fullmatch(line):
            continue
        title = bool(TITLE.fullmatch(line))
        if message.told and (title or _key(line) == FIRST_KEY):
            yield message
            message, column = Message(line=number), ""
        if not message.values:
            message.line = number
        if not title:
            column = _read_line(message, column, line)
    if message.values:
        yield message


def _read_line(message: Message, column: str, line: str) -> str:
    """Add a line to a message; tells which column the next line goes on with."""
    found, key = LINE.fullmatch(line), _key(line)
    if found and (key or _is_numbered(line) or (column not in TEXTS and _looks_like_key(found["key"]))):
        column = key or found["key"].strip()
        message.add(column, found["value"])
    elif column:
        message.add(column, line.strip())
    else:
        message.add("Further information", line.strip())
    return column


def _looks_like_key(text: str) -> bool:
    return text[0].isupper() and len(text.split()) <= MOST_WORDS


def _is_numbered(line: str) -> bool:
    return bool(re.match(r"\s*\d{1,2}\s*[.)]", line))


def _key(line: str) -> str:
    """The column of the key that a line begins with; empty for none that is known, and for a small word within a sentence."""
    found = LINE.fullmatch(line)
    if found and found["key"][0].islower() and not _is_numbered(line):
        return ""
    return _FOLDED.get(fold_header(re.sub(r"\(.*?\)", " ", found["key"])), "") if found else ""


_FOLDED = {fold_header(word): column for column, words in KEYS.items() for word in (column, *words)}


def _grids(messages: Sequence[Message]) -> Iterator[Grid]:
    """One sheet for each kind of message, so that each is read under the contract of its area."""
    more = tuple(dict.fromkeys(name for message in messages for name in message.values if name not in KEYS))
    header = (*COLUMNS, *more)
    for kind in (*KINDS, OTHER):
        chosen = [message for message in messages if _kind(message) == kind]
        if chosen:
            cells = [[message.values.get(name, "") for name in header] for message in chosen]
            yield Grid(name=kind, rows=[message.line for message in chosen], cells=cells, header=header, pointer="line {row}: {name}")


def _kind(message: Message) -> str:
    said = {word for name in ("Subject", "Kind of offence") for word in fold_header(message.values.get(name, "")).replace("'", " ").split()}
    return next((kind for kind, words in KINDS.items() if said & {fold_header(word) for word in words}), OTHER)
