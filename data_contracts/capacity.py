"""Capacity: a country's yearly return on the means that it has against environmental crime. One row is one year."""

import pandera.pandas as pa

from data_contracts.fields import Text, Whole, code, country, day, several, text, whole, yes_no_unknown
from data_contracts.owned import Owned

COLOURS = ("red", "blue", "green", "purple")
OUTCOMES = ("proactive", "detection", "investigation", "techniques", "law", "prosecution", "penalties", "holistic")
"""The desired outcomes that a country assesses itself by. Source: ICCWC Indicator Framework, 2016, eight outcomes, each 0 to 3."""


def _score(description: str) -> Whole:
    found: Whole = whole(f"{description}: own assessment, 0 to 3", maximum=3)
    return found


class CapacityColumns(pa.DataFrameModel):
    """What there is, in the order in which an officer would ask for it."""

    reporting_country: Text = country("Country that reports on itself", required="always")
    return_year: Whole = whole("Year that the return speaks of", minimum=1990, maximum=2100, required="always")
    completed_on: Text = day("Day on which the return was completed")
    agencies_covered: Text = several("Agencies that the return speaks for")
    strategic_plan: Text = code("Strategic plan that the country works by", "strategic_plan")
    national_priorities: Text = several("National priorities against environmental crime")
    nest_status: Text = code("State of the national environmental security task force", "nest_status", required="condition")
    nest_since: Text = day("Since when the task force works", required="condition")
    nest_members: Text = several("Kinds of agency in the task force", "source_type")
    ness_held_on: Text = day("Day of the last national environmental security seminar")
    regional_task_forces: Text = several("Regional task forces that the country is a member of")
    staff_women: Whole = whole("Women who work mainly against environmental crime")
    staff_men: Whole = whole("Men who work mainly against environmental crime")
    trained_women: Whole = whole("Women trained on it in the year")
    trained_men: Whole = whole("Men trained on it in the year")
    training_courses: Whole = whole("Courses on it held in the year")
    border_points: Whole = whole("Border points of the country")
    border_points_i247: Whole = whole("Border points with access to I-24/7")
    database_of_cases: Text = yes_no_unknown("Whether there is one national database of environmental cases")
    international_cases: Whole = whole("Cases of the year with a link to another country")
    international_cases_reported: Whole = whole("Of these, cases reported through I-24/7 or by Ecomessage")
    notices_red: Whole = whole("Red notices requested in the year")
    notices_blue: Whole = whole("Blue notices requested in the year")
    notices_green: Whole = whole("Green notices requested in the year")
    notices_purple: Whole = whole("Purple notices requested in the year")
    diffusions_red: Whole = whole("Diffusions to arrest requested in the year")
    diffusions_blue: Whole = whole("Diffusions to locate or to collect information requested in the year")
    diffusions_green: Whole = whole("Diffusions to warn requested in the year")
    diffusions_purple: Whole = whole("Diffusions on methods requested in the year")
    eia_participation: Text = code("Part of the police in environmental impact assessments", "eia_participation")
    eia_count: Whole = whole("Environmental impact assessments of the year in which the police took part")
    riacm_held_on: Text = day("Day of the last regional investigative and analytical case meeting", required="condition")
    riacm_outcome: Text = code("Outcome of that meeting", "riacm_outcome")
    support_missions: Whole = whole("Missions of support received in the year")
    operations_joined: Text = several("Codes of the operations that the country took part in")
    assessed_on: Text = day("Day of the country's own assessment", required="condition")
    score_proactive: Whole = _score("Enforcement acts before the crime is reported")
    score_detection: Whole = _score("Means to detect")
    score_investigation: Whole = _score("Investigations led by intelligence")
    score_techniques: Whole = _score("Special techniques of investigation")
    score_law: Whole = _score("Basis in law")
    score_prosecution: Whole = _score("Prosecution")
    score_penalties: Whole = _score("Penalties")
    score_holistic: Whole = _score("Work together of all who can help")
    needs: Text = several("What the country asks for")
    remarks: Text = text("Remarks", sensitive=True)


class Capacity(Owned, CapacityColumns):
    """What one country had in one year."""
