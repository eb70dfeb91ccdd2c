"""A table and a mapping in a few lines, for the tests of what carries mappings out."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data_contracts.registry import CONTRACTS
from ens_reports.intake.findings import Collector
from ens_reports.intake.mappings.apply import Mapped, apply
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.source import Sheet


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a mapping made of a table."""

    mapped: Mapped
    collector: Collector

    def column(self, name: str) -> list[str | None]:
        """A field, missing as None."""
        return [None if pd.isna(value) else str(value) for value in self.mapped.frame[name]]

    def checks(self) -> dict[str, list[int]]:
        """Check -> rows."""
        return {item.finding.check: item.finding.rows.tolist() for item in self.collector.found}


def make_table(columns: dict[str, list[str]], first_row: int = 2) -> Table:
    frame = pd.DataFrame(list(zip(*columns.values(), strict=True)), dtype="str")
    frame.columns = pd.RangeIndex(len(columns))
    frame.index = pd.RangeIndex(first_row, first_row + len(frame))
    header = tuple(name.rstrip("'") for name in columns)
    sheet = Sheet(name="", cells=frame)
    return Table(sheet=sheet, header=header, header_row=first_row - 1, rows=frame[(frame != "").any(axis=1)], set_aside=frame.iloc[:0])


def run(columns: dict[str, list[str]], rules: dict[str, Any], contract: str = "wildlife", **more: Any) -> Result:  # noqa: ANN401 - as YAML gives them
    table = make_table(columns)
    content = {"name": "m", "party": "KEN", "contract": contract, "title": "t", "recognises": {"headers": ["x"]}, "columns": rules, **more}
    collector = Collector(sheet=table.sheet, header=table.header)
    mapped = apply(table, Mapping.model_validate(content), CONTRACTS[contract], collector=collector)
    return Result(mapped=mapped, collector=collector)
