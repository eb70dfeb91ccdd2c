"""What is not there, and what that costs: the fields that the findings of a report hang on."""

from data_contracts.check import Check
from data_contracts.findings import Severity

FIX = "Record it with the next cases. If your law forbids it, or it is not available, say so once."

Row = tuple[str, Severity, str, str]

ROWS: tuple[Row, ...] = (
    ("day", "note", "Rows whose date is not known to the day: {n}.", "They are missing from the calendar of weekdays and weeks."),
    ("place", "warning", "Rows without a place: {n}.", "They are missing from maps and from the list of places."),
    ("position", "note", "Rows without a position: {n}.", "They are missing from the map of hotspots."),
    ("location_type", "note", "Rows without a kind of place: {n}.", "They are missing from the chart of kinds of place."),
    ("commodity", "warning", "Rows without a commodity: {n}.", "They are missing from the ranking of commodities and from routes."),
    ("quantity", "note", "Rows without a quantity: {n}.", "They are missing from every total."),
    ("origin_country", "warning", "Rows without a country of origin: {n}.", "They are missing from the table of origins and destinations."),
    (
        "transit_countries",
        "note",
        "Rows without a transit country: {n}.",
        "They are missing from the routes map. Say none if it was direct.",
    ),
    ("destination_country", "warning", "Rows without a destination: {n}.", "They are missing from the routes map."),
    ("transport_mode", "note", "Rows without a mode of transport: {n}.", "They are missing from the methods that are compared."),
    (
        "concealment",
        "note",
        "Rows without a concealment: {n}.",
        "They are missing from the methods that are compared. Say none if it was open.",
    ),
    ("permit_status", "note", "Rows without the state of the permit: {n}.", "They are missing from the analysis of document abuse."),
    ("detection_method", "note", "Rows without a method of detection: {n}.", "What works can't be learned from them."),
    ("supply_chain_stage", "note", "Rows without a stage of the supply chain: {n}.", "They stand under stage not recorded."),
    (
        "linked_offences",
        "note",
        "Rows that do not say whether other offences were looked for: {n}.",
        "They are left out of the analysis of convergence. Say none if you looked and found none.",
    ),
    (
        "legal_nature",
        "note",
        "Rows that do not say whether the breach is criminal or administrative: {n}.",
        "They are counted as criminal.",
    ),
    ("persons_detected", "note", "Rows without the number of persons detected: {n}.", "They are missing from the table of persons."),
    ("outcome", "warning", "Rows without an outcome: {n}.", "They stand under outcome not known."),
    ("evaluation", "note", "Rows without an evaluation: {n}.", "How far to trust them can't be said."),
    ("date_basis", "note", "Rows that do not say what the date is of: {n}.", "Delays between offence and report can't be measured."),
    ("detecting_agency", "note", "Rows without the agency: {n}.", "They are missing from the table of who reported."),
)

ABSENT: dict[Severity, str] = {"warning": "columns_absent", "note": "columns_absent_minor"}
"""The check that tells of all fields without any value in a file: by the weightiest of them."""

MISSING = (
    *(
        Check(
            id=name,
            level=2,
            gap=True,
            severity=severity,
            statement="Nowhere in the file is anything recorded about: {fields}.",
            fix=FIX,
            cost="Of the records: {costs}",
        )
        for severity, name in ABSENT.items()
    ),
    *(
        Check(id=f"missing.{name}", level=2, gap=True, severity=severity, statement=statement, fix=FIX, cost=cost)
        for name, severity, statement, cost in ROWS
    ),
)
