"""Which contracts there are. A version that was used is never edited, only superseded."""

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property

import pandera.pandas as pa

from data_contracts.capacity import Capacity
from data_contracts.core import Incident
from data_contracts.cover import Cover
from data_contracts.families import CURRENT, KEYS, Family
from data_contracts.fields import Field, fields_of
from data_contracts.fisheries import Fisheries
from data_contracts.forestry import Forestry
from data_contracts.mining import Mining
from data_contracts.movements import Movements
from data_contracts.osint import Osint
from data_contracts.pollution import Pollution
from data_contracts.subjects import Subjects
from data_contracts.versions import v1
from data_contracts.wildlife import Wildlife

DEFAULTS: dict[Family, dict[str, str]] = {"movements": {"movement_kind": "position"}}
"""What a blank means in them."""


class ContractError(KeyError):
    """No contract has that name or version."""

    def __str__(self) -> str:
        """The message as it is; `KeyError` would put it in quotes."""
        return str(self.args[0])


@dataclass(frozen=True, kw_only=True, eq=False)
class Contract:
    """What a party may send under one name.

    Attributes:
        name: Name of the contract.
        version: Raised by one for each change of columns or lists.
        area: Crime area of every row; empty where each row says its own.
        model: pandera model of accepted records.
        defaults: What a blank means in this contract, by column.
        description: One sentence on what it is for.
        family: What its rows are.
        key: Columns that, with the owner, name a record: the same record when it is sent again.
        told_by: A column without which no file is taken for one of this contract.
    """

    name: str
    version: int
    area: str
    model: type[pa.DataFrameModel]
    defaults: dict[str, str] = field(default_factory=dict)
    description: str
    family: Family = "incidents"
    key: tuple[str, ...] = KEYS["incidents"]
    told_by: str = "incident_date"

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The columns that a sender may give, in order."""
        return fields_of(self.model)

    @property
    def number(self) -> str:
        """The column by which a sender numbers its records; empty where other columns name them."""
        return next((name for name in self.key if name.endswith("_id")), "")

    @property
    def lines(self) -> bool:
        """Whether several rows can have one number, told apart by `item_no`."""
        return "item_no" in self.key


def _area(name: str, model: type[pa.DataFrameModel], record_type: str, description: str) -> Contract:
    defaults = {"crime_area": name, "record_type": record_type}
    return Contract(name=name, version=CURRENT[name], area=name, model=model, defaults=defaults, description=description)


def _other(family: Family, model: type[pa.DataFrameModel], told_by: str, description: str) -> Contract:
    return Contract(
        name=family,
        version=CURRENT[family],
        area="",
        model=model,
        defaults=DEFAULTS.get(family, {}),
        description=description,
        family=family,
        key=KEYS[family],
        told_by=told_by,
    )


CONTRACTS: dict[str, Contract] = {
    contract.name: contract
    for contract in (
        _area("wildlife", Wildlife, "seizure", "Taking of and trade in wild animals and plants"),
        _area("fisheries", Fisheries, "offence", "Illegal, unreported and unregulated fishing and the crimes around it"),
        _area("forestry", Forestry, "offence", "Illegal felling, clearing and trade of timber"),
        _area("pollution", Pollution, "offence", "Discharges, emissions, and illegal trade in waste and chemicals"),
        _area("mining", Mining, "offence", "Mining without permission, and trade in its products"),
        Contract(
            name="incidents",
            version=CURRENT["incidents"],
            area="",
            model=Incident,
            defaults={"record_type": "offence"},
            description="Files that hold several areas, or rows that name none: the shared columns alone",
        ),
        _other("subjects", Subjects, "subject_type", "Persons, organisations, vessels, vehicles and accounts of a case: tactical only"),
        _other("movements", Movements, "start_date", "Positions and legs of vessels, vehicles, aircraft and containers"),
        _other("capacity", Capacity, "return_year", "The yearly return on the means against environmental crime"),
        _other("osint", Osint, "link", "Open sources: what was published, by whom, and the incident that it speaks of"),
        _other("cover", Cover, "", "The cover sheet, which says what a whole submission is"),
    )
}
"""The contracts in force, by name."""
MODELS_BEFORE: dict[int, dict[str, type[pa.DataFrameModel]]] = {
    1: {
        "wildlife": v1.Wildlife,
        "fisheries": v1.Fisheries,
        "forestry": v1.Forestry,
        "pollution": v1.Pollution,
        "mining": v1.Mining,
        "incidents": v1.Incident,
    },
}
"""The models of earlier versions, by version and name."""
SUPERSEDED = {
    (name, version): replace(CONTRACTS[name], version=version, model=model)
    for version, models in MODELS_BEFORE.items()
    for name, model in models.items()
}
"""Contracts that were used and are in force no more: records that were stored under them are read through migrations."""
INCIDENTS = {name: found for name, found in CONTRACTS.items() if found.family == "incidents"}
"""The contracts whose rows are incidents: what reports count."""
SENT = {name: found for name, found in CONTRACTS.items() if found.family != "cover"}
"""The contracts that a file's rows can be of."""


def contract(name: str, version: int | None = None) -> Contract:
    """The contract of a name.

    Args:
        name: One of `CONTRACTS`.
        version: A version; the one in force by default.

    Raises:
        ContractError: There is none of that name or version.
    """
    found = CONTRACTS.get(name)
    if found is None:
        close = get_close_matches(name, CONTRACTS, n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        raise ContractError(f"a contract must be one of {', '.join(CONTRACTS)}, got {name!r}{hint}")
    if version in {None, found.version}:
        return found
    if (name, version) in SUPERSEDED:
        return SUPERSEDED[name, version]
    raise ContractError(f"the version of {name} must be one of {', '.join(map(str, versions(name)))}, got {version}")


def versions(name: str) -> tuple[int, ...]:
    """The versions of a contract, the one in force last.

    Args:
        name: One of `CONTRACTS`.
    """
    return (*sorted(version for of, version in SUPERSEDED if of == name), CONTRACTS[name].version)
