"""One file from reading to its answer."""

import os
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from data_contracts.crashed import UnsoundError
from data_contracts.registry import contract
from ens_reports import digest
from ens_reports.errors import EnsError
from ens_reports.intake.crashed import crashed, has_crashed
from ens_reports.intake.desk import Desk, Known
from ens_reports.intake.feedback.given import cover_again, earlier, given
from ens_reports.intake.feedback.reply import reply
from ens_reports.intake.feedback.returned import Returned, take_out
from ens_reports.intake.feedback.told import details, keep
from ens_reports.intake.feedback.words_of import detail, in_order
from ens_reports.intake.feedback.write import write_feedback
from ens_reports.intake.findings import Located
from ens_reports.intake.known.compare import Compared, Sent, compare
from ens_reports.intake.known.recipients import unlisted, unlisted_of_cover
from ens_reports.intake.known.standing import brings_nothing, cover_handling, in_force, is_whole, taken_back
from ens_reports.intake.mappings.overlay import with_answers
from ens_reports.intake.outcome import FileOutcome, Status, shown
from ens_reports.intake.prepare import Prepared, prepare, without_place
from ens_reports.intake.sheets.cover import read_cover, with_source
from ens_reports.intake.sheets.identify import party_of_path
from ens_reports.intake.sheets.recognise import Recognised, Sorted, file_findings, sort_sheets
from ens_reports.intake.source import Sheet, Source
from ens_reports.locales import Language
from ens_reports.store import Arrival, Counts, KeptAnswer, Submission, SubmissionRow

if TYPE_CHECKING:  # a check without a ledger needs no database
    from ens_reports.store import Store

ENGLISH = Language("en")
OF_RECORDS = frozenset(
    {
        "sheet_hidden", "rows_hidden", "columns_hidden", "cells_merged", "cells_merged_across", "formulas_read", "formulas_without_value",
        "comments_not_read", "percents_shown", "units_in_formats", "numbers_padded", "numbers_scaled", "dates_shown_short",
    }
)  # fmt: skip
"""Checks that say how a sheet is made."""
BELOW = frozenset({"comments_not_read", "cells_merged_across"})
"""Of these only what is below the header is told."""
HOLD_ALL = frozenset({"cover_damaged", "retain_until_unreadable"})
"""Of a cover sheet: records that come with it would be seen by more, or kept longer, than it allows."""


@dataclass(frozen=True, kw_only=True, eq=False)
class _Part:
    """One sheet of records: what becomes of it, and what of it is to be stored.

    Attributes:
        outcome: What became of it.
        known: What is known of its file.
        found: Findings.
        prepared: Its records; none if the same file is here already.
        arrival: For the store; none if it brings nothing, or there is no store.
    """

    outcome: FileOutcome
    known: Known
    found: Sequence[Located] = ()
    prepared: Prepared | None = None
    arrival: Arrival | None = None


def receive(path: Path, source: Source, desk: Desk) -> list[FileOutcome]:
    """Carry one file through.

    Args:
        path: The file.
        source: What was read of it.
        desk: Project, store and what the caller says.

    Returns:
        One outcome for each sheet of records, one for a file without any. What a fault of ours stops is not stored, and says so.

    Raises:
        RequestError: The mapping that was asked for does not exist.
    """
    try:
        return _receive(path, source, desk)
    except (EnsError, UnsoundError):
        raise
    except Exception as error:  # noqa: BLE001 - one file that we fail on must not keep the others from being taken in
        party = desk.asked.party or party_of_path(path, desk.inbox, desk.project)
        return [_stopped(path, party, crashed("reading", error))]


def _stopped(path: Path, party: str, why: Located) -> FileOutcome:
    details = (detail(why, ENGLISH),)
    return FileOutcome(path=shown(str(path)), party=party, sha256=_digest(path), status="crashed", details=details)


