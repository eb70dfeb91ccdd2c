"""Faults of known kinds, put into good records: what intake must find, and nothing else."""

from dataclasses import dataclass

import pyarrow as pa

from data_contracts.registry import contract


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What goes wrong in one cell.

    Attributes:
        column: Which cell; it must hold something.
        cell: What stands there instead; none for a blank.
        check: What intake says of it.
    """

    column: str
    cell: str | None
    check: str


@dataclass(frozen=True, kw_only=True)
class Spoilt:
    """A fault and where it is.

    Attributes:
        row: Row number of the file.
        column: The column.
        check: Identifier of the check that tells of it.
    """

    row: int
    column: str
    check: str


FAULTS = (
    Fault(column="incident_date", cell=None, check="date_missing"),
    Fault(column="incident_date", cell="sometime", check="date_unreadable"),
    Fault(column="incident_date", cell="2025-02-30", check="date_part_impossible"),
    Fault(column="incident_date", cell="2035-01-01", check="date_in_future"),
    Fault(column="reporting_country", cell="Atlantis", check="reporting_country_unreadable"),
    Fault(column="source_type", cell=None, check="source_type_missing"),
    Fault(column="outcome", cell="case pending somewhere", check="code_not_listed"),
    Fault(column="quantity", cell="12x5?", check="number_unreadable"),
    Fault(column="latitude", cell="95.2", check="number_outside"),
    Fault(column="unit", cell=None, check="unit_missing"),
    Fault(column="longitude", cell=None, check="position_half"),
    Fault(column="confidentiality", cell="top secret", check="handling_not_listed"),
    Fault(column="origin_country", cell="Ruritania", check="country_not_listed"),
    Fault(column="persons_charged", cell="-3", check="number_too_low"),
    Fault(column="evaluation_system", cell=None, check="evaluation_system_missing"),
    Fault(column="vessel_imo", cell="9074720", check="vessel_imo_digit"),
    Fault(column="hs_code", cell="720310", check="hs_code_chapter"),
)
"""The faults, in the order in which they are given to the rows of a file."""


def spoil(records: pa.Table, contract_name: str, *, share: float, first: int) -> tuple[pa.Table, list[Spoilt]]:
    """Put faults into some rows of good records: one each, each kind in turn.

    Args:
        records: Text, blank cells null.
        contract_name: Name of their contract.
        share: Of the rows that get a fault, from 0 to 1.
        first: Row number that the first of them has in its file.

    Returns:
        The records, and what is wrong with which.
    """
    if not share or contract(contract_name).family != "incidents":
        return records, []
    fitting = [fault for fault in FAULTS if fault.column in records.column_names]
    every = max(1, round(1 / share))
    cells = {name: records[name].to_pylist() for name in dict.fromkeys(fault.column for fault in fitting)}
    found = []
    for place, row in enumerate(range(0, len(records), every)):
        fault = fitting[place % len(fitting)]
        if cells[fault.column][row] is None:
            continue
        cells[fault.column][row] = fault.cell
        found.append(Spoilt(row=first + row, column=fault.column, check=fault.check))
    for name, column in cells.items():
        records = records.set_column(records.column_names.index(name), name, pa.array(column, type=pa.string()))
    return records, found
