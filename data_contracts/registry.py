"""Which contracts there are. A version that was used is never edited, only superseded."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Literal

import pandera.pandas as pa

from data_contracts.core import Incident
from data_contracts.fields import Field, fields_of
from data_contracts.fisheries import Fisheries
from data_contracts.forestry import Forestry
from data_contracts.mining import Mining
from data_contracts.pollution import Pollution
from data_contracts.wildlife import Wildlife

Family = Literal["incidents", "subjects", "movements", "capacity", "osint", "cover"]
"""What the rows of a contract are: only incidents are counted by reports."""
INCIDENT_KEY = ("reporting_country", "incident_id", "item_no")


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
    """

    name: str
    version: int
    area: str
    model: type[pa.DataFrameModel]
    defaults: dict[str, str] = field(default_factory=dict)
    description: str
    family: Family = "incidents"
    key: tuple[str, ...] = INCIDENT_KEY

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The columns that a sender may give, in order."""
        return fields_of(self.model)


def _area(name: str, model: type[pa.DataFrameModel], record_type: str, description: str) -> Contract:
    defaults = {"crime_area": name, "record_type": record_type}
    return Contract(name=name, version=1, area=name, model=model, defaults=defaults, description=description)


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
            version=1,
            area="",
            model=Incident,
            defaults={"record_type": "offence"},
            description="Files that hold several areas, or rows that name none: the shared columns alone",
        ),
    )
}
"""The contracts in force, by name."""


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
    if version not in {None, found.version}:
        raise ContractError(f"the version of {name} must be {found.version}, got {version}")
    return found
