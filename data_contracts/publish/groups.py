"""In which order and under which titles the columns of a contract are shown to people."""

from dataclasses import dataclass

from data_contracts.fields import Field
from data_contracts.publish.voice import mark
from data_contracts.registry import Contract


@dataclass(frozen=True, kw_only=True)
class Group:
    """Columns that belong together.

    Attributes:
        title: In English: a message to translate.
        colour: Of the band above them, as `#RRGGBB`.
        fields: Those that must be filled come first.
    """

    title: str
    colour: str
    fields: tuple[Field, ...]


OWN = "own"
"""Stands for the columns that only this contract has."""
LEFT_OUT = frozenset({"offender_count"})
"""Columns that are taken for the sake of older files and offered to nobody."""
TABLE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        mark("The incident"),
        "#1F4E79",
        (
            "incident_id", "incident_date", "reporting_country", "source_type", "crime_area", "item_no", "record_type", "incident_count",
            "date_basis", "detecting_agency", "detection_method", "supplied_by", "operation_code", "project", "other_references",
        ),
    ),
    (mark("The place"), "#2E6B4F", ("place_name", "admin1", "location_type", "latitude", "longitude", "place_precision")),
    (
        mark("The offence"),
        "#7A4B1E",
        ("offence_text", "offence_code", "legal_nature", "supply_chain_stage", "linked_offences", "climate_related", "narrative"),
    ),
    (
        mark("The goods"),
        "#5B3A78",
        (
            "commodity", "quantity", "unit", "quantity_basis", "quantity_qualifier", "commodity_code", "commodity_system", "value",
            "currency", "value_basis",
        ),
    ),
    (mark("Particulars"), "#8A3B52", (OWN,)),
    (
        mark("The route"),
        "#17616B",
        ("origin_country", "transit_countries", "destination_country", "transport_mode", "concealment", "permit_no", "permit_status"),
    ),
    (
        mark("Persons and outcome"),
        "#7A2F2F",
        (
            "persons_detected", "persons_charged", "persons_convicted", "offender_nationalities", "outcome", "sanction_type",
            "sanction_amount", "sanction_currency", "disposal",
        ),
    ),
    (mark("Requests to other countries"), "#4B5D1F", ("request_to", "request_text")),
    (
        mark("Evaluation and handling"),
        "#44546A",
        (
            "evaluation_system", "source_evaluation", "information_evaluation", "confidentiality", "consortium", "allowed_recipients",
            "barred_recipients", "purpose", "handling_scheme", "handling_code", "handling_condition", "retain_until",
        ),
    ),
)  # fmt: skip
"""Title, colour and columns of each group."""


def groups(contract: Contract) -> tuple[Group, ...]:
    """The columns of a contract in groups, every column once.

    Args:
        contract: The contract. Of one with a single area the area is not asked again.
    """
    left_out = LEFT_OUT | ({"crime_area"} if contract.area else set())
    asked = {name: field for name, field in contract.fields.items() if name not in left_out}
    listed = {name for _, _, names in TABLE for name in names}
    own = tuple(name for name in asked if name not in listed)
    found = []
    for title, colour, names in TABLE:
        fields = [asked[name] for name in (own if names == (OWN,) else names) if name in asked]
        if fields:
            found.append(Group(title=title, colour=colour, fields=tuple(sorted(fields, key=lambda field: not must_fill(field, contract)))))
    return tuple(found)


def must_fill(field: Field, contract: Contract) -> bool:
    """Whether a sender must fill a column in every row: it is required, and a blank stands for nothing.

    Args:
        field: The column.
        contract: Its contract.
    """
    return field.required == "always" and not field.default and field.name not in contract.defaults
