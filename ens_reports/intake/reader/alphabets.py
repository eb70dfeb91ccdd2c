"""The encoding under which bytes give words of one alphabet: Central European, Cyrillic or Arabic.

Every encoding of an alphabet reads every other's bytes as some letters. What tells them apart is whether these are letters of the
languages, how often the frequent ones occur, and that capitals stand at the beginning of words.
"""

import re
from dataclasses import dataclass

MIN_LETTERS = 3
"""Fewer letters beyond ASCII do not tell."""
ODD_CAPITALS = 0.1
"""Share of words with a capital behind a small letter from which the text is of another encoding."""
SIGNS = frozenset(
    "\u00a0\u00ab\u00bb\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u2116\u20ac\u00b0\u00a7\u060c\u061b\u061f\u0640"
)
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile(r"[a-z\u0430-\u045f][A-Z\u0410-\u042f]")


@dataclass(frozen=True, kw_only=True)
class Alphabet:
    """Letters beyond ASCII, and the encodings in which they are written.

    Attributes:
        letters: All of them, small.
        frequent: Those that make up most of a text.
        least: Their share of the letters beyond ASCII in any text of the alphabet.
        encodings: Most common first.
        most: Share of letters beyond ASCII that words of it have at most.
    """

    letters: frozenset[str]
    frequent: frozenset[str]
    least: float
    encodings: tuple[str, ...]
    most: float = 1.0


ALPHABETS = (
    Alphabet(
        letters=frozenset("ąćęłńóśźżáčďéěíňřšťúůýžäôĺľŕőűöüëçâîăşţđß"),
        frequent=frozenset("ąęłóśżáéíčěřšžýúőöüăâîşţđćńů"),
        least=0.5,
        encodings=("cp1250", "iso8859_2"),
        most=0.4,
    ),
    Alphabet(
        letters=frozenset(map(chr, range(0x430, 0x460))) | frozenset("ґ"),
        frequent=frozenset("оеаинтсрвлкм"),
        least=0.45,
        encodings=("cp1251", "koi8_r", "cp866", "iso8859_5"),
    ),
    Alphabet(
        letters=frozenset(map(chr, range(0x621, 0x653))),
        frequent=frozenset("اليمنروتبة"),
        least=0.5,
        encodings=("cp1256", "iso8859_6"),
    ),
)


def encoding_by_letters(content: bytes) -> str:
    """The encoding under which all letters beyond ASCII are of one alphabet and as frequent as in its languages.

    Args:
        content: The file's first bytes.

    Returns:
        Its name in Python; empty if none fits.
    """
    scores = {name: _score(content, name, alphabet) for alphabet in ALPHABETS for name in alphabet.encodings}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else ""


def _score(content: bytes, encoding: str, alphabet: Alphabet) -> float:
    """Share of frequent letters; 0 if the bytes are no text in that encoding."""
    text = content.decode(encoding, errors="replace")
    beyond = [sign for sign in text.lower() if sign > "\x7f" and sign not in SIGNS]
    if len(beyond) < MIN_LETTERS or not set(beyond) <= alphabet.letters:
        return 0.0
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if sum(bool(_ODD.search(word)) for word in words) > ODD_CAPITALS * len(words):
        return 0.0
    if len([sign for sign in "".join(words) if sign > "\x7f"]) > alphabet.most * sum(map(len, words)):
        return 0.0
    share = sum(sign in alphabet.frequent for sign in beyond) / len(beyond)
    return share if share >= alphabet.least else 0.0
