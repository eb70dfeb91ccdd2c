"""What is asked of whom: recommendations and questions that follow from the assessment, as values."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.coverage import FIELDS
from ens_reports.report.country import words

MOSTLY, WEAK = 0.7, 0.6
MOST_FIELDS = 3
MONTHS = {"soon": 3, "later": 6, "year": 10}


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A recommendation.

    Attributes:
        what: What to do.
        follows: Key of the figure or table that it follows from.
        who: Body that is asked.
        by: Day.
        service: What helps.
        sign: How we will know.
    """

    what: str
    follows: str
    who: str
    by: date
    service: str
    sign: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """An intelligence requirement: the question, why it matters, who can answer, and by when."""

    question: str
    why: str
    who: str
    due: date


def deadline(found: Assessment, when: str) -> date:
    """A day counted from the cut-off of the edition.

    Args:
        found: The assessment.
        when: A key of `MONTHS`.
    """
    return (pd.Timestamp(found.view.facts.cut_off) + pd.DateOffset(months=MONTHS[when])).date()


def asks(found: Assessment) -> list[Ask]:
    """Recommendations, the most pressing first."""
    if found.view.facts.recipient_kind == "body":
        told = [_linked(found), _fields(found)]
    else:
        told = [_returns(found), _route(found), _linked(found), _outcomes(found), _fields(found), _place(found)]
    return [ask for ask in told if ask is not None]


def questions(found: Assessment) -> list[Question]:
    """Intelligence requirements: silent areas, weak fields, and what is new."""
    return [*_silent(found), *_weak(found), *_new(found)]


def reporters(found: Assessment) -> str:
    """Who records: a country's agencies, or the body itself, which cannot speak for the police of anywhere."""
    body = found.view.facts.recipient_kind == "body"
    return words.country(found) if body else found.view.language.text("All reporting agencies")


def _returns(found: Assessment) -> Ask | None:
    _, language, silent = found.view.language.text, found.view.language, found.scope.silent_areas
    if not silent:
        return None
    areas = language.join([language.term(area) for area in silent])
    return Ask(
        what=_("Send what is held on {areas}, or a nil return for each.", areas=areas),
        follows="agencies",
        who=_("National Central Bureau"),
        by=deadline(found, "soon"),
        service=_("Template with a cover sheet; help with mapping your own format"),
        sign=_("Each area has records or a nil return in the next edition."),
    )


def _route(found: Assessment) -> Ask | None:
    _, language, legs = found.view.language.text, found.view.language, found.routes.legs
    if not found.routes.basis.charted or legs.empty or not int(legs["own"].iloc[0]):
        return None
    start, end = (language.country(str(code)) for code in legs.index[0])
    return Ask(
        what=_(
            "Profile consignments on the alleged leg from {start} to {end}, and compare cases with the countries on it.",
            start=start,
            end=end,
        ),
        follows="legs",
        who=_("Customs"),
        by=deadline(found, "later"),
        service=_("A seat at a regional investigative and analytical case meeting (RIACM)"),
        sign=_("Detections on the leg by profiling; cases named in common."),
    )


def _linked(found: Assessment) -> Ask | None:
    _, language, convergence = found.view.language.text, found.view.language, found.convergence
    if not found.scope.basis.n:
        return None
    if convergence.table.empty or not convergence.basis.charted or found.view.facts.recipient_kind == "body":
        return Ask(
            what=_("Record linked offences with every incident, also when there are none."),
            follows="gaps",
            who=reporters(found),
            by=deadline(found, "later"),
            service=_("Training on convergence"),
            sign=_("Linked offences are filled in half of the incidents of the next return."),
        )
    return Ask(
        what=_(
            "Open a joint look at {offence} together with the financial and anti-corruption bodies.",
            offence=language.term(str(convergence.table.index[0])),
        ),
        follows="convergence",
        who=_("National environmental security task force (NEST)"),
        by=deadline(found, "later"),
        service=_("NEST guide; a national environmental security seminar (NESS) where there is no task force yet"),
        sign=_("At least one case is investigated for both."),
    )


def _outcomes(found: Assessment) -> Ask | None:
    _ = found.view.language.text
    if not found.scope.basis.n or found.outcomes.not_known < MOSTLY:
        return None
    return Ask(
        what=_("Return what became of the cases of this period, discontinued ones included."),
        follows="outcomes",
        who=_("Prosecutor's office"),
        by=deadline(found, "year"),
        service=_("Return form with your case numbers filled in"),
        sign=_("The outcome is known for half of the incidents."),
    )


def _fields(found: Assessment) -> Ask | None:
    _, weak = found.view.language.text, _weakest(found)
    if not weak:
        return None
    fields = found.view.language.join([_(FIELDS[name][1]).lower() for name in weak])
    return Ask(
        what=_("Fill in, from now on, in every record: {fields}.", fields=fields),
        follows="gaps",
        who=reporters(found),
        by=deadline(found, "soon"),
        service=_("Feedback pack with every cell that needs attention"),
        sign=_("Each of these fields is filled in six of ten records."),
    )


def _place(found: Assessment) -> Ask | None:
    _, table = found.view.language.text, found.places.table
    if not found.places.basis.charted or table.empty:
        return None
    return Ask(
        what=_("Compare controls at {place} with those elsewhere: is more found there, or more looked for?", place=str(table.index[0])),
        follows="places",
        who=_("Police and customs at border points"),
        by=deadline(found, "later"),
        service=_("Operational support team (OST), on request"),
        sign=_("Numbers of controls, with or without a find, come with the next return."),
    )


def _weakest(found: Assessment) -> list[str]:
    shares = found.coverage.completeness["share"].dropna().sort_values(kind="stable")
    return [str(name) for name, share in shares.items() if share < WEAK][:MOST_FIELDS]


def _silent(found: Assessment) -> list[Question]:
    _, language, silent = found.view.language.text, found.view.language, found.scope.silent_areas
    if not silent:
        return []
    return [
        Question(
            question=_(
                "Were there incidents in {period} of: {areas}?",
                areas=language.join([language.term(area) for area in silent]),
                period=found.scope.period.label,
            ),
            why=_("Silence cannot be told from absence."),
            who=_("National Central Bureau"),
            due=deadline(found, "soon"),
        )
    ]


def _weak(found: Assessment) -> list[Question]:
    _ = found.view.language.text
    return [
        Question(
            question=_("What can be added on: {field}?", field=_(FIELDS[name][1]).lower()),
            why=_(
                "Missing in {share} of records; it limits the page: {page}.",
                share=found.view.language.percent(1 - float(found.coverage.completeness["share"][name])),
                page=_(FIELDS[name][2]),
            ),
            who=reporters(found),
            due=deadline(found, "later"),
        )
        for name in _weakest(found)
    ]


def _new(found: Assessment) -> list[Question]:
    _ = found.view.language.text
    return [
        Question(
            question=_("Who takes and who buys {commodity}?", commodity=words.capital(found.view.language, str(name))),
            why=_("First recorded in the last four quarters."),
            who=reporters(found) if found.view.facts.recipient_kind == "body" else _("Police and customs"),
            due=deadline(found, "later"),
        )
        for name in found.commodities.emerging.index[:2]
    ]
