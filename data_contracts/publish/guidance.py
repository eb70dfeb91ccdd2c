"""What a sender should know of one column: what it means, whether it must be filled, how it is written, and what a blank says."""

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.publish.groups import must_fill
from data_contracts.publish.shown import GENERAL, label
from data_contracts.publish.voice import Voice, mark
from data_contracts.registry import Contract

WHEN: dict[str, str] = {
    "item_no": mark("Needed where an incident has several lines."),
    "incident_count": mark("Needed where a row stands for several incidents."),
    "supplied_by": mark("Needed where another body owns the record."),
    "value_basis": mark("Needed where a value is given."),
    "evaluation_system": mark("Needed where one of the evaluations is given."),
    "vessel_name": mark("Needed where a vessel was involved."),
    "vessel_flag": mark("Needed where a vessel was involved."),
    "infringement_type": mark("Needed, or else the offence in words."),
    "commodity": mark("Needed, or else the scientific name."),
    "scientific_name": mark("Needed, or else the commodity."),
    "species_3a": mark("Needed, or else the scientific name or the commodity."),
    "specimen_term": mark("Needed, or else the specimen in words."),
    "specimen_text": mark("Needed, or else the specimen term."),
    "medium": mark("Needed where something was polluted."),
    "waste_y_code": mark("Needed for waste: one of the two codes, or else the commodity."),
    "waste_list_code": mark("Needed for waste: one of the two codes, or else the commodity."),
    "marpol_annex": mark("Needed where a ship polluted."),
    "site_ref": mark("Needed for a visit to a site."),
    "person_status": mark("Needed for a person."),
    "status_date": mark("Needed for a person."),
    "basis_reference": mark("Needed for a person who is suspected, charged or convicted."),
    "carrier_type": mark("Needed, so that the movement can be told from others."),
    "end_date": mark("Needed for a leg."),
    "nest_status": mark("Needed once a year."),
    "nest_since": mark("Needed where there is a task force."),
    "riacm_held_on": mark("Needed where an outcome is given."),
    "assessed_on": mark("Needed where you assess yourselves."),
    "crime_area": mark("Needed, so that the source is found with its area."),
    "publisher": mark("Needed, so that the source can be judged."),
    "published_on": mark("Needed, or else the day on which it was read."),
    "accessed_on": mark("Needed, or else the day of publication."),
    "incident_country": mark("Needed where an incident number is given."),
    "period_from": mark("Needed, so that silence can be told from nothing to report."),
    "period_to": mark("Needed, so that silence can be told from nothing to report."),
}
"""When a column is needed that is not always."""
HOW: dict[str, str] = {
    "date": mark("Write year-month-day, such as 2025-03-14. If the day is not known: 2025-03, or 2025."),
    "code": mark("Choose from the list."),
    "country": mark("Choose from the list, or write the name or the three-letter code."),
    "yes_no_unknown": mark("Choose yes, no or unknown."),
    "list": mark("One or several, with a semicolon between them."),
    "countries": mark("One or several countries, with a semicolon between them."),
    "number": mark("A number, without its unit."),
    "integer": mark("A whole number."),
}
"""How a cell of each kind is written."""
OPEN = mark("Another word is kept as it is.")
GIVEN_ELSEWHERE = "see "
"""Begins the unit of an amount whose unit stands in another column."""


def need(field: Field, contract: Contract, voice: Voice) -> str:
    """Whether a column must be filled.

    Args:
        field: The column.
        contract: Its contract.
        voice: The language.
    """
    if must_fill(field, contract):
        return voice.text("Required in every row.")
    if field.required == "condition":
        return voice.text(WHEN.get(field.name, "Needed in some cases."))
    return voice.text("May be left blank.")


def how(field: Field, voice: Voice) -> str:
    """How a cell is written: list, form, unit and limits; empty for free text.

    Args:
        field: The column.
        voice: The language.
    """
    parts = [voice.text(HOW[field.kind])] if field.kind in HOW else []
    parts += [voice.text(OPEN)] if field.open_list else []
    parts += [unit(field, voice), limits(field, voice)]
    return " ".join(part for part in parts if part)


def unit(field: Field, voice: Voice) -> str:
    """The unit of a number, in a sentence; empty if it has none or another column gives it."""
    plain = field.unit and not field.unit.startswith(GIVEN_ELSEWHERE)
    return voice.text("Unit: {unit}.", unit=field.unit) if plain else ""


def limits(field: Field, voice: Voice) -> str:
    """The range of a number, in a sentence; empty if anything goes."""
    if field.minimum is not None and field.maximum is not None:
        return voice.text("From {minimum} to {maximum}.", minimum=f"{field.minimum:g}", maximum=f"{field.maximum:g}")
    return voice.text("Not below {minimum}.", minimum=f"{field.minimum:g}") if field.minimum is not None else ""


def blank(field: Field, contract: Contract, voice: Voice) -> str:
    """What a blank says, and where they can be chosen what none and unknown say.

    Args:
        field: The column.
        contract: Its contract.
        voice: The language.
    """
    default = contract.defaults.get(field.name) or field.default
    if default:
        return voice.text("Blank means: {default}.", default=label(default, field, voice.code))
    if must_fill(field, contract):
        return ""
    if not set(codelists.ALWAYS) <= set(field.allowed):
        return voice.text("Blank means: not recorded.")
    words = codelists.labels(GENERAL, voice.code)
    return voice.text(
        "Blank means: not recorded. {none}: looked for, and there is none. {unknown}: cannot be known.",
        none=words["none"],
        unknown=words["unknown"],
    )


def note(field: Field, contract: Contract, voice: Voice, *, example: str) -> str:
    """Everything of one column, as lines of a comment.

    Args:
        field: The column.
        contract: Its contract.
        voice: The language.
        example: A value, as it would be written in this language; may be empty.
    """
    lines = [
        _sentence(voice.text(field.description)),
        need(field, contract, voice),
        how(field, voice),
        blank(field, contract, voice),
        voice.text("Example: {example}", example=example) if example else "",
    ]
    return "\n".join(line for line in lines if line)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
