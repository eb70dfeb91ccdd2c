"""The language that a publication speaks: how an English message is said in it."""

from collections.abc import Callable
from dataclasses import dataclass

LANGUAGES = ("en", "fr", "es", "ar")
"""The languages of the code lists."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A language, as far as a contract needs it.

    Attributes:
        code: ISO 639-1, one of `LANGUAGES`.
        text: The English message in this language, its `{name}` places filled.
        right_to_left: Whether the script runs from right to left.
    """

    code: str
    text: Callable[..., str]
    right_to_left: bool = False


ENGLISH = Voice(code="en", text=str.format)
"""The messages as they are."""


def mark(message: str) -> str:
    """The message itself: says that a text in a table is translated where it is shown."""
    return message
