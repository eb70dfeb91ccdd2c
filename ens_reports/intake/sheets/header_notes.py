"""Findings about the names of columns: misspelt, close to a known one, of two meanings, or not known at all."""

import pandas as pd

from data_contracts.registry import CONTRACTS
from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.findings import Cells, Collector
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.headers import meanings, signs
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.values.fold import fold_header, western_digits

CLOSE_TO_KNOWN = 0.5
"""Score of a header's best meaning from which it is offered to the sender."""

FEWEST, MOSTLY = 3, 0.95
"""Rows that show a sequence, and the share of them that follow one another: a deleted row leaves a gap."""


def tell_headers(table: Table, mapping: Mapping, collector: Collector) -> None:
    """Tell what a mapping knows of headers: misspellings that it expects, and what was recognised only nearly.

    Args:
        table: Header and records.
        mapping: How they are read.
        collector: Takes the findings.
    """
    wrong = {fold_header(name): right for name, right in mapping.misspelt.items()}
    for position, name in enumerate(table.header):
        if fold_header(name) in wrong:
            collector.add("header_misspelt", [table.header_row], column=position, values={"name": wrong[fold_header(name)]})
    for note in mapping.header_notes:
        collector.add(note.check, [table.header_row], column=note.position, values=note.values)
    if not mapping.confirmed:
        collector.add("mapping_unconfirmed", [table.header_row], values={"name": mapping.name})


def tell_unknown(columns: Columns, position: int, mapping: Mapping) -> None:
    """Tell that a column is not known, and to which field its name is close, if no other column feeds that.

    Args:
        columns: The table.
        position: Of the column.
        mapping: Whose fields are filled already.
    """
    cells = columns.raw(position)
    if _numbers_rows(columns.header[position], cells):
        columns.collector.add("column_ignored", columns.filled(position), column=position, values={"reason": "running_number"})
        return
    filled = cells.index[cells.str.strip() != ""]
    told = any(note.position == position and note.check == "header_second" for note in mapping.header_notes)
    free = CONTRACTS[mapping.contract].fields.keys() - mapping.columns.keys()
    close = [item for item in meanings(columns.header[position]) if item.score >= CLOSE_TO_KNOWN and item.field in free]
    if close and not told:
        columns.collector.add("column_close", filled, column=position, values={"title": close[0].field})
    elif not told:
        columns.collector.add("column_unknown", filled, column=position)


def _numbers_rows(header: str, cells: Cells) -> bool:
    """Whether a column is called like a number of rows, and counts them."""
    if fold_header(header) not in {fold_header(str(name)) for name in signs()["row_number"]}:
        return False
    numbers = pd.to_numeric(cells[cells.str.strip() != ""].map(western_digits), errors="coerce")
    return len(numbers) >= FEWEST and bool((numbers.diff().iloc[1:] == 1).mean() > MOSTLY)
