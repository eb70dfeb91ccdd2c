"""Names under which others' records stand in a view.

They derive from nothing but what the reader sees anyway: so they tell nothing more, and they are the same whether or not there are
records that the reader may not see. A digest of the owner's code would not do: there are two hundred codes to try. And they are keyed
for each reader, so that two readers of the same records can't join them by name.
"""

import hmac
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from ens_reports import digest
from ens_reports.store import record_digests

DIGITS = 12
INCIDENT = ["owner", "reporting_country", "incident_id"]
TELLING = ["owner", "incident_id", "record_id"]
"""Columns whose values lead to an owner, and are replaced."""


@dataclass(frozen=True, kw_only=True)
class Pseudonyms:
    """Makes the names of one reader.

    Attributes:
        key: Of the project.
        recipient: Code of the reader.
    """

    key: bytes = field(repr=False)
    recipient: str

    def of(self, said: object) -> str:
        """The name of something, as 64 hexadecimal digits.

        Args:
            said: What it says, as a plain value.
        """
        return hmac.digest(self.key, digest.canonical_json([self.recipient, said]).encode(), "sha256").hex()


def renamed(frame: pd.DataFrame, pseudonyms: Pseudonyms) -> pd.DataFrame:
    """Others' records with their owners, incidents and records renamed; rows of one incident still belong together.

    Args:
        frame: Others' records, with the columns of a view and nothing that the reader may not see but `TELLING`.
        pseudonyms: Of the reader.

    Returns:
        The same rows, index kept: `owner` as `P1`, `incident_id` and `record_id` as digests.
    """
    rows = record_digests(frame.drop(columns=TELLING)).map(pseudonyms.of).astype("str")
    incident = frame.groupby(INCIDENT, dropna=False).ngroup()
    owner = frame.groupby("owner").ngroup()
    said = _together(rows, incident)
    party = _ranks(_together(said[~incident.duplicated()], owner), owner)
    incident_id = _distinct(party + said, incident)
    record_id = _distinct(incident_id + rows, pd.Series(range(len(frame)), index=frame.index))
    return frame.assign(owner=party, incident_id=incident_id, record_id=record_id)


def rank_of(contents: Sequence[str], *, prefix: str) -> list[str]:
    """Names by the rank of what each says: `C1` for the lowest.

    Args:
        contents: What each says, as a name of `Pseudonyms`.
        prefix: Letter of the names.
    """
    order = sorted(range(len(contents)), key=lambda place: contents[place])
    names = {place: f"{prefix}{rank}" for rank, place in enumerate(order, start=1)}
    return [names[place] for place in range(len(contents))]


def _together(contents: pd.Series, group: pd.Series) -> pd.Series:
    """For each row the digest of all that its group says, whatever the order of its rows."""
    said: dict[int, list[str]] = defaultdict(list)
    for number, content in zip(group.loc[contents.index].tolist(), contents.tolist(), strict=True):
        said[number].append(content)
    digests = {number: digest.of_value(sorted(parts)) for number, parts in said.items()}
    return group.map(digests).astype("str")


def _ranks(said: pd.Series, group: pd.Series) -> pd.Series:
    """For each row the rank of its group by what the group says, as `P1`."""
    first = said[~group.duplicated()]
    ranks = dict(zip(group.loc[first.index], rank_of(list(first), prefix="P"), strict=True))
    return group.map(ranks).astype("str")


def _distinct(said: pd.Series, group: pd.Series) -> pd.Series:
    """For each row a digest of what its group says; groups that say the same are told apart by a number."""
    first = said[~group.duplicated()]
    twin = first.groupby(first).cumcount()
    names = [digest.of_value([text, number])[:DIGITS] for text, number in zip(first, map(int, twin), strict=True)]
    ids = dict(zip(group.loc[first.index], names, strict=True))
    return group.map(ids).astype("str")
