"""What commands say of consents."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ens_reports.terminal import Answer, table

if TYPE_CHECKING:  # nothing of this is needed to import the commands
    from collections.abc import Sequence

    from ens_reports.store import ConsentRow


def of_consents(rows: Sequence[ConsentRow]) -> Answer:
    """Who said later that somebody may see what it had closed.

    Args:
        rows: All, those that ended too.
    """
    data = [{"number": row.seq, **{name: value for name, value in asdict(row).items() if name not in ("seq", "ended_seq")}} for row in rows]
    header = ("number", "owner", "for", "to", "levels", "purposes", "by", "from", "until", "ended")
    cells = [
        (
            row.seq,
            row.owner,
            row.target,
            ", ".join(row.recipients),
            ", ".join(row.levels) or "all",
            ", ".join(row.purposes),
            row.given_by,
            row.given_on,
            row.until,
            row.ended_on,
        )
        for row in rows
    ]
    return Answer(data={"consents": data}, lines=table(header, cells) if cells else ["No consent was given yet."])


def of_consent(number: int, said: str) -> Answer:
    """One consent that was entered or ended.

    Args:
        number: Its number.
        said: What became of it.
    """
    return Answer(data={"consent": number, "status": said}, lines=[f"Consent {number} is {said}; `ens reports` builds what it changes."])
