"""What commands say of deletions: what went, from where, and which editions had used it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from ens_reports.terminal import Answer, table

if TYPE_CHECKING:  # nothing of this is needed to import the commands
    from collections.abc import Sequence

    from ens_reports.editions.marked import Marked
    from ens_reports.retention import Deleted
    from ens_reports.store import Deletion, SubmissionRow


def of_withdrawal(row: SubmissionRow, deleted: Deleted, marked: Sequence[Marked]) -> Answer:
    """A submission that was taken back.

    Args:
        row: The tombstone.
        deleted: What went with it.
        marked: All editions that are to be superseded or recalled.
    """
    used = [one for one in marked if one.edition in {mark.edition for mark in deleted.marks}]
    data = {"submission": row.id, "withdrawn_on": row.withdrawn_on, **_data(deleted, used)}
    return Answer(
        data=data, lines=[f"{row.id} is withdrawn: its records are deleted, its tombstone stays.", *_besides(deleted), *_used(used)]
    )


def of_expiry(deleted: Deleted, marked: Sequence[Marked]) -> Answer:
    """What could be kept no longer.

    Args:
        deleted: What went.
        marked: All editions that are to be superseded or recalled.
    """
    used = [one for one in marked if one.edition in {mark.edition for mark in deleted.marks}]
    erased = [{"submission": one.submission, "records": one.records, "whole": one.whole} for one in deleted.erased]
    rows = [(one.submission, one.records, "nothing" if one.whole else "the rest") for one in deleted.erased]
    lines = table(("submission", "records deleted", "stays"), rows) if rows else ["No record was to be deleted."]
    over = [f"Consent {one.seq} of {one.owner} is over." for one in deleted.consents]
    data = {"dry_run": False, "deleted": erased, "consents": [one.seq for one in deleted.consents], **_data(deleted, used)}
    return Answer(data=data, lines=[*lines, *over, *_besides(deleted), *_used(used)])


def of_due(due: Sequence[Deletion]) -> Answer:
    """What could be kept no longer, where nothing was deleted.

    Args:
        due: What would go.
    """
    wanted = [{"submission": one.submission.id, "records": len(one.rows or ()), "rejected_rows": one.quarantine} for one in due]
    rows = [(one["submission"], one["records"], "too" if one["rejected_rows"] else "-") for one in wanted]
    lines = table(("submission", "records to delete", "rejected rows"), rows) if rows else ["No record is to be deleted."]
    return Answer(data={"dry_run": True, "deleted": wanted}, lines=lines)


def with_deleted(answer: Answer, deleted: Deleted, marked: Sequence[Marked]) -> Answer:
    """The answer of a command that deleted on its way what could be kept no longer: nothing goes without a word.

    Args:
        answer: Of the command.
        deleted: What went.
        marked: All editions that are to be superseded or recalled.
    """
    if deleted == type(deleted)() or not isinstance(answer.data, dict):
        return answer
    told = of_expiry(deleted, marked)
    return replace(answer, data={**answer.data, "expired": told.data}, lines=[*answer.lines, "Could be kept no longer:", *told.lines])


def lines_of(marked: Sequence[Marked]) -> list[str]:
    """Editions of which something is still to be done, for people.

    Args:
        marked: All that are to be superseded or recalled.
    """
    return _used([one for one in marked if one.is_open])


def _data(deleted: Deleted, used: Sequence[Marked]) -> dict[str, object]:
    return {
        "editions": [one.edition for one in used],
        "marked": [asdict(one) for one in used],
        "files": dict(sorted(Counter(one.kind for one in deleted.files).items())),
    }


def _besides(deleted: Deleted) -> list[str]:
    kinds = Counter(one.kind for one in deleted.files)
    return [f"Deleted besides the store: {', '.join(f'{number} x {kind}' for kind, number in sorted(kinds.items()))}."] if kinds else []


def _used(marked: Sequence[Marked]) -> list[str]:
    """A line per edition: its recipient has to be told, whatever is done next."""
    said = []
    for one in marked:
        to_do = f"to be recalled from {one.recipient}" if one.mark == "recall" else "to be superseded"
        then = f"{one.superseded_by} took its place" if one.superseded_by else "`ens reports` builds the next"
        said.append(f"    {one.edition} ({one.reference}): {to_do}; {then}")
    return [f"{len(marked)} editions rest on records that were deleted:", *said] if marked else []
