"""A product: one notebook and what it is built for."""

from typing import Literal, Self

from pydantic import Field, model_validator

from ens_reports.params.parties import KINDS, Kind, LanguageCode, PartyCode
from ens_reports.params.strict import Setting

Level = Literal["strategic", "operational", "tactical"]
LEVELS: tuple[Level, ...] = ("strategic", "operational", "tactical")
ParameterValue = bool | int | float | str
TYPES: dict[str, tuple[type, ...]] = {"int": (int,), "float": (int, float), "bool": (bool,), "str": (str,)}


class Parameter(Setting):
    """A parameter of a notebook beside recipient and language.

    Attributes:
        type: What its value must be.
        default: Its value when none is given; none means that it must be given.
        help: One line for people.
    """

    type: Literal["int", "float", "bool", "str"]
    default: ParameterValue | None = None
    help: str

    def accepts(self, value: object) -> bool:
        """Whether a value is of the type; a yes-or-no is no number."""
        return isinstance(value, TYPES[self.type]) and (self.type == "bool" or not isinstance(value, bool))

    @model_validator(mode="after")
    def _default_is_of_the_type(self) -> Self:
        if self.default is not None and not self.accepts(self.default):
            raise ValueError(f"default must be of type {self.type}")
        return self


class Years(Setting):
    """How many full years a product speaks about, and how many its time charts show."""

    years: int = Field(default=2, ge=1)
    history_years: int = Field(default=5, ge=1)


class Recipients(Setting):
    """Who gets an edition: those who submitted, of the kinds named; and always those listed."""

    rule: Literal["submitters", "listed"] = "submitters"
    kinds: tuple[Kind, ...] = KINDS
    listed: tuple[PartyCode, ...] = ()


class Product(Setting):
    """One product of `params/products/`.

    Attributes:
        name: As people select it; the file's name.
        level: Decides which fields and which purposes are admitted.
        notebook: Path in the project.
        title: English title, the key of its translation.
        languages: Languages that it can be built in.
        period: Years.
        scope: `relevant`: the recipient's own records and those about it; `visible`: all that it may see.
        recipients: Who gets it.
        reads: What it reads besides incidents: `capacity`, the recipient's own yearly returns; `region`, measures of how others report;
            `subjects`, the recipient's own persons, of whom a tactical product alone may speak.
        minimum: Incidents in the period that it takes to build an edition; 0 builds always.
        parameters: What its notebook takes beside recipient and language.
        need_to_know: Whether its readers are those concerned only.
        due_months: Months from one edition to the next; 0 for none.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    level: Level
    notebook: str
    title: str
    languages: tuple[LanguageCode, ...] = ("en", "fr", "es", "ar")
    period: Years = Years()
    scope: Literal["relevant", "visible"] = "relevant"
    recipients: Recipients = Recipients()
    reads: tuple[Literal["capacity", "region", "subjects"], ...] = ()
    minimum: int = Field(default=0, ge=0)
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    need_to_know: bool = False
    due_months: int = Field(default=12, ge=0)

    @model_validator(mode="after")
    def _persons_are_tactical(self) -> Self:
        if "subjects" in self.reads and self.level != "tactical":
            raise ValueError(f"reads must not name subjects in {self.level} products: only tactical ones may speak of persons")
        return self