def _receive(path: Path, source: Source, desk: Desk) -> list[FileOutcome]:
    source, returned = take_out(source)
    known = _known(path, source, desk, returned=returned)
    if source.unreadable:
        return [_refuse(known, desk, without_place(source.unreadable, values=source.unreadable_values), status="unreadable")]
    sheets = sort_sheets(source, known.party, desk)
    owner = known.party or (sheets.records[0].mapping.party if sheets.records else "")
    if not known.party and desk.project.has_party(owner):  # one file is of one party: its other sheets are read as that party's
        known, sheets = replace(known, party=owner), sort_sheets(source, owner, desk)
    if not desk.project.has_party(owner):
        rows = sheets.rows + sum(item.table.rows_read for item in sheets.records)
        return [_refuse(known, desk, without_place("party_unknown"), rows=rows)]
    filled = tuple(item for item in sheets.records if item.table.rows_read)
    if not filled:
        return [_without_records(sheets, known, desk)]
    known = replace(known, found=_without_hidden(known.found, filled))
    if any(item.finding.check in HOLD_ALL for item in known.found):
        return [_refuse(known, desk, rows=sum(item.table.rows_read for item in filled))]
    unread = tuple(without_place("sheet_not_read", sheet) for sheet in sheets.others)
    with desk.store.taking_in() if desk.store else nullcontext():
        parts = _parts(filled, known, desk, unread)
        broken = next((part for part in parts if has_crashed(part.found)), None)
        if broken is None and desk.store is not None:
            _store(parts, known, desk.store)
    if broken is not None:
        rows = sum(item.table.rows_read for item in filled)
        return [_refuse(replace(known, found=tuple(broken.found)), desk, rows=rows, status="crashed")]
    return [_told(part, desk) for part in parts]


def _known(path: Path, source: Source, desk: Desk, *, returned: Returned | None) -> Known:
    """What is known of a file before its sheets are told apart."""
    party = desk.asked.party or party_of_path(path, desk.inbox, desk.project)
    sent = read_cover(path, source.sheets, today=desk.today)
    cover = cover_again(sent, returned, desk, party=party)
    return Known(
        path=path,
        sha256=_digest(path),
        party=party,
        cover=cover,
        found=(*file_findings(source, cover), *unlisted_of_cover(cover.cover, desk.project)),
        source=source,
        returned=returned,
        cover_again=cover is not sent,
    )


def _parts(filled: Sequence[Recognised], known: Known, desk: Desk, unread: tuple[Located, ...]) -> list[_Part]:
    """The sheets of records of a file, each laid against what is in force and against the sheets before it; nothing is stored yet."""
    parts: list[_Part] = []
    for number, item in enumerate(filled):
        before = [part.prepared for part in parts if part.prepared is not None]
        parts.append(_one(item, replace(known, found=known.found + (() if number else unread)), desk, before=before, part=number))
    return parts


def _store(parts: Sequence[_Part], known: Known, store: "Store") -> None:
    """All sheets of records of a file, or none of them."""
    arrivals = [part.arrival for part in parts if part.arrival is not None]
    if arrivals:
        store.commit_all(arrivals)
    _note_repeats(parts, known, store)


def _note_repeats(parts: Sequence[_Part], known: Known, store: "Store") -> None:
    """A file that brings nothing new holds rows all the same: when they are deleted, so is the file."""
    for part in parts:
        if part.prepared is not None and part.arrival is None:
            store.deletions.note_repeats([known.sha256, part.outcome.sha256], part.prepared.repeats)


def _told(part: _Part, desk: Desk) -> FileOutcome:
    """Answer the sender; of a file that is here already there is nothing to say that was not said."""
    if part.prepared is None:
        return part.outcome
    told = _answer(part.outcome, part.known, desk, found=part.found, prepared=part.prepared)
    return told if part.arrival is not None or desk.store is None else replace(told, submission=part.prepared.resends)


def _digest(path: Path) -> str:
    """The file's digest; of one that can't be read, is a link elsewhere or no file, that of its name."""
    try:
        return digest.of_bytes(os.fsencode(path.name)) if path.is_symlink() or not path.is_file() else digest.of_file(path)
    except OSError:
        return digest.of_bytes(os.fsencode(path.name))


def _without_hidden(found: tuple[Located, ...], records: tuple[Recognised, ...]) -> tuple[Located, ...]:
    """How a sheet is made is told where it holds records: our own templates hide their lists, and hang remarks on headers."""
    headers = {item.table.sheet: item.table.header_row for item in records}
    kept = (_below(item, headers) for item in found)
    return tuple(item for item in kept if item.finding.check not in OF_RECORDS or _is_below(item, headers))


def _below(item: Located, headers: Mapping[Sheet, int]) -> Located:
    """Of cells merged across: those below the header. Above it they are titles, and bands that the names of columns hold already."""
    row = headers.get(item.sheet) if item.sheet else None
    if row is None or item.finding.check != "cells_merged_across":
        return item
    return replace(item, finding=replace(item.finding, rows=item.finding.rows[item.finding.rows > row]))


def _is_below(item: Located, headers: Mapping[Sheet, int]) -> bool:
    """Whether a finding is of a sheet of records, and if it is a remark on cells, of one below its header."""
    row = headers.get(item.sheet) if item.sheet else 0
    return row is not None and (item.finding.check not in BELOW or bool((item.finding.rows > row).any()))


