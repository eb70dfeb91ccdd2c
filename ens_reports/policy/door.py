"""The one door from the store to a notebook: what one recipient may see, for one product and period."""

import calendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from ens_reports import params
from ens_reports.errors import RequestError
from ens_reports.params import Party, Period, Product, Project
from ens_reports.params.products import ParameterValue
from ens_reports.policy import columns, frames, years
from ens_reports.policy.marking import Asked, Marks
from ens_reports.policy.names import Pseudonyms
from ens_reports.policy.own import OwnRecords
from ens_reports.policy.persons import own_persons
from ens_reports.policy.regional import MEASURED, REGION, behind, nothing, regional
from ens_reports.policy.returns import own_returns
from ens_reports.policy.sight import Sight, arrived, look
from ens_reports.report.view import Change, Facts, Others, View
from ens_reports.store import Snapshot, SubmissionRow, rowset

PLACE = ["submission", "source_row"]
"""Where a record stood: it leads back to it when it is to be deleted."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What an edition is to be.

    Attributes:
        product: The product.
        recipient: Code of the party.
        language: Code of the language.
        period: Years.
        period_moved: Whether they are not the last full ones, for want of records.
        parameters: Of the notebook, complete.
        reference: Reference number, as printed.
        supersedes: Reference number of the edition before it; blank for the first.
        previous: Headline numbers of that edition.
        marking: What it is asked to be marked with at least; blank for nothing.
    """

    product: Product
    recipient: str
    language: str
    period: Period
    period_moved: bool = False
    parameters: tuple[tuple[str, ParameterValue], ...] = ()
    reference: str = ""
    supersedes: str = ""
    previous: tuple[Change, ...] = ()
    marking: Asked = ""


@dataclass(frozen=True, kw_only=True)
class InputFact:
    """A submission whose records are in a view.

    Attributes:
        submission: Its name.
        owner: Code of the party.
        sha256: Of the file that came.
        rows: How many of its records the view holds.
        which: Their row numbers in the file, packed.
    """

    submission: str
    owner: str
    sha256: str
    rows: int
    which: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Viewed:
    """A view, with what stays inside the unit.

    Attributes:
        view: For the notebook.
        withheld: Records that the product would else rest on, by the rule that closes them to the recipient.
        marking: As printed.
        inputs: Submissions whose records are in the view, by name.
    """

    view: View
    withheld: dict[str, int]
    marking: str
    inputs: tuple[InputFact, ...]


def view(snapshot: Snapshot, project: Project, wish: Wish) -> Viewed:
    """What a recipient may see.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        wish: What the edition is to be.

    Returns:
        The view, and what stays inside.

    Raises:
        RequestError: The product is not made in that language, or there is no such party.
        PolicyError: Records that the snapshot stands for have been lawfully erased since, or less is asked for than their marking.
    """
    _check_language(wish)
    snapshot.check_can_repeat()
    sight = look(snapshot, project, product=wish.product, recipient=wish.recipient)
    returns = own_returns(snapshot, project, product=wish.product, recipient=wish.recipient, period=wish.period)
    persons = own_persons(snapshot, project, product=wish.product, recipient=wish.recipient)
    besides = returns.with_others(persons)
    used = sight.relevant(wish.period.history_from, wish.period.last_year)
    pseudonyms = Pseudonyms(key=project.pseudonym_key, recipient=wish.recipient)
    rule = project.policy.levels[wish.product.level]
    mine, theirs = used[used["own"]], used[~used["own"]]
    compared = _compared(sight, wish, project)
    rests = sight.judged.loc[used.index.union(compared.index)]
    marks = Marks(asked=wish.marking, lowest=project.policy.unmarked)
    whole = marks.whole(pd.concat([rests["marked"], besides.rows["marked"]]), what=f"{wish.product.name} for {wish.recipient}")
    parts = marks.parts(incidents=mine, others=theirs, regional=compared, capacity=returns.rows, persons=persons.rows)
    came = _came(sight, rests, besides)
    marked = {"marking": project.marking(whole), "confidentiality": parts}
    facts = _facts(wish, project, cut_off=came or wish.period.last_day, synthetic=_synthetic(sight, rests, besides), marked=marked)
    found = View(
        facts=facts,
        incidents=frames.own(mine, rule=rule, period=wish.period),
        others=Others(frames.others(theirs, rule=rule, period=wish.period, pseudonyms=pseudonyms)),
        submissions=frames.submissions(sight.submissions, recipient=wish.recipient),
        regional=_regional(sight, compared, pseudonyms),
        capacity=columns.shaped(returns.rows, columns.types_of_returns()),
        persons=columns.shaped(persons.rows, columns.types_of_persons()),
    )
    withheld = Counter(sight.withheld(wish.period.history_from, wish.period.last_year)) + Counter(besides.withheld)
    inputs = _inputs(pd.concat([rests[PLACE], besides.rows[PLACE]]), sight.submissions | besides.submissions)
    return Viewed(view=found, withheld=dict(sorted(withheld.items())), marking=facts.marking, inputs=inputs)


