"""One example value for each column of a contract: a row that a sender could have written."""

import csv
from functools import lru_cache
from importlib.resources import files

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.registry import Contract

EVERY = "*"
"""Stands for all contracts."""
PLAIN = {"date": "2025-03-14", "number": "12.5", "integer": "2", "country": "KEN", "countries": "KEN;TZA", "yes_no_unknown": "no"}
"""What a column of a kind holds where the table says nothing of it."""


def sample(contract: Contract) -> dict[str, str]:
    """A made-up record of a contract, as canonical text, every column filled.

    Args:
        contract: The contract.
    """
    told = _table()
    return {
        name: told.get((contract.name, name)) or contract.defaults.get(name) or told.get((EVERY, name)) or _plain(field)
        for name, field in contract.fields.items()
    }


def _plain(field: Field) -> str:
    """The default, the first code of a list, or something of its kind."""
    codes = [code for code in field.allowed if code not in codelists.ALWAYS] if field.kind in {"code", "list"} else []
    return field.default or next(iter(codes), "") or PLAIN.get(field.kind, field.label)


@lru_cache
def _table() -> dict[tuple[str, str], str]:
    with files(__package__).joinpath("dress", "samples.csv").open(encoding="utf-8") as stream:
        return {(row["contract"], row["field"]): row["sample"] for row in csv.DictReader(stream)}