def _one(item: Recognised, known: Known, desk: Desk, *, before: Sequence[Prepared], part: int) -> _Part:
    """One sheet of records: one that is in force already is told as such, everything else is to be stored."""
    sha256 = digest.of_value([known.sha256, item.table.sheet.name]) if part else known.sha256
    store, party, cover = desk.store, known.party, known.cover.cover
    same = [row for row in store.find(sha256) if row.party == party and is_whole(row, cover)] if store else []
    if same:
        return _Part(outcome=_here_already(same[0], known, sha256), known=known)
    if gone := taken_back(sha256, party, desk):
        return _Part(outcome=_taken_back(gone, known), known=known)
    name = store.new_id(party=party, contract=item.contract.name, sha256=sha256) if store else ""
    said = given(item, known, desk, party=party, submission=name)
    item = replace(item, mapping=with_source(with_answers(item.mapping, said.answers), cover))

    def beside(records: pd.DataFrame) -> Compared:
        sheets = tuple((one.contract.name, one.accepted) for one in before)
        sent = Sent(records=records, party=party, contract=item.contract, mapping=item.mapping.name, cover=cover, sheets=sheets)
        found = compare(sent, desk)
        return replace(found, told=(*found.told, *unlisted(records, desk.project)))

    held = in_force(store or desk.beside, party, cover=cover, others=before)
    sides = partial(prepare, in_force=held, beside=beside, keep=_needs_records(known, desk))
    prepared = sides(item.table, item.mapping, item.contract, party=party, today=desk.today)
    found = in_order([*known.found, *prepared.found, *said.found])
    if has_crashed(found):
        return _Part(
            outcome=FileOutcome(path=shown(str(known.path)), party=party, sha256=sha256, status="crashed"), known=known, found=found
        )
    outcome = replace(_outcome(prepared, known, found, said.answers), sha256=sha256, submission=name)
    known = replace(known, answers=said.answers, earlier=earlier(item, known, desk, party=party, found=found))
    ready = _Part(outcome=outcome, known=known, found=found, prepared=prepared)
    return ready if store is None else _to_store(ready, store, brought=said.brought, today=desk.today)


def _here_already(row: SubmissionRow, known: Known, sha256: str) -> FileOutcome:
    """The same file again."""
    rows = row.counts.read
    told = FileOutcome(path=shown(str(known.path)), sha256=sha256, rows_read=rows, rows_duplicate=rows, status="duplicate")
    return replace(told, party=row.party, contract=row.contract, mapping=row.mapping, submission=row.id)


def _taken_back(row: SubmissionRow, known: Known) -> FileOutcome:
    """A file that still lies in the inbox after its owner took it back."""
    told = FileOutcome(path=shown(str(known.path)), party=row.party, contract=row.contract, sha256=row.sha256, status="withdrawn")
    return replace(told, mapping=row.mapping, submission=row.id)


def _to_store(ready: _Part, store: "Store", *, brought: Sequence[KeptAnswer], today: date) -> _Part:
    """A sheet with what the store is to keep of it; one that brings nothing is not entered: editions rest on what is."""
    outcome, known, prepared = ready.outcome, ready.known, ready.prepared
    if prepared is None:
        return ready
    rows = [row for row in store.submissions() if (row.party, row.contract) == (outcome.party, outcome.contract) and row.in_force]
    if not brought and brings_nothing(prepared, rows, cover=known.cover.cover):
        return replace(ready, outcome=replace(outcome, submission=""))
    cover = known.cover.cover
    if not known.cover.present:  # what the sender said of these records before holds on
        cover = next((cover_handling(row.cover) for row in rows if row.id == prepared.resends), cover)
    submission = replace(_submission(outcome, known, today), cover=cover)
    kept = keep(ready.found)
    return replace(
        ready,
        arrival=Arrival(
            submission=submission,
            frame=prepared.accepted,
            quarantine=prepared.quarantine(),
            found=kept,
            answered=brought,
            file_sha256=known.sha256,
            repeats=prepared.repeats,
        ),
    )


def _needs_records(known: Known, desk: Desk) -> bool:
    """Whether what is accepted of a long table is to be held: to store or show it, or to lay it against other records."""
    compared = desk.beside is not None and any(row.in_force and row.records for row in desk.beside.submissions())
    several = known.source is not None and sum(sheet.store is not None for sheet in known.source.sheets) > 1
    return desk.store is not None or desk.feedback is not None or compared or several


