"""The commands: parse, one call, print, exit. What they import to do their work they import when they do it."""
# ruff: noqa: PLC0415 - `ens --help` must not wait for pandas

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ens_reports import cli_consents, terminal
from ens_reports.errors import RequestError
from ens_reports.leave import leave
from ens_reports.terminal import Answer, Place, command

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""That this process may use: a container has fewer than its machine."""
SHARED_LEDGER = (
    "Several machines share a ledger where ENS_LEDGER_URL says postgresql://USER@HOST/DATABASE; without it a workspace has its own."
)
app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Reports from what countries send: take in, build, verify.", epilog=SHARED_LEDGER
)
contracts_app = typer.Typer(no_args_is_help=True, help="What a party may send.")
app.add_typer(contracts_app, name="contracts")
app.add_typer(cli_consents.app, name="consent")

Party = Annotated[str | None, typer.Option(help="Code of the party that sends it.")]
Contract = Annotated[str | None, typer.Option(help="Name of the contract.")]
Mapping = Annotated[str | None, typer.Option(help="Name of a mapping in params/mappings.")]
Select = Annotated[list[str] | None, typer.Argument(help="Names of products; all if none.")]
Level = Annotated[str, typer.Option(help="strategic, operational or tactical.")]
Recipients = Annotated[list[str] | None, typer.Option("--recipient", help="Code of a party; may be given again.")]
Language = Annotated[str, typer.Option(help="en, fr, es or ar, instead of each recipient's own.")]
AsOf = Annotated[str, typer.Option("--as-of", help="A day (2025-12-31) or a number of the ledger.")]
Period = Annotated[str, typer.Option(help="Years, such as 2013-2014, instead of the last full ones.")]
Params = Annotated[list[str] | None, typer.Option("--param", help="A parameter of the product: name=value.")]
Marking = Annotated[str, typer.Option(help="official, restricted or confidential: at least this; less than the records' is refused.")]
Workers = Annotated[int, typer.Option(help="Processors kept busy, at most; less where memory is short.", min=1)]
Renderer = Annotated[str, typer.Option(help="auto, quarto or embedded.")]
Kernel = Annotated[str, typer.Option(help="How notebooks run: auto, warm (forked) or jupyter (each kernel started anew).")]
Scheduler = Annotated[str, typer.Option(help="Address of a Dask scheduler, whose workers build the editions.")]


def main() -> None:
    """The console script `ens`."""
    leave(terminal.run(app, sys.argv[1:]))


@command(app, "check")
def check(  # noqa: PLR0913 - one argument for each option that people can give
    place: Place,
    file: Path,
    *,
    party: Party = None,
    contract: Contract = None,
    mapping: Mapping = None,
    pack: Annotated[Path | None, typer.Option("--pack", help="Folder for the feedback pack, new or empty.")] = None,
    suggest: Annotated[bool, typer.Option("--suggest-mapping", help="Write a draft of a mapping for an analyst to confirm.")] = False,
    out: Annotated[Path | None, typer.Option("-o", help="Folder for the draft instead of params/mappings.")] = None,
) -> Answer:
    """Validate one file; store nothing."""
    from ens_reports import answers, pipeline

    arrival = pipeline.Arrival(party=party, contract=contract, mapping=mapping, received_on=terminal.today())
    suggested = pipeline.suggest(place.project, file, arrival, folder=out) if suggest else None
    outcome = pipeline.check(place.project, file, arrival, pack=pack, workspace=place.workspace) if pack or not suggest else None
    return answers.of_check(outcome, suggested)


@command(app, "intake")
def intake(
    place: Place,
    *,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; the inbox if none.")] = None,
    party: Party = None,
    contract: Contract = None,
    mapping: Mapping = None,
    received_on: Annotated[str, typer.Option("--received-on", help="Day of arrival, if not today.")] = "",
    examples_if_empty: Annotated[bool, typer.Option("--examples-if-empty", help="Put the examples into an empty inbox.")] = False,
) -> Answer:
    """Take in files, or the whole inbox: accept, quarantine, feedback."""
    from ens_reports import answers, pipeline
    from ens_reports.answers_deletion import with_deleted
    from ens_reports.editions.marked import marked

    run = pipeline.open_run(place.workspace, place.project)
    examples = pipeline.put_examples(run) if examples_if_empty else 0
    day = terminal.day(received_on) if received_on else terminal.today()
    arrival = pipeline.Arrival(paths=tuple(paths or ()), party=party, contract=contract, mapping=mapping, received_on=day)
    with terminal.progress("Taking in") as progress:
        outcomes = pipeline.take_in(run, arrival, progress)
    deleted = pipeline.expire(run, at=terminal.today())  # after it: a file that was taken back and is named now is in force again
    return with_deleted(answers.of_intake(outcomes, run.workspace, examples=examples), deleted, marked(run.store))


@command(app, "submissions")
def submissions(place: Place) -> Answer:
    """What arrived, when, its status, timeliness and nil returns per party."""
    from ens_reports import answers
    from ens_reports.store import Store

    store = Store(place.workspace)
    return answers.of_submissions(store.submissions(), store.told.findings_for_analysts())


@command(app, "withdraw")
def withdraw(place: Place, submission: str, reason: Annotated[str, typer.Option(help="As the owner gives it.")]) -> Answer:
    """The owner takes a submission back: its records are deleted from every place, and the editions that used them are marked."""
    from ens_reports import retention
    from ens_reports.answers_deletion import of_withdrawal
    from ens_reports.editions.marked import marked
    from ens_reports.params import Workspace
    from ens_reports.store import Store

    store = Store(place.workspace)
    deleted = retention.withdraw(Workspace(place.workspace), store, submission, reason=reason, at=terminal.today())
    return of_withdrawal(store.submission(submission), deleted, marked(store))


@command(app, "expire")
def expire(place: Place, dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be deleted.")] = False) -> Answer:  # noqa: FBT002 - a flag
    """Delete what may be kept no longer, as `ens intake` and `ens reports` do too, and finish a deletion that was stopped."""
    from ens_reports import pipeline
    from ens_reports.answers_deletion import of_due, of_expiry
    from ens_reports.editions.marked import marked

    run = pipeline.open_run(place.workspace, place.project)
    if dry_run:
        return of_due(pipeline.due(run, at=terminal.today()))
    deleted = pipeline.expire(run, at=terminal.today())
    return of_expiry(deleted, marked(run.store))


@command(contracts_app, "list")
def contracts_list(place: Place) -> Answer:
    """The contracts, with their versions and fields."""
    from ens_reports import answers

    del place  # contracts are of the program, not of a workspace
    return answers.of_contracts()


@command(contracts_app, "template")
def contracts_template(
    place: Place,
    name: Annotated[str, typer.Argument(help="Name of a contract.")],
    *,
    language: Annotated[str, typer.Option(help="en, fr, es or ar.")] = "en",
    out: Annotated[Path | None, typer.Option("-o", help="The .xlsx file; NAME_LANGUAGE.xlsx here if not given.")] = None,
) -> Answer:
    """An Excel workbook to fill in: notes, drop-downs, an example, and the cover sheet."""
    from ens_reports import published

    del place  # contracts are of the program, not of a workspace
    path = published.write_template(name, language=language, out=out)
    return Answer(data={"template": str(path)}, lines=[f"the template is {path}"])


@command(contracts_app, "export")
def contracts_export(
    place: Place,
    name: Annotated[str, typer.Argument(help="Name of a contract.")],
    *,
    formats: Annotated[str, typer.Option("--format", help="odcs, jsonschema, or both with a comma.")] = "odcs,jsonschema",
    out: Annotated[Path, typer.Option("-o", help="Folder to write into, or the file of a single format.")] = Path(),
) -> Answer:
    """A contract for machines: Open Data Contract Standard 3.1, JSON Schema 2020-12."""
    from ens_reports import published

    del place  # contracts are of the program, not of a workspace
    paths = published.export(name, formats=[part.strip() for part in formats.split(",")], out=out)
    return Answer(data={"files": [str(path) for path in paths]}, lines=[f"written: {path}" for path in paths])


@command(contracts_app, "dictionary")
def contracts_dictionary(
    place: Place,
    name: Annotated[str, typer.Argument(help="Name of a contract.")],
    *,
    language: Annotated[str, typer.Option(help="en, fr, es or ar.")] = "en",
    out: Annotated[Path | None, typer.Option("-o", help="The HTML file; NAME_LANGUAGE.html here if not given.")] = None,
) -> Answer:
    """A page that explains a contract: columns, lists, checks."""
    from ens_reports import published

    del place  # contracts are of the program, not of a workspace
    path = published.write_dictionary(name, language=language, out=out)
    return Answer(data={"dictionary": str(path)}, lines=[f"the dictionary is {path}"])


@command(app, "synth")
def synth(
    place: Place,
    *,
    countries: Annotated[int, typer.Option(help="How many countries.", min=1)],
    rows: Annotated[int, typer.Option(help="Records in all.", min=1)],
    seed: Annotated[int, typer.Option(help="Equal seeds give equal files.")],
    out: Annotated[Path, typer.Option("-o", help="Folder to write into.")],
    contract: Annotated[list[str] | None, typer.Option("--contract", help="Of these contracts; the areas of crime if none.")] = None,
    faults: Annotated[float, typer.Option(help="Share of rows with a known fault; a file beside says which.", min=0, max=1)] = 0,
) -> Answer:
    """Synthetic submissions as CSV, marked as such in every file, in OUT/<ISO3>/."""
    from ens_reports import synthetic

    del place  # nothing of a workspace is used
    contracts = tuple(contract) if contract else synthetic.AREAS
    wanted = synthetic.Wanted(countries=countries, rows=rows, seed=seed, contracts=contracts, faults=faults)
    written = synthetic.write(out, wanted)
    return Answer(data={"files": [str(path) for path in written]}, lines=[f"{len(written)} synthetic submissions are in {out}"])


@command(app, "status")
def status(
    place: Place, *, select: Select = None, level: Level = "", recipient: Recipients = None, language: Language = "", as_of: AsOf = ""
) -> Answer:
    """Which editions are out of date, and why."""
    from ens_reports import unchanged

    asked = ("status", select, level, recipient, language, as_of)
    if known := unchanged.recall(place, asked):
        return known
    from ens_reports import answers, pipeline
    from ens_reports.editions.marked import marked
    from ens_reports.editions.selection import Selection

    selection = Selection(
        products=tuple(select or ()), level=level, recipients=tuple(recipient or ()), language=language, as_of=_as_of(as_of)
    )
    run = pipeline.open_run(place.workspace, place.project)
    return unchanged.keep(place, asked, answers.of_status(pipeline.look(run, selection), marked(run.store)))


@command(app, "reports")
def reports(  # noqa: PLR0913 - one argument for each option that people can give
    place: Place,
    *,
    select: Select = None,
    level: Level = "",
    recipient: Recipients = None,
    language: Language = "",
    as_of: AsOf = "",
    period: Period = "",
    param: Params = None,
    marking: Marking = "",
    workers: Workers = CORES,
    renderer: Renderer = "auto",
    kernel: Kernel = "auto",
    scheduler: Scheduler = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be built.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Build also what is up to date.")] = False,
) -> Answer:
    """Build what is out of date, to PDF and HTML."""
    from ens_reports import unchanged

    asked = ("reports", select, level, recipient, language, as_of, period, param, marking, renderer)
    if not (force or dry_run) and (known := unchanged.recall(place, asked)):
        return known
    from ens_reports import answers, pipeline
    from ens_reports.answers_deletion import with_deleted
    from ens_reports.editions.carry_out import Means
    from ens_reports.editions.marked import marked
    from ens_reports.editions.selection import Selection
    from ens_reports.retention import Deleted

    means = Means(workers=workers, kernel=kernel, scheduler=scheduler)
    run = pipeline.open_run(place.workspace, place.project, renderer=renderer, means=means)
    selection = Selection(
        products=tuple(select or ()),
        level=level,
        recipients=tuple(recipient or ()),
        language=language,
        as_of=_as_of(as_of),
        period=period,
        parameters=dict(_parameter(text) for text in param or ()),
        marking=marking,
        force=force,
    )
    deleted = Deleted() if dry_run else pipeline.expire(run, at=terminal.today())
    with terminal.progress("Building") as progress, terminal.stopwatch() as seconds:
        lines = pipeline.look(run, selection) if dry_run else pipeline.build_reports(run, selection, progress)
    answer = with_deleted(answers.of_reports(lines, run.workspace, seconds=seconds()), deleted, marked(run.store))
    changed = deleted != Deleted() or any(line.status == "built" for line in lines)
    return answer if dry_run or changed else unchanged.keep(place, asked, answer)


@command(app, "verify")
def verify(
    place: Place,
    target: Annotated[str, typer.Argument(help="A PDF, the name of an edition, or a reference number.")],
    *,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Build it again and compare every byte.")] = False,
) -> Answer:
    """Is it whole, whose, current, and can it be built again byte for byte."""
    from ens_reports import answers, pipeline

    return answers.of_verdict(pipeline.verify(pipeline.open_run(place.workspace, place.project), target, rebuild=rebuild))


@command(app, "trace")
def trace(place: Place, target: Annotated[str, typer.Argument(help="A submission, or the record_id of a record.")]) -> Answer:
    """The editions and recipients that used it."""
    from ens_reports import answers, pipeline

    run = pipeline.open_run(place.workspace, place.project)
    return answers.of_trace(target, pipeline.trace(run, target), run.store.records.history(target))


@command(app, "doctor")
def doctor(place: Place, renderer: Renderer = "auto") -> Answer:
    """What is installed, which renderer will run, which isolation holds, which ledger is used, are store and editions whole."""
    from ens_reports import answers, pipeline

    return answers.of_doctor(pipeline.diagnose(place.workspace, place.project, renderer=renderer))


def _as_of(text: str) -> int | date | None:
    if not text:
        return None
    return int(text) if text.isdecimal() and len(text) != len("20251231") else terminal.day(text)


def _parameter(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found or not name:
        raise RequestError(f"--param must be name=value, got {text!r}", hint="such as --param resamples=200")
    return name, value


if __name__ == "__main__":
    main()
