"""What is left of records that were deleted: their names and digests, and where they stood."""

from dataclasses import asdict, dataclass

import pandas as pd
from sqlalchemy import Connection, insert, select

from ens_reports.store.schema import tombstones


@dataclass(frozen=True, kw_only=True)
class Tombstone:
    """A record that was deleted, as one submission had it.

    Attributes:
        submission: Its name.
        source_row: Number of its row in the file.
        record_id: Name of the record.
        record_digest: Of what it said.
        seq: Place of the deletion in the ledger.
    """

    submission: str
    source_row: int
    record_id: str
    record_digest: str
    seq: int


def add(connection: Connection, gone: pd.DataFrame, *, seq: int) -> None:
    """Set up the tombstones of records.

    Args:
        connection: In a transaction.
        gone: `submission`, `source_row`, `record_id`, `record_digest`.
        seq: Place of the deletion in the ledger.
    """
    columns = (gone["submission"].astype("str"), gone["source_row"].astype("int64"), gone["record_id"], gone["record_digest"])
    rows = [
        asdict(Tombstone(submission=submission, source_row=int(row), record_id=name, record_digest=content, seq=seq))
        for submission, row, name, content in zip(*columns, strict=True)
    ]
    if rows:
        connection.execute(insert(tombstones), rows)


def of_record(connection: Connection, record_id: str) -> tuple[Tombstone, ...]:
    """The tombstones of a record, in the order in which its revisions were deleted."""
    query = select(tombstones).where(tombstones.c.record_id == record_id)
    rows = connection.execute(query.order_by(tombstones.c.seq, tombstones.c.submission, tombstones.c.source_row)).mappings()
    return tuple(Tombstone(**row) for row in rows)
