"""The commands for consents: parse, one call, print, exit."""
# ruff: noqa: PLC0415 - `ens --help` must not wait for pandas

from typing import Annotated

import typer

from ens_reports import terminal
from ens_reports.terminal import Answer, Place, command

app = typer.Typer(no_args_is_help=True, help="What owners said later, of records that they had closed.")

To = Annotated[list[str], typer.Option("--to", help="Code of a party that may see it; may be given again.")]
By = Annotated[str, typer.Option("--by", help="The post that gave it, never a person.")]
For = Annotated[str, typer.Option("--for", help="A submission, the record_id of a record, or all that was sent by then.")]
Levels = Annotated[list[str] | None, typer.Option("--level", help="Only for this level; may be given again.")]
Purposes = Annotated[list[str] | None, typer.Option("--purpose", help="What it may be used for besides; may be given again.")]
From = Annotated[str, typer.Option("--from", help="First day, such as 2026-01-31; today if none.")]
Until = Annotated[str, typer.Option("--until", help="Last day; none for no such day.")]


@command(app, "add")
def add(  # noqa: PLR0913 - one argument for each option that people can give
    place: Place,
    owner: Annotated[str, typer.Argument(help="Code of the party that gives it.")],
    *,
    to: To,
    by: By,
    target: For = "all",
    level: Levels = None,
    purpose: Purposes = None,
    since: From = "",
    until: Until = "",
) -> Answer:
    """Enter a consent: it opens what the owner's own submission closed, and no other rule."""
    from ens_reports import pipeline
    from ens_reports.answers_consents import of_consent
    from ens_reports.store import Consent

    consent = Consent(
        owner=owner,
        target=target,
        recipients=tuple(to),
        levels=tuple(level or ()),
        purposes=tuple(purpose or ()),
        given_by=by,
        given_on=terminal.day(since) if since else terminal.today(),
        until=terminal.day(until) if until else None,
    )
    run = pipeline.open_run(place.workspace, place.project)
    return of_consent(pipeline.give_consent(run, consent, at=terminal.today()), "entered")


@command(app, "list")
def list_all(place: Place) -> Answer:
    """All consents, those that ended too."""
    from ens_reports.answers_consents import of_consents
    from ens_reports.store import Store

    return of_consents(Store(place.workspace).consents.all())


@command(app, "revoke")
def revoke(place: Place, number: Annotated[int, typer.Argument(help="Of the consent, as `ens consent list` shows it.")]) -> Answer:
    """End a consent: from now on nothing is built that rests on it."""
    from ens_reports.answers_consents import of_consent
    from ens_reports.store import Store

    Store(place.workspace).consents.revoke(number, at=terminal.today())
    return of_consent(number, "ended")
