"""Page 11, lower half: your capacity, as your own yearly return tells it."""

from collections.abc import Callable

import pandas as pd

from data_contracts import codelists
from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.locales import Language, mark
from ens_reports.report.charts import scores
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

OUTCOMES = {
    "proactive": mark("Enforcement before a report"),
    "detection": mark("Means of detection"),
    "investigation": mark("Investigation led by intelligence"),
    "techniques": mark("Special techniques"),
    "law": mark("Basis in law"),
    "prosecution": mark("Prosecution"),
    "penalties": mark("Penalties"),
    "holistic": mark("Working together"),
}
COLOURS = {"red": mark("red {n}"), "blue": mark("blue {n}"), "green": mark("green {n}"), "purple": mark("purple {n}")}
"""Notices and diffusions by colour."""


def capacity(found: Assessment) -> None:
    """Write what the recipient says of its own means.

    Args:
        found: The assessment.
    """
    _, newest = found.view.language.text, found.capacity.newest
    if newest is None:
        _nothing(found)
        return
    report.section(_("Your capacity"), basis=_basis(found, newest), level=2)
    _scores(found, newest)
    _means(found)


def _nothing(found: Assessment) -> None:
    _ = found.view.language.text
    said = _(
        "No capacity return was received for this period. The yearly return on task forces, "
        "staff, training and access at border points fills this page."
    )
    earlier = _("The newest is the one for {year}.", year=found.capacity.earlier) if found.capacity.earlier else ""
    report.text(f"{said} {earlier}".strip())


def _basis(found: Assessment, newest: pd.Series) -> str:
    _ = found.view.language.text
    said = _("Basis: your own return for {year}, as you sent it; it was not checked.", year=newest.name)
    return f"{said} {_('Completed on {day}.', day=newest['completed_on'])}" if pd.notna(newest["completed_on"]) else said


def _scores(found: Assessment, newest: pd.Series) -> None:
    if not has(found, "scores"):
        return
    _, language, table = found.view.language.text, found.view.language, found.capacity.scores
    told = table["score"].dropna()
    before = found.capacity.returns.index[0] if len(found.capacity.returns) > 1 else None
    report.figure(
        scores.scores(
            table,
            tuple(_(OUTCOMES[str(name)]) for name in table.index),
            language,
            before=_("Return for {year}", year=before) if before else "",
        ),
        key="scores",
        caption=_("Your own assessment of your means, by desired outcome"),
        alt=_(
            "{assessed} of {all} outcomes assessed from 0 to 3; highest {high} with {most}, lowest {low} with {least}.",
            assessed=language.number(len(told)),
            all=language.number(len(table)),
            high=_(OUTCOMES[str(told.idxmax())]),
            most=language.number(told.max()),
            low=_(OUTCOMES[str(told.idxmin())]),
            least=language.number(told.min()),
        ),
        source=_source(found, newest),
        note=_("Assessed by the country itself on {day}, 0 to 3 for each outcome.", day=words.noted(newest["assessed_on"])),
    )


def _means(found: Assessment) -> None:
    _, language, returns = found.view.language.text, found.view.language, found.capacity.returns
    told = {label: [say(language, row) for _year, row in returns.iterrows()] for label, say in ROWS.items()}
    silent = [_(label) for label, cells in told.items() if not any(cells)]
    report.table(
        [[_(label), *(cell or words.NONE for cell in cells)] for label, cells in told.items() if any(cells)],
        key="means",
        columns=[report.Column(label=_("Means"), share=1.2), *(report.Column(label=str(year), share=1) for year in returns.index)],
        caption=_("Task force, staff, training, access and use of notices, by year of the return"),
        source=_source(found, returns.iloc[-1]),
        note=_("Not said in any of these returns: {means}.", means=language.join(silent)) if silent else "",
    )


def _source(found: Assessment, newest: pd.Series) -> str:
    return found.view.language.text("Capacity return of {country} for {year}", country=words.country(found), year=newest.name)


def _code(language: Language, row: pd.Series, name: str) -> str:
    """By the code list of its own: what `none` means differs from list to list."""
    return codelists.labels(name, language.code).get(row[name], row[name]) if pd.notna(row[name]) else ""


def _task_force(language: Language, row: pd.Series) -> str:
    state = _code(language, row, "nest_status")
    if state and pd.notna(row["nest_since"]):
        return language.text("{state}, since {day}", state=state, day=row["nest_since"])
    return state


def _agencies(language: Language, row: pd.Series) -> str:
    known = codelists.labels("source_type", language.code)
    return ", ".join(known.get(kind, kind) for kind in str(row["nest_members"]).split(";")) if pd.notna(row["nest_members"]) else ""


def _noted(name: str) -> Callable[[Language, pd.Series], str]:
    return lambda _, row: row[name] if pd.notna(row[name]) else ""


def _people(kind: str) -> Callable[[Language, pd.Series], str]:
    def say(language: Language, row: pd.Series) -> str:
        women, men = (words.count(language, row[f"{kind}_{sex}"]) for sex in ("women", "men"))
        return "" if women == men == words.NONE else language.text("{women} women, {men} men", women=women, men=men)

    return say


def _part(part: str, whole: str) -> Callable[[Language, pd.Series], str]:
    def say(language: Language, row: pd.Series) -> str:
        found, of = words.count(language, row[part]), words.count(language, row[whole])
        return "" if found == of == words.NONE else language.text("{part} of {whole}", part=found, whole=of)

    return say


def _colours(kind: str) -> Callable[[Language, pd.Series], str]:
    def say(language: Language, row: pd.Series) -> str:
        sent = {colour: row[f"{kind}_{colour}"] for colour in COLOURS}
        return ", ".join(language.text(COLOURS[colour], n=language.number(int(n))) for colour, n in sent.items() if pd.notna(n))

    return say


def _case_meeting(language: Language, row: pd.Series) -> str:
    day, outcome = row["riacm_held_on"], _code(language, row, "riacm_outcome")
    return ": ".join(said for said in (day if pd.notna(day) else "", outcome) if said)


def _number(name: str) -> Callable[[Language, pd.Series], str]:
    return lambda language, row: language.number(int(row[name])) if pd.notna(row[name]) else ""


ROWS: dict[str, Callable[[Language, pd.Series], str]] = {
    mark("National environmental security task force (NEST)"): _task_force,
    mark("Agencies in the task force"): _agencies,
    mark("Last national seminar (NESS)"): _noted("ness_held_on"),
    mark("Staff, mainly on environmental crime"): _people("staff"),
    mark("Trained in the year"): _people("trained"),
    mark("Courses held in the year"): _number("training_courses"),
    mark("Border points with access to I-24/7"): _part("border_points_i247", "border_points"),
    mark("Cases with a link abroad that were reported"): _part("international_cases_reported", "international_cases"),
    mark("Notices requested"): _colours("notices"),
    mark("Diffusions requested"): _colours("diffusions"),
    mark("Police in environmental impact assessments"): lambda language, row: _code(language, row, "eia_participation"),
    mark("Last regional case meeting (RIACM)"): _case_meeting,
}
"""A line of the table -> what it says of one return; blank where the return does not say it."""
