"""How a contract declares a column: one call gives pandera its checks, and everyone else the column's description."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import pandas as pd
import pandera.pandas as pa
from pandera.api.extensions import register_check_method
from pandera.typing import Series

from data_contracts import codelists
from data_contracts.labels import title

Kind = Literal["text", "code", "list", "number", "integer", "date", "country", "countries", "yes_no_unknown"]
Required = Literal["always", "condition", "optional"]

Declared = Any
"""The right-hand side of a column, which pandera types no closer."""

Text = Series[str]
Whole = Series[pd.Int64Dtype]
Number = Series[float]
Day = Series[pd.Timestamp]  # pandera does not look at the unit of time

DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
"""A day, a month or a year in ISO 8601; `validate` looks whether the day exists."""
PRECISIONS = ["day", "month", "year"]
"""How exactly a date is known."""
PARTY = r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*"
"""A party's code: ISO 3166-1 alpha-3, or the code of a body."""


def members_of(cells: pd.Series, *, members: frozenset[str]) -> pd.Series:
    """True where every member of a cell's list is allowed; pandera's own checks know no lists.

    Args:
        cells: Lists, their members separated by `;`.
        members: Allowed members.
    """
    return cells.isin([cell for cell in cells.unique() if members.issuperset(cell.split(";"))])


register_check_method(members_of, statistics=["members"])


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column of a contract, as a sender and a reader need to know it.

    Attributes:
        name: The column.
        kind: What a cell holds; the members of `list` and `countries` are separated by `;`.
        description: What it means, in English.
        codes: Names of the code lists; empty if the words are free.
        unit: Unit of a number, such as `kg`.
        required: `always`, `condition` (the check of that condition says which), or `optional`.
        minimum: Lowest number allowed.
        maximum: Highest number allowed.
        pattern: What a text must match as a whole.
        default: What a blank stands for.
        fallback: What an unusable value is replaced by; blank if empty. Handling fields fall back to the strict side.
        open_list: A word outside the lists is kept, with a finding.
        sensitive: Not shown outside need-to-know.
    """

    name: str = ""
    kind: Kind
    description: str
    codes: tuple[str, ...] = ()
    unit: str = ""
    required: Required = "optional"
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    default: str = ""
    fallback: str = ""
    open_list: bool = False
    sensitive: bool = False

    @property
    def label(self) -> str:
        """What the column is called in English, in a word or two; unique within a contract."""
        return title(self.name)

    @cached_property
    def allowed(self) -> tuple[str, ...]:
        """The codes that a cell, or a member of its list, may hold; empty if anything goes."""
        if not self.codes:
            return ()
        always = codelists.ALWAYS if self.kind in {"code", "list"} and self.required != "always" else ()
        extra = ("none",) if self.kind == "countries" else ()
        return tuple(dict.fromkeys((*codelists.codes(*self.codes), *always, *extra)))

    @property
    def numeric(self) -> bool:
        """Whether accepted records hold it as a number."""
        return self.kind in {"number", "integer"}

    @property
    def several(self) -> bool:
        """Whether a cell holds a list."""
        return self.kind in {"list", "countries"}


def column(field: Field) -> Declared:
    """The pandera column of a field. All columns may be blank: what must not is a check of the catalogue.

    Args:
        field: Its description.
    """
    return pa.Field(nullable=True, metadata={"field": field}, **_checks(field))


def derived() -> Declared:
    """A column of days that validation adds and no sender gives."""
    return pa.Field(nullable=True)


def fields_of(model: type[pa.DataFrameModel]) -> dict[str, Field]:
    """The columns that a sender may give, in the model's order.

    Args:
        model: A contract's pandera model.
    """
    declared = model.__fields__  # what pandera makes its schema of, which takes long and is needed for the contract of a file alone
    return {name: replace(info.metadata["field"], name=name) for name, (_, info) in declared.items() if info.metadata}


def text(description: str, *, required: Required = "optional", pattern: str = "", default: str = "", sensitive: bool = False) -> Declared:
    """A column of free text, or of text with a fixed form."""
    field = Field(kind="text", description=description, required=required, pattern=pattern, default=default, sensitive=sensitive)
    return column(field)


def code(
    description: str, *codes: str, required: Required = "optional", default: str = "", fallback: str = "", open_list: bool = False
) -> Declared:
    """A column of one code of a list."""
    field = Field(
        kind="code", description=description, codes=codes, required=required, default=default, fallback=fallback, open_list=open_list
    )
    return column(field)


def several(description: str, *codes: str, required: Required = "optional", pattern: str = "", open_list: bool = False) -> Declared:
    """A column of several codes or words, separated by `;`."""
    field = Field(kind="list", description=description, codes=codes, required=required, pattern=pattern, open_list=open_list)
    return column(field)


def number(
    description: str, unit: str = "", *, minimum: float | None = 0, maximum: float | None = None, required: Required = "optional"
) -> Declared:
    """A column of numbers."""
    return column(Field(kind="number", description=description, unit=unit, minimum=minimum, maximum=maximum, required=required))


def whole(
    description: str, *, minimum: int = 0, maximum: int | None = None, required: Required = "optional", default: str = ""
) -> Declared:
    """A column of whole numbers."""
    return column(Field(kind="integer", description=description, minimum=minimum, maximum=maximum, required=required, default=default))


def country(description: str, *, required: Required = "optional") -> Declared:
    """A column of one country, ISO 3166-1 alpha-3 or one of the dated extras."""
    return column(Field(kind="country", description=description, codes=("countries",), required=required))


def countries(description: str) -> Declared:
    """A column of several countries, separated by `;`."""
    return column(Field(kind="countries", description=description, codes=("countries",)))


def yes_no_unknown(description: str, *, fallback: str = "") -> Declared:
    """A column of yes, no or unknown; a blank says that nobody looked."""
    return column(Field(kind="yes_no_unknown", description=description, codes=("yes_no_unknown",), fallback=fallback))


def day(description: str, *, required: Required = "optional") -> Declared:
    """A column of days, months or years, as ISO 8601 text."""
    return column(Field(kind="date", description=description, pattern=DATE, required=required))


def _checks(field: Field) -> dict[str, Any]:
    if field.numeric:
        limits = {"ge": field.minimum, "le": field.maximum}
        return {name: limit for name, limit in limits.items() if limit is not None}
    if field.allowed and not field.open_list:
        return {"members_of": frozenset(field.allowed)} if field.several else {"isin": list(field.allowed)}
    if field.pattern:
        form = field.pattern if field.kind == "date" else "|".join((field.pattern, *codelists.ALWAYS))
        return {"str_matches": f"^({form})(;({form}))*$" if field.several else f"^({form})$"}
    return {}
