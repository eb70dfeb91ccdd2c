"""What a column is read for, and what else was found in its cells."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from data_contracts.fields import Field
from ens_reports.intake.columns.cells import Place
from ens_reports.intake.findings import Cells
from ens_reports.intake.mappings.mapping import Rule

PROPOSED_OF = 2_000
"""A column with more distinct values holds free text: nobody looks at what each misspelt word of it may mean."""
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a column is read for.

    Attributes:
        place: Column and findings.
        header: The column's header as sent.
        field: The contract's field.
        rule: The mapping's rule, or an empty one.
        decimal: Decimal mark of the file, empty if it shows none.
        distinct: Tidy distinct values of the whole column, in the order of the rows; what a column proves is proven by all of them.
        facts: What was understood, for the sender to confirm: `date_order`, `decimal`, `unit`, `currency`, `proven` and others.
        beside: Values that a cell holds for other fields: `unit`, `quantity_qualifier`.
        proven: What `once` worked out for this column; the pieces of a long table share it.
    """

    place: Place
    header: str
    field: Field
    rule: Rule
    decimal: str
    distinct: Sequence[str]
    facts: dict[str, str] = dataclasses.field(default_factory=dict)
    beside: dict[str, Cells] = dataclasses.field(default_factory=dict)
    proven: dict[object, object] = dataclasses.field(default_factory=dict)

    @property
    def many(self) -> bool:
        """Whether there are too many distinct values to look at each."""
        return len(self.distinct) > PROPOSED_OF

    def once(self, what: Callable[[Sequence[str]], T]) -> T:
        """What the distinct values prove.

        Args:
            what: Tells it; it depends on nothing else.
        """
        if what not in self.proven:
            self.proven[what] = what(self.distinct)
        return cast("T", self.proven[what])
