"""What `ens check` is measured against, each in a process of its own: `python others.py WHAT FILE`."""

import re
import sys
from pathlib import Path

from data_contracts.fields import Field
from data_contracts.registry import contract

DTYPES = {"number": "float64", "integer": "Int64"}
TODAY = "2026-12-31"
ROW_RULES = (
    (("unit", "quantity"), "unit or quantity is None"),
    (("latitude", "longitude"), "(latitude is None) == (longitude is None)"),
    (("latitude", "longitude"), "latitude != 0 or longitude != 0"),
    (("incident_date",), f"'1950' <= incident_date <= '{TODAY}'"),
    (("source_type",), "source_type"),
    (("scientific_name", "commodity"), "scientific_name or commodity"),
    (("specimen_term",), "specimen_term"),
)
"""Columns, and what the contract's rules about cells of one row say of them, in the words of Frictionless's `row-constraint`."""


def bare(path: Path) -> None:
    """`pandas.read_csv` and the contract's pandera model, lazily, for the columns that are there."""
    import pandas as pd  # noqa: PLC0415 - each measurement imports what it needs alone
    from pandera.errors import SchemaErrors  # noqa: PLC0415

    model, fields = contract("wildlife").model, contract("wildlife").fields
    names = list(pd.read_csv(path, nrows=0).columns)
    dtypes = {name: DTYPES.get(fields[name].kind, "str") for name in names}
    try:
        frame = pd.read_csv(path, dtype=dtypes, keep_default_na=False, na_values=[""])
        model.to_schema().select_columns(names).validate(frame, lazy=True)
    except (SchemaErrors, ValueError) as error:
        sys.stdout.write(f"{type(error).__name__}\n")


def frictionless(path: Path) -> None:
    """Frictionless with what its own checks can say of the contract: a Table Schema, the key, repeated rows, and cells of one row."""
    from frictionless import Checklist, Resource, Schema, checks  # noqa: PLC0415

    with path.open(encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    rows = [checks.row_constraint(formula=formula) for needed, formula in ROW_RULES if set(needed) <= set(names)]
    schema = Schema.from_descriptor(table_schema(names))
    resource = Resource(path=path.name, basepath=str(path.parent), schema=schema)
    report = resource.validate(Checklist(checks=[checks.duplicate_row(), *rows]))
    sys.stdout.write(f"{report.valid} {report.stats['errors']}\n")


def table_schema(names: list[str]) -> dict[str, object]:
    """The contract as a Table Schema.

    Args:
        names: Columns of the file.
    """
    fields = contract("wildlife").fields
    return {"fields": [_field(fields[name]) for name in names], "primaryKey": ["reporting_country", "incident_id", "item_no"]}


def _field(field: Field) -> dict[str, object]:
    kind, allowed, several = field.kind, field.allowed, field.several
    limits: dict[str, object] = {"required": True} if field.required == "always" else {}
    if allowed and not several and not field.open_list:
        limits["enum"] = list(allowed)
    if allowed and several and not field.open_list:
        words = "|".join(map(re.escape, allowed))
        limits["pattern"] = f"({words})(;({words}))*"
    if field.pattern and not several:
        limits["pattern"] = field.pattern
    for name in ("minimum", "maximum"):
        if getattr(field, name) is not None:
            limits[name] = getattr(field, name)
    types = {"number": "number", "integer": "integer"}
    return {"name": field.name, "type": types.get(kind, "string"), "constraints": limits}


def workbook(path: Path) -> None:
    """A workbook into a frame, by calamine."""
    import pandas as pd  # noqa: PLC0415

    sys.stdout.write(f"{len(pd.read_excel(path, engine='calamine', dtype='str'))}\n")


WHAT = {"bare": bare, "frictionless": frictionless, "workbook": workbook}

if __name__ == "__main__":
    WHAT[sys.argv[1]](Path(sys.argv[2]))