def _outcome(prepared: Prepared, known: Known, found: Sequence[Located], answers: Sequence[KeptAnswer]) -> FileOutcome:
    accepted, rejected, duplicate = len(prepared.accepted), len(prepared.rejected), len(prepared.duplicate)
    return FileOutcome(
        path=shown(str(known.path)),
        party=prepared.party,
        contract=prepared.contract.name,
        mapping=prepared.mapping.name,
        rows_read=prepared.table.rows_read,
        rows_accepted=accepted,
        rows_rejected=rejected,
        rows_duplicate=duplicate,
        status=_status(accepted, rejected, duplicate, aside=len(prepared.table.set_aside)),
        details=details(found, ENGLISH, answers),
    )


def _status(accepted: int, rejected: int, duplicate: int, *, aside: int) -> Status:
    if accepted == 0:
        return "duplicate" if duplicate and rejected == aside else "rejected"
    return "partly_accepted" if rejected else "accepted"


def _submission(outcome: FileOutcome, known: Known, today: date) -> Submission:
    return Submission(
        id=outcome.submission,
        party=outcome.party,
        contract=outcome.contract,
        contract_version=contract(outcome.contract).version,
        file_name=shown(known.path.name),
        sha256=outcome.sha256,
        received_on=today,
        cover=known.cover.cover,
        mapping=outcome.mapping,
        counts=Counts(
            read=outcome.rows_read, accepted=outcome.rows_accepted, rejected=outcome.rows_rejected, duplicate=outcome.rows_duplicate
        ),
        findings=outcome.findings,
    )


def _without_records(sheets: Sorted, known: Known, desk: Desk) -> FileOutcome:
    """A file without known records: a nil return if its cover says so, else a refusal."""
    if known.cover.cover.nil_return and sheets.rows == 0:
        return _nil_return(known, desk)
    nothing = "records_none" if sheets.records or not sheets.rows else "header_not_found"
    check = "contract_unknown" if sheets.headed else nothing
    return _refuse(known, desk, without_place(check), rows=sheets.rows)


def _nil_return(known: Known, desk: Desk) -> FileOutcome:
    areas, store = known.cover.cover.nil_return, desk.store
    details = tuple(detail(item, ENGLISH) for item in in_order(known.found))
    outcome = FileOutcome(path=shown(str(known.path)), party=known.party, sha256=known.sha256, status="nil_return", details=details)
    outcome = replace(outcome, contract=areas[0] if len(areas) == 1 else "incidents")
    if store is None:
        return _answer(outcome, known, desk, found=in_order(known.found))
    if gone := taken_back(known.sha256, known.party, desk):
        return _taken_back(gone, known)
    with store.taking_in():
        same = [row for row in store.find(known.sha256) if row.party == known.party and row.cover == known.cover.cover]
        if same:
            return replace(outcome, status="duplicate", submission=same[0].id, details=())
        outcome = replace(outcome, submission=store.new_id(party=known.party, contract=outcome.contract, sha256=known.sha256))
        store.commit(_submission(outcome, known, desk.today), pd.DataFrame(), pd.DataFrame())
    return _answer(outcome, known, desk, found=in_order(known.found))


def _refuse(known: Known, desk: Desk, *why: Located, rows: int = 0, status: Status = "rejected") -> FileOutcome:
    """A file of which nothing is taken in; its sender is told why, if it is known who that is."""
    found = in_order([*known.found, *why])
    outcome = FileOutcome(
        path=shown(str(known.path)), party=known.party, sha256=known.sha256, rows_read=rows, rows_rejected=rows, status=status
    )
    outcome = replace(outcome, details=tuple(detail(item, ENGLISH) for item in found))
    return _answer(outcome, known, desk, found=found) if desk.project.has_party(known.party) else outcome


def _answer(outcome: FileOutcome, known: Known, desk: Desk, *, found: Sequence[Located], prepared: Prepared | None = None) -> FileOutcome:
    """Write the feedback pack, in the language that the cover asks for, else the party's first."""
    if desk.feedback is None:
        return outcome
    kind = "known" if outcome.status == "duplicate" else "refused"
    folder = desk.feedback / outcome.party / (outcome.submission or f"{outcome.party}-{kind}-{(outcome.sha256 or known.sha256)[:10]}")
    try:
        write_feedback(folder, reply(outcome, known, desk, found=found, prepared=prepared))
    except Exception as error:  # noqa: BLE001 - the records are stored by now: that must be told all the same
        return replace(outcome, details=(detail(crashed("feedback", error), ENGLISH), *outcome.details))
    return replace(outcome, feedback=str(folder))
