"""What a party has in force already, as far as a file of its can change it: records, and how the cover sheet says they may be used."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from ens_reports.intake.desk import Desk
from ens_reports.intake.prepare import Prepared
from ens_reports.store import Cover, SubmissionRow, record_digests, record_ids

if TYPE_CHECKING:  # a check without a ledger needs no database
    from ens_reports.store import Store

HANDLING = ("confidentiality", "handling_scheme", "handling_code", "consortium", "allowed_recipients", "barred_recipients", "retain_until")
"""Lines of a cover sheet that say who may see the records."""
COLUMNS = ["record_id", "record_digest", "submission"]
NOTHING = pd.DataFrame({name: [] for name in COLUMNS}, dtype="str")


def in_force(store: "Store | None", party: str, *, cover: Cover, others: Iterable[Prepared] = ()) -> pd.DataFrame:
    """The records of a party that a sheet is laid against.

    Args:
        store: Where they lie; none if there is none.
        party: Code of the sender.
        cover: Of the file: a record that it puts under another handling says something else than before.
        others: Sheets of the same file that come before this one.

    Returns:
        `record_id`, `record_digest` and `submission`, blank for a sheet of the same file; of several rows of one record the last holds.
    """
    held = store.records.in_force(party) if store else NOTHING
    if store is not None and cover_handling(cover) != Cover():
        other = [row.id for row in store.submissions() if row.party == party and cover_handling(row.cover) != cover_handling(cover)]
        held = held.assign(record_digest=held["record_digest"].mask(held["submission"].isin(other), ""))
    return pd.concat([held[COLUMNS], *(_named(one, party) for one in others)], ignore_index=True)


def cover_handling(cover: Cover) -> Cover:
    """A cover sheet with nothing but who may see the records.

    Args:
        cover: As it was read.
    """
    return Cover.model_validate({name: getattr(cover, name) for name in HANDLING})


def is_whole(row: SubmissionRow, cover: Cover) -> bool:
    """Whether the same file says nothing new: all its rows came with that submission, and its cover sheet is that one's, or gone.

    Args:
        row: A submission in force of the same file.
        cover: Of the file as it comes now.
    """
    return row.counts.duplicate == 0 and cover in (Cover(), row.cover)


def taken_back(sha256: str, party: str, desk: Desk) -> SubmissionRow | None:
    """The submission of a file that its owner took back, unless the file was sent again since, or is named now.

    Args:
        sha256: Of the file or its sheet.
        party: Code of the sender.
        desk: The store, and whether somebody named the file.
    """
    if desk.store is None or not desk.whole_inbox:
        return None
    rows = [row for row in desk.store.submissions() if (row.sha256, row.party) == (sha256, party)]
    return rows[-1] if rows and not any(row.in_force for row in rows) else None


def brings_nothing(prepared: Prepared, rows: Iterable[SubmissionRow], *, cover: Cover) -> bool:
    """Whether all records of a sheet are in force already, and its cover sheet says nothing new: then there is nothing to store.

    Args:
        prepared: The sheet.
        rows: What its sender has in force under the contract.
        cover: Of the file.
    """
    known = len(prepared.accepted) == 0 and len(prepared.duplicate) > 0 and len(prepared.rejected) == len(prepared.table.set_aside)
    return known and (cover == Cover() or cover in [row.cover for row in rows])


def _named(sheet: Prepared, party: str) -> pd.DataFrame:
    ids = record_ids(sheet.accepted, party, family=sheet.contract.family)
    return pd.DataFrame({"record_id": ids, "record_digest": record_digests(sheet.accepted), "submission": ""})
