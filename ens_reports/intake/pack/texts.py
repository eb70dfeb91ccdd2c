"""Texts that a workbook can carry, and how large a comment must be for its text to be seen."""

from ens_reports.locales.hidden import marked

AUTHOR = "ENS"
"""Of our comments: by it they are known again."""
PROPERTY = "ENS submission"
"""Name of the document's property that holds the submission's name."""
MAX_CELL_CHARS = 32_000
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that begins so can be taken for a formula when it is typed or imported."""
COMMENT_WIDTH = 320
"""Pixels."""
LINE_HEIGHT = 17
CHARS_IN_LINE = 44


def clean(text: str) -> str:
    """A text as a cell can hold it: what XML knows no form of, and what overrides direction, is marked.

    Args:
        text: Any text.
    """
    return marked(text)[:MAX_CELL_CHARS]


def comment_size(text: str) -> tuple[int, int]:
    """Width and height of a comment, in pixels, so that all of its text is seen.

    Args:
        text: What it says.
    """
    lines = sum(max(1, -(-len(line) // CHARS_IN_LINE)) for line in text.split("\n"))
    return COMMENT_WIDTH, 16 + LINE_HEIGHT * lines


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet program could take a text for a formula."""
    return text.startswith(STARTS)
