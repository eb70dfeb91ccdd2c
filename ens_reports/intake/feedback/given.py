"""What the sender of a file said and sent before, and says in this file: answers, and the submission that it replaces."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from data_contracts.registry import CONTRACTS
from ens_reports.intake.desk import Desk, Known
from ens_reports.intake.feedback.earlier_sent import Earlier
from ens_reports.intake.feedback.returned import Returned, understand
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import shown
from ens_reports.intake.pack.marker import WITHOUT_STORE, made_without_store
from ens_reports.intake.prepare import without_place
from ens_reports.intake.sheets.cover import CoverRead
from ens_reports.intake.sheets.recognise import Recognised
from ens_reports.store import KeptAnswer, KeptFinding, SubmissionRow

COVER = CONTRACTS["cover"]
RESENDS = "file_resends"


@dataclass(frozen=True, kw_only=True, eq=False)
class Given:
    """What a sender said.

    Attributes:
        answers: The last to each cause, those of this file among them.
        brought: Those that this file brings for the first time.
        found: Findings about the answers in this file.
    """

    answers: tuple[KeptAnswer, ...] = ()
    brought: tuple[KeptAnswer, ...] = ()
    found: tuple[Located, ...] = ()


def given(item: Recognised, known: Known, desk: Desk, *, party: str, submission: str) -> Given:
    """Gather the answers that hold for a sheet of records.

    Args:
        item: The sheet.
        known: The file; what came back in it.
        desk: The store, if there is one.
        party: Code of the sender.
        submission: Name that the submission will have.
    """
    kept = desk.store.told.answers(party, item.contract.name) if desk.store else ()
    returned = known.returned
    if returned is None or not returned.lines:
        return Given(answers=kept)
    if not _is_for(returned, item, desk, party):
        return Given(answers=kept, found=(without_place("answers_of_other"),))
    read = understand(returned, item.contract, day=desk.today, submission=submission)
    said = {one.cause: (one.answer, one.value) for one in kept}
    brought = tuple(one for one in read.kept if said.get(one.cause) != (one.answer, one.value))
    of = "-" if returned.submission.startswith(WITHOUT_STORE) else returned.submission
    values = {"number": str(len(read.kept)), "submission": of}
    taken = (without_place("answers_taken", values=values),) if read.kept else ()
    last = {one.cause: one for one in (*kept, *brought)}
    return Given(answers=tuple(last.values()), brought=brought, found=(*taken, *read.unclear))


def earlier(item: Recognised, known: Known, desk: Desk, *, party: str, found: Iterable[Located]) -> Earlier | None:
    """The submission that a file replaces: the one whose workbook came back, the one whose records it holds, or one of its name.

    Args:
        item: The sheet of records.
        known: The file.
        desk: The store, if there is one.
        party: Code of the sender.
        found: Findings of now.
    """
    if desk.store is None:
        return None
    same = [row for row in desk.store.submissions() if (row.party, row.contract) == (party, item.contract.name) and row.in_force]
    names = [known.returned.submission] if known.returned is not None else []
    names += [one.finding.values.get("submission", "") for one in found if one.finding.check == RESENDS]
    by_name = {row.id: row for row in same}
    row = next((by_name[name] for name in names if name in by_name), None) or _of_name(same, shown(known.path.name))
    if row is None:
        return None
    own = tuple(one for one in desk.store.told.findings(row.id) if one.audience == "sender" and not (known.cover_again and _of_cover(one)))
    return Earlier(submission=row.id, received_on=row.received_on, found=own)


def cover_again(cover: CoverRead, returned: Returned | None, desk: Desk, *, party: str) -> CoverRead:
    """The cover of a workbook of ours that came back without one: what the sender said of these records holds on.

    Args:
        cover: Of the file.
        returned: What came back.
        desk: The store, if there is one.
        party: Code of the sender; without it nothing is looked up.
    """
    if cover.present or returned is None or desk.store is None:
        return cover
    rows = [row for row in desk.store.submissions() if (row.id, row.party) == (returned.submission, party) and row.in_force]
    return replace(cover, cover=rows[0].cover, present=True) if rows else cover


def _of_cover(kept: KeptFinding) -> bool:
    """Whether a finding was about the cover sheet, which a workbook that came back has no longer: it is not fixed by that."""
    return kept.field in COVER.fields and not kept.header


def _is_for(returned: Returned, item: Recognised, desk: Desk, party: str) -> bool:
    """Whether the answers are this sender's, about these records; what was made without a store names the two instead."""
    if returned.submission.startswith(WITHOUT_STORE):
        return returned.submission in {made_without_store(party, name) for name in ("", item.contract.name)}
    rows = desk.store.submissions() if desk.store else ()
    row = next((row for row in rows if row.id == returned.submission), None)
    return desk.store is None or (row is not None and (row.party, row.contract) == (party, item.contract.name))


def _of_name(rows: list[SubmissionRow], name: str) -> SubmissionRow | None:
    return next((row for row in reversed(rows) if row.file_name == name), None)
