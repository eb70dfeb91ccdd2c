"""Characters that nobody sees and that change what everybody reads: controls, and overrides of direction."""

import re

HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
"""Controls but for line ends and tabs, embeddings, overrides and isolates of direction, halves of characters, and what is no character."""
MARK = re.compile(r"\[U\+(00[01][0-9A-F]|00[789][0-9A-F]|202[A-E]|206[6-9]|FFF[EF]|D[89A-F][0-9A-F]{2})\]")
"""What stands for one of them where we show it."""


def marked(text: str) -> str:
    """A text with such characters as marks that are seen: `[U+202E]`; a line ends in one way.

    Args:
        text: Any text, also from data.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", lines)


def unmarked(text: str) -> str:
    """A text without such marks, as it comes back to us.

    Args:
        text: Any text.
    """
    return MARK.sub("", text) if "[U+" in text else text
