"""How records that were stored under an earlier version of a contract are read as those of the version in force."""

from collections.abc import Callable, Mapping

import pandas as pd

from data_contracts.checks import derive
from data_contracts.families import CURRENT
from data_contracts.registry import SUPERSEDED

Migration = Callable[[pd.DataFrame], pd.DataFrame]
"""Accepted records of one version in, those of the next out; index and rows stay."""


def _completed(frame: pd.DataFrame) -> pd.DataFrame:
    """From version 1 to 2 of the incidents: what dated tables tell is filled in, and `computed` says where.

    In mining, `method` becomes a list; one code is a list of one.
    """
    return frame.assign(**derive.complete(frame, before=frame))


MIGRATIONS: Mapping[tuple[str, int], Migration] = dict.fromkeys(SUPERSEDED, _completed)
"""The step from a version to the next one, by name and version."""


def to_current(frame: pd.DataFrame, name: str, version: int) -> pd.DataFrame:
    """Carry records to the version in force.

    Args:
        frame: Records as they were accepted, with whatever columns the store added.
        name: Name of their contract.
        version: Version under which they were stored.

    Returns:
        The records, index and order as they were.

    Raises:
        KeyError: There is no step from a version, which a test rules out.
    """
    for step in range(version, CURRENT[name]):
        frame = MIGRATIONS[name, step](frame)
    return frame
