"""the columns of a view: those of all contracts of incidents, with one type each, whatever was sent."""

from functools import lru_cache

import pandas as pd

from data_contracts.registry import INCIDENTS

DERIVED = {"date_from": "datetime64[us]", "date_to": "datetime64[us]", "date_precision": "str", "record_class": "str"}
"""What validation adds to a contract's columns."""
VIEW = {
    "own": "bool",
    "owner": "str",
    "record_id": "str",
    "submission": "str",
    "about_recipient": "bool",
    "in_period": "bool",
    "may_name": "bool",
}
"""What a view adds."""
_TYPES = {"number": "float64", "integer": "Int64"}


@lru_cache(maxsize=1)
def types() -> dict[str, str]:
    """Every column of `View.incidents` with its type, in order: a view has them all, so that its form tells nothing of others."""
    fields = {name: _TYPES.get(field.kind, "str") for contract in INCIDENTS.values() for name, field in contract.fields.items()}
    return {**VIEW, **DERIVED, **fields}


def shaped(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame with just the columns of a view, blank where it has none.

    Args:
        frame: Records with what a view adds.
    """
    wide = frame.reindex(columns=list(types()))
    other = {name: wide[name].astype(kind) for name, kind in types().items() if str(wide[name].dtype) != kind}  # type: ignore[call-overload]  # names of types
    return wide.assign(**other)
