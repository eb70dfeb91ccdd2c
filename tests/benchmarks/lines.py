"""What was compared, for people and for machines."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class Line:
    """One comparison.

    Attributes:
        what: What is compared.
        ours: Seconds, or MB.
        other: Seconds of the other; 0 for none.
        ratio: The figure that has a limit.
        limit: What it must be.
    """

    what: str
    ours: float
    other: float
    ratio: float
    limit: str


def as_text(lines: Sequence[Line]) -> str:
    """A table, a line for each comparison.

    Args:
        lines: What was compared.
    """
    width = max((len(line.what) for line in lines), default=0)
    return "".join(f"{line.what:{width}}{line.ours:>10.2f}{line.other:>10.2f}{line.ratio:>9.3f}  {line.limit}\n" for line in lines)


def as_json(lines: Sequence[Line]) -> str:
    """The same for machines, with all digits.

    Args:
        lines: What was compared.
    """
    return json.dumps([asdict(line) for line in lines], indent=1) + "\n"
