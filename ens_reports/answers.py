"""What commands say: results as JSON values and as lines for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ens_reports.answers_deletion import lines_of
from ens_reports.errors import worst
from ens_reports.terminal import Answer, table

if TYPE_CHECKING:  # `ens submissions` must not wait for the renderers
    from collections.abc import Mapping, Sequence

    from ens_reports.editions.doctor import Health
    from ens_reports.editions.marked import Marked
    from ens_reports.editions.register import Line
    from ens_reports.editions.trace import Use
    from ens_reports.editions.verify import Verdict
    from ens_reports.intake import FileOutcome, Suggestion
    from ens_reports.params import Workspace
    from ens_reports.store import KeptFinding, Revision, SubmissionRow

NOTHING = "No edition is wanted: nobody had sent anything by then; see `ens submissions`."
FOR_ANALYSTS = "For analysts alone, and in no feedback: what rests on records that the sender may not see."
TO_DO = {"supersede": "superseded", "recall": "recalled"}
MOST = 5
"""Rows that are named before "and n more"."""


def of_intake(outcomes: Sequence[FileOutcome], workspace: Workspace, *, examples: int) -> Answer:
    """Files that were taken in.

    Args:
        outcomes: One per file.
        workspace: Tells where feedback is.
        examples: How many example files were put into the empty inbox.
    """
    header = ("file", "party", "contract", "read", "accepted", "rejected", "duplicate", "errors", "warnings", "status")
    cells = [
        (
            one.path,
            one.party,
            one.contract,
            one.rows_read,
            one.rows_accepted,
            one.rows_rejected,
            one.rows_duplicate,
            one.findings["error"],
            one.findings["warning"],
            one.status,
        )
        for one in outcomes
    ]
    said = [f"The inbox was empty: {examples} example submissions were put into {workspace.inbox}."] if examples else []
    lines = [*said, *(table(header, cells) if cells else [f"No files in {workspace.inbox}."])]
    if cells:
        lines.append(f"Feedback for the senders is in {workspace.feedback}.")
    closed = [f"    {one.path}: {detail}" for one in outcomes for detail in one.details if detail.audience == "analyst"]
    lines += [FOR_ANALYSTS, *closed] if closed else []
    data = {"files": [one.row() for one in outcomes], "examples": examples}
    return Answer(data=data, lines=lines, exit_code=worst(one.exit_code for one in outcomes))


def of_check(outcome: FileOutcome | None, suggested: Suggestion | None = None) -> Answer:
    """One file that was looked at: what was found in it, and the draft of a mapping if one was asked for.

    Args:
        outcome: What intake would make of it; none if only the draft was wanted.
        suggested: The draft; none if none was wanted.
    """
    data = {**(outcome.row() if outcome else {}), **({"suggestion": _suggestion(suggested)} if suggested else {})}
    lines = [*(_checked(outcome) if outcome else []), *(_drafted(suggested) if suggested else [])]
    return Answer(data=data, lines=lines, exit_code=outcome.exit_code if outcome else 0)


def _checked(outcome: FileOutcome) -> list[str]:
    rows = ", ".join(f"{getattr(outcome, f'rows_{what}')} {what}" for what in ("read", "accepted", "rejected", "duplicate"))
    pack = [f"The feedback pack is in {outcome.feedback}."] if outcome.feedback else []
    return [f"{outcome.path}: {outcome.status}", f"rows: {rows}", *(str(detail) for detail in outcome.details), *pack]


def _suggestion(suggested: Suggestion) -> dict[str, object]:
    return {
        "name": suggested.name,
        "path": str(suggested.path),
        "contract": suggested.contract,
        "confidence": suggested.confidence,
        "sheet": suggested.sheet,
        "columns": [asdict(column) for column in suggested.columns],
    }


def _drafted(suggested: Suggestion) -> list[str]:
    from ens_reports.intake.outcome import shown  # noqa: PLC0415 - only a draft speaks of headers, and intake takes time to import

    cells = [
        (shown(" ".join(one.header.split())[:40]), one.field or "-", f"{one.confidence:.2f}", one.reading) for one in suggested.columns
    ]
    return [
        *table(("column", "field", "sure", "reading"), cells),
        f"A draft of a mapping onto {suggested.contract} is in {suggested.path}.",
        f"Compare it, correct it, write confirmed: true. Until then: ens check FILE --mapping {suggested.name}",
    ]


def of_contracts() -> Answer:
    """What a party may send."""
    from data_contracts import registry  # noqa: PLC0415 - pandera takes a second to import

    contracts = registry.CONTRACTS.values()
    data = [
        {
            "contract": one.name,
            "version": one.version,
            "versions": list(registry.versions(one.name)),
            "family": one.family,
            "area": one.area,
            "key": list(one.key),
            "fields": list(one.fields),
        }
        for one in contracts
    ]
    cells = [(one.name, one.version, one.family, one.area or _areas(one.family), len(one.fields)) for one in contracts]
    return Answer(data={"contracts": data}, lines=table(("contract", "version", "family", "area", "fields"), cells))


def _areas(family: str) -> str:
    return "several" if family in {"incidents", "osint"} else "-"


def of_submissions(rows: Sequence[SubmissionRow], closed: Mapping[str, Sequence[KeptFinding]] | None = None) -> Answer:
    """What arrived.

    Args:
        rows: Submissions.
        closed: Findings for analysts alone, by submission.
    """
    told = _for_analysts(closed or {})
    data = [
        {
            "submission": row.id,
            "party": row.party,
            "contract": row.contract,
            "file": row.file_name,
            "received_on": row.received_on,
            "days_after_period": _days_after_period(row),
            "nil_return": row.cover.nil_return,
            "rows_read": row.counts.read,
            "rows_accepted": row.counts.accepted,
            "rows_rejected": row.counts.rejected,
            "rows_duplicate": row.counts.duplicate,
            "status": row.status,
            "for_analysts": told.get(row.id, []),
        }
        for row in rows
    ]
    header = ("submission", "received", "days after period", "rows", "nil return", "status", "file")
    cells = [
        (
            row.id,
            row.received_on,
            _days_after_period(row),
            row.counts.accepted,
            ", ".join(row.cover.nil_return),
            row.status,
            row.file_name,
        )
        for row in rows
    ]
    lines = [f"    {row.id}: {message}" for row in rows for message in told.get(row.id, [])]
    marked = [FOR_ANALYSTS, *lines] if lines else []
    return Answer(data={"submissions": data}, lines=[*table(header, cells), *marked] if cells else ["Nothing has arrived yet."])


def _for_analysts(closed: Mapping[str, Sequence[KeptFinding]]) -> dict[str, list[str]]:
    if not closed:
        return {}
    from ens_reports.intake.feedback.told import again  # noqa: PLC0415 - `ens submissions` must not wait for pandas where nothing is to be told
    from ens_reports.intake.feedback.words_of import detail  # noqa: PLC0415 - the same
    from ens_reports.locales import Language  # noqa: PLC0415 - the same

    return {name: [str(detail(again(item), Language("en"))) for item in found] for name, found in closed.items()}


def of_status(lines: Sequence[Line], marked: Sequence[Marked] = ()) -> Answer:
    """Which editions are out of date, and why.

    Args:
        lines: One per wanted edition.
        marked: Editions that are to be superseded or recalled.
    """
    data = [
        {
            "edition": one.edition,
            "product": one.product,
            "recipient": one.recipient,
            "language": one.language,
            "status": one.status,
            "reasons": [*one.reasons, *([one.failure.message] if one.failure else [])],
        }
        for one in lines
    ]
    stale = [one for one in lines if one.status != "up_to_date"]
    said = [text for one in stale for text in (f"{one.status:<12} {one.edition}", *(f"    {reason}" for reason in _why(one)))]
    summary = f"{len(lines) - len(stale)} of {len(lines)} editions are up to date." if lines else NOTHING
    to_do = [asdict(one) for one in marked if one.is_open]
    return Answer(data={"editions": data, "marked": to_do}, lines=[*said, summary, *lines_of(marked)])


def of_reports(lines: Sequence[Line], workspace: Workspace, *, seconds: float) -> Answer:
    """Editions that were built, or not.

    Args:
        lines: One per wanted edition.
        workspace: Tells where they are.
        seconds: The whole run took.
    """
    number = {status: sum(one.status == status for one in lines) for status in ("built", "up_to_date", "failed", "out_of_date", "too_few")}
    planned = len(lines) - number["too_few"]
    data = {
        "planned": planned,
        "built": number["built"],
        "up_to_date": number["up_to_date"],
        "failed": number["failed"],
        "editions": [_edition(one) for one in lines],
        "seconds": seconds,
    }
    told = [one for one in lines if one.status in ("failed", "too_few", "out_of_date")]
    said = [text for one in told for text in (f"{one.status:<12} {one.edition}", *(f"    {reason}" for reason in _why(one)))]
    took = f" in {seconds:.1f} s" if number["built"] else ""
    summary = f"{number['built']} built, {number['up_to_date']} up to date, {number['failed']} failed of {planned} editions{took}."
    where = f"They are in {workspace.editions.resolve()}: report.pdf and report.html of each."
    code = worst(one.failure.exit_code for one in lines if one.failure)
    details = [one.failure.details for one in lines if one.failure]
    shown = [*said, summary, *([where] if number["built"] + number["up_to_date"] else [])] if lines else [NOTHING]
    return Answer(data=data, lines=shown, exit_code=code, details=details)


def of_verdict(verdict: Verdict) -> Answer:
    """What is known of a PDF or an edition."""
    current = {True: "yes", False: "no", None: "not known"}[verdict.current]
    rebuilt = {True: "yes, byte for byte", False: "no, other bytes", None: "not tried or not possible"}[verdict.rebuilt]
    lines = [
        f"edition    {verdict.edition}",
        f"reference  {verdict.reference}",
        f"product    {verdict.product} in {verdict.language}",
        f"made for   {verdict.recipient}",
        f"marking    {verdict.marking}",
        f"whole      {verdict.whole}",
        f"current    {current}",
        f"rebuilt    {rebuilt}",
        *([f"inputs     genuine, inputs lawfully erased; the edition is to be {TO_DO[verdict.mark]}"] if verdict.mark else []),
        *(f"    {gone}" for gone in verdict.erased),
        *(f"    {reason}" for reason in verdict.why_not),
    ]
    return Answer(data=asdict(verdict), lines=lines, exit_code=verdict.exit_code)


def of_trace(target: str, uses: Sequence[Use], history: Sequence[Revision] = ()) -> Answer:
    """Where a submission or a record went, and of a record where it came from.

    Args:
        target: As asked.
        uses: Editions that used it.
        history: Of a record, what each submission in force says of it, in the order of arrival.
    """
    came = [
        {"submission": one.submission.id, "received_on": one.submission.received_on, "digest": one.record_digest, "in_force": one.in_force}
        for one in history
    ]
    told = [(one["submission"], one["received_on"], "in force" if one["in_force"] else "replaced") for one in came]
    from_where = table(("submission", "received", "record"), told) if told else []
    header = ("edition", "recipient", "language", "as of", "rows", "certain", "to be")
    cells = [
        (
            use.edition,
            use.recipient,
            use.language,
            use.as_of,
            use.rows,
            "yes" if use.certain else "its submission was used",
            TO_DO.get(use.mark, ""),
        )
        for use in uses
    ]
    lines = table(header, cells) if cells else [f"No edition used {target}."]
    recipients = sorted({use.recipient for use in uses})
    data = {"target": target, "history": came, "recipients": recipients, "editions": [asdict(use) for use in uses]}
    return Answer(data=data, lines=[*from_where, *lines])


def of_doctor(health: Health) -> Answer:
    """What is installed and whole."""
    lines = [
        *(f"{name:<12} {said}" for name, said in health.tools.items()),
        *(f"{name:<12} {said}" for name, said in health.renderers.items()),
        f"ledger       {health.ledger}",
        f"will render  {health.renderer or 'nothing: no renderer can run here'}",
        "isolation of a running notebook:",
        *(f"    {name}: {said}" for name, said in health.isolation.items()),
        *(f"note: {said}" for said in health.notices),
        *_state_of(health),
    ]
    return Answer(data=asdict(health), lines=lines, exit_code=health.exit_code)


def _state_of(health: Health) -> list[str]:
    if not health.answers:
        return ["store and editions were not looked at: the ledger does not answer"]
    return ["damaged:", *_named(list(health.problems))] if health.problems else ["store, ledger and editions are whole"]


def _days_after_period(row: SubmissionRow) -> int | None:
    """How late it came; none where the sender did not say which period it is of."""
    return (row.received_on - row.cover.period_to).days if row.cover.period_to else None


def _edition(one: Line) -> dict[str, object]:
    return {
        "edition": one.edition,
        "product": one.product,
        "level": one.level,
        "recipient": one.recipient,
        "language": one.language,
        "marking": one.marking,
        "pdf": str(one.pdf) if one.pdf else None,
        "html": str(one.html) if one.html else None,
        "pages": one.pages,
        "seconds": one.seconds,
        "status": one.status,
        "reasons": list(one.reasons),
        "error": one.failure.message if one.failure else None,
    }


def _why(one: Line) -> list[str]:
    said = list(one.reasons) if one.status != "failed" else []
    return [*said, *([one.failure.message, f"hint: {one.failure.hint}"] if one.failure else [])]


def _named(names: Sequence[str]) -> list[str]:
    more = len(names) - MOST
    return [*(f"    {name}" for name in names[:MOST]), *([f"    and {more} more"] if more > 0 else [])]
