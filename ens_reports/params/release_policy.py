"""The rules of release, as a table that a lawyer can read: `params/release_policy.yaml`."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ens_reports.params.parties import KINDS, Kind, PartyCode
from ens_reports.params.products import LEVELS, Level
from ens_reports.params.strict import Setting

Confidentiality = Literal["official", "restricted", "confidential"]
CONFIDENTIALITIES: tuple[Confidentiality, ...] = ("official", "restricted", "confidential")
"""Low to high."""
RecordClass = Literal["police", "administrative", "partner", "open_source"]
RECORD_CLASSES: tuple[RecordClass, ...] = ("police", "administrative", "partner", "open_source")
Purpose = Literal["analysis", "investigation", "operation", "notice", "training"]
Access = Literal["unless_restricted", "consortium", "named"]
ACCESSES: tuple[Access, ...] = ("unless_restricted", "consortium", "named")
"""Wide to narrow: how a reader comes to see another's record.

Unless its owner restricts it; when its owner opens it to the consortium; when its owner names the reader.
"""


class Disclosure(Setting):
    """What a cell with others' records must have before a reader sees it.

    Attributes:
        threshold: Smallest count; what is shown is a multiple of it.
        min_owners: Smallest number of owners behind it, with any one of them left out.
        dominance: Largest share of one owner, with any other left out.
        rounding: Whether counts are rounded down; without it, differences of what is shown give back what is not.
        min_countries_in_band: Smallest number of other countries in a comparison.
    """

    threshold: int = Field(ge=1)
    min_owners: int = Field(ge=1)
    dominance: Annotated[float, Field(gt=0, le=1)]
    rounding: bool = True
    min_countries_in_band: int = Field(ge=2)


class Audience(Setting):
    """Readers who are treated alike."""

    access: Access
    clearance: Confidentiality


class LevelRule(Setting):
    """What a level of product admits.

    Attributes:
        purposes: A record of another owner must allow one of these.
        never: Fields that no view of this level has, the reader's own included.
        never_of_others: Fields that are blank in others' records.
    """

    purposes: tuple[Purpose, ...] = Field(min_length=1)
    never: tuple[str, ...] = ()
    never_of_others: tuple[str, ...] = ()


class OwnerRule(Setting):
    """What an owner has laid down for all its records; it only narrows what a record says.

    Attributes:
        confidentiality: At least this.
        barred_recipients: Never these.
        allowed_recipients: Only these; none means no such limit.
        consortium: `False` closes all of its records to the consortium.
    """

    confidentiality: Confidentiality = "official"
    barred_recipients: tuple[PartyCode, ...] = ()
    allowed_recipients: tuple[PartyCode, ...] | None = None
    consortium: bool = True


class ReleasePolicy(Setting):
    """All rules of release.

    Attributes:
        unmarked: Confidentiality of a record that states none.
        retention_years: How long a record is kept when its owner states no day.
        default_purpose: Purpose of a record that states none.
        consortium_default: Whether a record that says nothing is open to the consortium, by its class.
        consortium_default_of: The same for owners that agreed otherwise; it goes before the class.
        audiences: Readers by kind of party; `consortium` for those of the consortium.
        handling_codes: Codes under a named scheme (`tlp red`), each with the access that it leaves.
        levels: Rules of each level.
        disclosure: Thresholds.
        owners: Standing limits of owners.
        parties: Codes of all parties; no line of the file: they come from `params/parties.yaml` when a project is loaded.
    """

    unmarked: Confidentiality
    retention_years: int = Field(ge=1)
    default_purpose: Purpose
    consortium_default: dict[RecordClass, bool]
    consortium_default_of: dict[PartyCode, bool] = Field(default_factory=dict)
    audiences: dict[Kind | Literal["consortium"], Audience]
    handling_codes: dict[str, Access] = Field(default_factory=dict)
    levels: dict[Level, LevelRule]
    disclosure: Disclosure
    owners: dict[PartyCode, OwnerRule] = Field(default_factory=dict)
    parties: frozenset[PartyCode] = Field(default=frozenset(), exclude=True)

    @model_validator(mode="after")
    def _tables_are_complete(self) -> Self:
        wanted: dict[str, tuple[set[str], set[str]]] = {
            "consortium_default": (set(RECORD_CLASSES), set(self.consortium_default)),
            "levels": (set(LEVELS), set(self.levels)),
            "audiences": ({*KINDS, "consortium"}, set(self.audiences)),
        }
        for name, (rows, given) in wanted.items():
            missing = sorted(rows - given)
            if missing:
                raise ValueError(f"{name} must have a row for {', '.join(missing)}")
        return self
