"""What was understood of a column: which field it is, and how its values were read, for the sender to confirm or correct."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

Fact = Literal["date_order", "proven", "decimal", "unit", "currency", "country", "constant"]


@dataclass(frozen=True, kw_only=True)
class Understood:
    """One column, or one field that is the same for all rows.

    Attributes:
        column: Position of the column, from 0; -1 for a constant.
        header: As sent, empty for a constant.
        field: The contract's field.
        facts: What was concluded: `date_order` (iso, day_first, month_first, serial, counted, words, unclear), `proven` (yes, no),
            `decimal` (`,` or `.`), `unit`, `currency`, `country`, `constant`. What does not apply is not there.
    """

    column: int
    header: str
    field: str
    facts: dict[str, str] = dataclasses.field(default_factory=dict)