def period(snapshot: Snapshot, project: Project, *, product: Product, recipient: str, asked: str = "") -> tuple[Period, bool]:
    """The years of an edition.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        product: How many years it speaks about.
        recipient: Code of the party.
        asked: `2024-2025` or `2025`; blank for the last full years before the snapshot's day.

    Returns:
        The years, and whether they were moved back because all that came in from the recipient within a year is older.
        A nil return for the last full years keeps them: that there was nothing is what the edition says. So does silence.

    Raises:
        RequestError: What is asked for are no years, or there is no such party.
    """
    if asked:
        return years.parse(asked, product), False
    last = years.last_full(product, before=snapshot.day.year)
    if any(_says_nil(row, last) for row in snapshot.submissions if row.party == recipient):
        return last, False
    days = arrived(snapshot, project, product=product, recipient=recipient, since=snapshot.day - years.FRESH)
    found = years.moved_back(last, days, product)
    return found, found != last


def recipients(snapshot: Snapshot, project: Project, product: Product) -> tuple[str, ...]:
    """Who gets an edition of a product.

    Args:
        snapshot: Tells who submitted.
        project: Tells what kind of party each is.
        product: Its rule.

    Returns:
        Codes, sorted.
    """
    rule = product.recipients
    listed = set(rule.listed)
    if rule.rule == "listed":
        return tuple(sorted(listed))
    senders = {row.party for row in snapshot.submissions if row.status != "rejected"}
    return tuple(sorted(listed | {code for code in senders if project.party(code).kind in rule.kinds}))


def _check_language(wish: Wish) -> None:
    if wish.language not in wish.product.languages:
        made = ", ".join(wish.product.languages)
        raise RequestError(f"language of {wish.product.name} must be one of {made}, got {wish.language!r}", hint="choose one of these")


def _came(sight: Sight, used: pd.DataFrame, besides: OwnRecords) -> date | None:
    """The day on which the last of what an edition rests on came, the recipient's own submissions without records among it."""
    names = set(used["submission"])
    days = [row.received_on for name, row in sight.submissions.items() if name in names or row.party == sight.recipient]
    return max([*days, *(row.received_on for row in besides.submissions.values())], default=None)


def _facts(wish: Wish, project: Project, *, cut_off: date, synthetic: bool, marked: dict[str, Any]) -> Facts:
    limits = project.policy.disclosure
    return Facts(
        product=wish.product.name,
        level=wish.product.level,
        recipient=wish.recipient,
        recipient_kind=_kind(project.party(wish.recipient)),
        language=wish.language,
        languages_available=wish.product.languages,
        reference=wish.reference,
        period=wish.period,
        period_moved=wish.period_moved,
        cut_off=cut_off,
        synthetic=synthetic,
        threshold=1 if wish.product.need_to_know else limits.threshold,
        min_owners=limits.min_owners,
        dominance=limits.dominance,
        rounding=limits.rounding,
        need_to_know=wish.product.need_to_know,
        supersedes=wish.supersedes,
        next_due=_months_after(cut_off, wish.product.due_months),
        previous=wish.previous,
        judgements=params.judgements(project, wish.product.name, wish.recipient, period=wish.period),
        parameters=dict(wish.parameters),
        **marked,
    )


def _kind(party: Party) -> Literal["country", "body"]:
    return "country" if party.kind == "country" else "body"


def _compared(sight: Sight, wish: Wish, project: Project) -> pd.DataFrame:
    """The records that the recipient's region is measured by, if the product compares them: its marking is theirs too."""
    if REGION not in wish.product.reads:
        return sight.judged.iloc[:0]
    seen = sight.visible(wish.period.first_year, wish.period.last_year, MEASURED)
    return behind(seen, recipient=wish.recipient, least=project.policy.disclosure.min_countries_in_band)


def _regional(sight: Sight, records: pd.DataFrame, pseudonyms: Pseudonyms) -> pd.DataFrame:
    sent = [sight.submissions[str(name)] for name in sorted(records["submission"].unique())]
    return regional(records, frames.sent(sent), pseudonyms=pseudonyms) if sent else nothing()


def _synthetic(sight: Sight, used: pd.DataFrame, besides: OwnRecords) -> bool:
    own = {name for name, row in sight.submissions.items() if row.party == sight.recipient}
    rows = [*(sight.submissions[str(name)] for name in own | set(used["submission"])), *besides.submissions.values()]
    return any(row.cover.synthetic for row in rows)


def _inputs(used: pd.DataFrame, submissions: dict[str, SubmissionRow]) -> tuple[InputFact, ...]:
    rows = {str(name): [int(row) for row in group] for name, group in used.groupby("submission")["source_row"]}
    return tuple(_input(submissions[name], rows[name]) for name in sorted(rows))


def _input(row: SubmissionRow, rows: Sequence[int]) -> InputFact:
    return InputFact(submission=row.id, owner=row.party, sha256=row.sha256, rows=len(rows), which=rowset.pack(rows))


def _says_nil(row: SubmissionRow, period: Period) -> bool:
    cover = row.cover
    if not cover.nil_return or cover.period_from is None or cover.period_to is None:
        return False
    return cover.period_from <= period.last_day and cover.period_to >= period.first_day


def _months_after(day: date, months: int) -> date | None:
    if not months:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
