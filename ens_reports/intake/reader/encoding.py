"""Bytes to text: the encoding that a file states or shows, and what had to be taken out of it."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ens_reports.intake.reader.alphabets import encoding_by_letters
from ens_reports.intake.reader.grid import Note

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, longer ones before their beginnings."""
CANDIDATES = ["cp1252", "cp1256", "cp1250", "cp1251", "iso8859_15", "cp850", "mac_roman"]
"""Encodings without a mark that office programs of our parties write, most common first."""
WESTERN_CANDIDATES = ("cp1252", "iso8859_15", "mac_roman", "cp850")
WIDE_SHARE = 0.12
"""Text in UTF-16 without a mark is recognised by this share of NUL bytes."""


WESTERN = frozenset("áàâãäçéèêëíîïñóôõöúùûüßœªº¿¡«»°€\u00a0\u2013\u2018\u2019\u201c\u201d\u2026")
"""What French, Spanish, Portuguese, English and German write beyond ASCII, in lower case."""
SIGN_IN_WORD = re.compile("[^\\W\\d_][\u2013\u201c\u201d\u2026¡-©«-¹»-¿][^\\W\\d_]")
"""A sign between letters: the text is of another encoding."""
ACCENTED_SHARE = 0.4
"""Western words seldom have more letters with accents: Arabic and Cyrillic read as cp1252 have nothing else."""


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A file's text.

    Attributes:
        text: Without byte order mark and NUL characters.
        encoding: As Python names it.
        notes: A guessed encoding, NUL characters, lost characters.
    """

    text: str
    encoding: str
    notes: tuple[Note, ...]


def decode(content: bytes, *, stated: str = "") -> Decoded:
    """Turn a file's bytes into text; no byte is ever refused.

    Args:
        content: The whole file.
        stated: An encoding that the file itself names, if it does; UTF-8 and byte order marks are believed more.

    Returns:
        Text, its encoding and notes.
    """
    encoding, guessed = encoding_of(content, is_utf8=_is_utf8(content))
    if guessed and stated and _is_known(stated):
        encoding, guessed = stated, False
    text = content.decode(encoding, errors="replace").lstrip("\ufeff")
    notes = []
    if guessed:
        notes.append(Note(check="encoding_guessed", values={"encoding": encoding}))
    if "\ufffd" in text:
        notes.append(Note(check="characters_lost", values={"number": str(text.count("\ufffd"))}))
    if "\0" in text:
        notes.append(Note(check="nul_characters", values={"number": str(text.count("\0"))}))
        text = text.replace("\0", "")
    return Decoded(text=text, encoding=encoding, notes=tuple(notes))


def _is_known(name: str) -> bool:
    """Whether a name is that of an encoding for text."""
    try:
        return codecs.lookup(name)._is_text_encoding  # noqa: SLF001 - nothing public tells zip and hex from encodings
    except LookupError:
        return False


def stated_encoding(content: bytes) -> tuple[str, bool]:
    """The Unicode encoding that a file's first bytes show.

    Args:
        content: The whole file, or its beginning.

    Returns:
        Its name, empty for none, and whether it is a guess.
    """
    for mark, name in MARKS:
        if content.startswith(mark):
            return name, False
    if content[:4096].count(0) > WIDE_SHARE * len(content[:4096]):
        return ("utf-16-le" if content[1:4096:2].count(0) > content[0:4096:2].count(0) else "utf-16-be"), True
    return "", False


def encoding_of(beginning: bytes, *, is_utf8: bool) -> tuple[str, bool]:
    """The encoding of a file, and whether it is a guess.

    Args:
        beginning: Its first bytes.
        is_utf8: All of it is UTF-8.
    """
    name, guessed = stated_encoding(beginning)
    if name:
        return name, guessed
    return ("utf-8", False) if is_utf8 else (_guess(beginning), True)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(content: bytes) -> str:
    """The first candidate that gives Western words, or those of another alphabet; else that under which the text looks least disordered."""
    sample = content[:200_000]
    for name in WESTERN_CANDIDATES:
        if _is_western(sample.decode(name, errors="replace")):
            return name
    if by_letters := encoding_by_letters(sample):
        return by_letters
    found = list(from_bytes(sample, cp_isolation=CANDIDATES))
    known = [match for match in found if match.encoding in CANDIDATES]
    if SIGN_IN_WORD.search(sample.decode(CANDIDATES[0], errors="replace")):
        known = [match for match in known if match.encoding != CANDIDATES[0]] or known
    if not known:
        return CANDIDATES[0]
    return min(known, key=lambda match: (round(match.chaos, 2), CANDIDATES.index(match.encoding))).encoding


def _is_western(text: str) -> bool:
    """Whether a text as it was decoded is one in French, Spanish, Portuguese, English or German."""
    beyond = {letter for letter in text.lower() if letter > "\x7f"}
    if not beyond <= WESTERN or SIGN_IN_WORD.search(text):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    letters = "".join(words)
    return sum(letter > "\x7f" for letter in letters) <= ACCENTED_SHARE * len(letters)
