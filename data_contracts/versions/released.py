"""What every version of a contract was when it was released, as digests: `python -m data_contracts.versions.released` prints them.

A version that was used is never edited. A change of columns or lists is a new version, with its row in `released.csv` and a migration.
"""

import csv
import hashlib
import json
from datetime import date
from importlib.resources import files

from data_contracts import codelists
from data_contracts.registry import CONTRACTS, SUPERSEDED, Contract

SHAPE = ("kind", "codes", "unit", "required", "minimum", "maximum", "pattern", "default", "fallback", "open_list", "sensitive")
"""What a column is, besides its wording."""
DIGITS = 16


def released() -> dict[tuple[str, int], tuple[str, str]]:
    """Digests of the columns and of the lists by name and version, as they were committed."""
    with files(__package__).joinpath("released.csv").open(encoding="utf-8") as stream:
        return {(row["contract"], int(row["version"])): (row["columns"], row["lists"]) for row in csv.DictReader(stream)}


def columns_digest(contract: Contract) -> str:
    """Digest of a contract's columns: names, order, types, and what a cell may hold.

    Args:
        contract: Of any version.
    """
    types = {name: str(column.dtype) for name, column in contract.model.to_schema().columns.items()}
    shapes = {name: [getattr(field, part) for part in SHAPE] for name, field in contract.fields.items()}
    return _digest([contract.family, contract.key, contract.defaults, types, shapes])


def lists_digest(contract: Contract) -> str:
    """Digest of the codes that a contract's columns may hold, with the days on which they are valid; labels may be improved.

    Args:
        contract: One in force: the lists of an earlier version are no longer there.
    """
    names = sorted({name for field in contract.fields.values() for name in field.codes})
    lists = {name: codelists.load(name)[["code", "valid_from", "valid_to"]].to_numpy().tolist() for name in names}
    return _digest(lists)


def main() -> None:
    """Print the table as it would be now."""
    print("contract,version,columns,lists,released_on")  # noqa: T201 - a developer's command
    before = released()
    for found in (*SUPERSEDED.values(), *CONTRACTS.values()):
        lists = before[found.name, found.version][1] if (found.name, found.version) in SUPERSEDED else lists_digest(found)
        print(f"{found.name},{found.version},{columns_digest(found)},{lists},{date.today().isoformat()}")  # noqa: T201, DTZ011 - as above


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:DIGITS]


if __name__ == "__main__":
    main()
