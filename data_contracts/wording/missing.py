"""What is not there, and what that costs: the fields that the findings of a report hang on."""

from data_contracts.check import Check
from data_contracts.findings import Severity

FIX = "Record it with the next cases. If your law forbids it, or it is not available, say so once."

WORDS = {
    "transit_countries": "Write none if it was direct.",
    "concealment": "Write none if it was open.",
    "linked_offences": "Write none if you looked and found none.",
}
FIXES = {name: f"{words} {FIX}" for name, words in WORDS.items()}
"""Where none is an answer too."""

Row = tuple[str, Severity, str, str, str]

ROWS: tuple[Row, ...] = (
    (
        "day",
        "note",
        "Rows whose date is not known to the day: {n}.",
        "{n} record has no day: it is missing from the calendar of weekdays and weeks.",
        "{n} records have no day: they are missing from the calendar of weekdays and weeks.",
    ),
    (
        "place",
        "warning",
        "Rows without a place: {n}.",
        "{n} record has no place: it is missing from maps and from the list of places.",
        "{n} records have no place: they are missing from maps and from the list of places.",
    ),
    (
        "position",
        "note",
        "Rows without a position: {n}.",
        "{n} record has no position: it is missing from the map of hotspots.",
        "{n} records have no position: they are missing from the map of hotspots.",
    ),
    (
        "location_type",
        "note",
        "Rows without a kind of place: {n}.",
        "{n} record has no kind of place: it is missing from the chart of kinds of place.",
        "{n} records have no kind of place: they are missing from the chart of kinds of place.",
    ),
    (
        "commodity",
        "warning",
        "Rows without a commodity: {n}.",
        "{n} record has no commodity: it is missing from the ranking of commodities and from routes.",
        "{n} records have no commodity: they are missing from the ranking of commodities and from routes.",
    ),
    (
        "quantity",
        "note",
        "Rows without a quantity: {n}.",
        "{n} record has no quantity: it is missing from every total.",
        "{n} records have no quantity: they are missing from every total.",
    ),
    (
        "origin_country",
        "warning",
        "Rows without a country of origin: {n}.",
        "{n} record has no country of origin: it is missing from the table of origins and destinations.",
        "{n} records have no country of origin: they are missing from the table of origins and destinations.",
    ),
    (
        "transit_countries",
        "note",
        "Rows without a transit country: {n}.",
        "{n} record has no transit country: it is missing from the routes map.",
        "{n} records have no transit country: they are missing from the routes map.",
    ),
    (
        "destination_country",
        "warning",
        "Rows without a destination: {n}.",
        "{n} record has no destination: it is missing from the routes map.",
        "{n} records have no destination: they are missing from the routes map.",
    ),
    (
        "transport_mode",
        "note",
        "Rows without a mode of transport: {n}.",
        "{n} record has no mode of transport: it is missing from the methods that are compared.",
        "{n} records have no mode of transport: they are missing from the methods that are compared.",
    ),
    (
        "concealment",
        "note",
        "Rows without a concealment: {n}.",
        "{n} record has no concealment: it is missing from the methods that are compared.",
        "{n} records have no concealment: they are missing from the methods that are compared.",
    ),
    (
        "permit_status",
        "note",
        "Rows without the state of the permit: {n}.",
        "{n} record has no state of the permit: it is missing from the analysis of document abuse.",
        "{n} records have no state of the permit: they are missing from the analysis of document abuse.",
    ),
    (
        "detection_method",
        "note",
        "Rows without a method of detection: {n}.",
        "{n} record has no method of detection: it is missing from the comparison of what works.",
        "{n} records have no method of detection: they are missing from the comparison of what works.",
    ),
    (
        "supply_chain_stage",
        "note",
        "Rows without a stage of the supply chain: {n}.",
        "{n} record has no stage of the supply chain: it is counted under stage not recorded.",
        "{n} records have no stage of the supply chain: they are counted under stage not recorded.",
    ),
    (
        "linked_offences",
        "note",
        "Rows that do not say whether other offences were looked for: {n}.",
        "{n} record does not say whether other offences were looked for: it is left out of the analysis of convergence.",
        "{n} records do not say whether other offences were looked for: they are left out of the analysis of convergence.",
    ),
    (
        "legal_nature",
        "note",
        "Rows that do not say whether the breach is criminal or administrative: {n}.",
        "{n} record does not say whether the breach is criminal or administrative: it is counted as criminal.",
        "{n} records do not say whether the breach is criminal or administrative: they are counted as criminal.",
    ),
    (
        "persons_detected",
        "note",
        "Rows without the number of persons detected: {n}.",
        "{n} record has no number of persons detected: it is missing from the table of persons.",
        "{n} records have no number of persons detected: they are missing from the table of persons.",
    ),
    (
        "outcome",
        "warning",
        "Rows without an outcome: {n}.",
        "{n} record has no outcome: it is counted under outcome not known.",
        "{n} records have no outcome: they are counted under outcome not known.",
    ),
    (
        "evaluation",
        "note",
        "Rows without an evaluation: {n}.",
        "{n} record has no evaluation: it is left out where reports say how far to trust them.",
        "{n} records have no evaluation: they are left out where reports say how far to trust them.",
    ),
    (
        "date_basis",
        "note",
        "Rows that do not say what the date is of: {n}.",
        "{n} record does not say what the date is of: it is missing from the delays between offence and report.",
        "{n} records do not say what the date is of: they are missing from the delays between offence and report.",
    ),
    (
        "detecting_agency",
        "note",
        "Rows without the agency: {n}.",
        "{n} record has no agency: it is missing from the table of who reported.",
        "{n} records have no agency: they are missing from the table of who reported.",
    ),
)
"""Name, severity, statement, and what it costs: one record, several."""

ABSENT: dict[Severity, str] = {"warning": "columns_absent", "note": "columns_absent_minor"}
"""The check that tells of all fields without any value in a file: by the weightiest of them."""

MISSING = (
    *(
        Check(
            id=name,
            level=2,
            gap=True,
            severity=severity,
            statement="In the columns that were understood nothing is recorded about: {fields}.",
            fix=FIX,
            cost="In your reports: {costs}",
        )
        for severity, name in ABSENT.items()
    ),
    *(
        Check(
            id=f"missing.{name}",
            level=2,
            gap=True,
            severity=severity,
            statement=statement,
            fix=FIXES.get(name, FIX),
            cost_one=one,
            cost=many,
        )
        for name, severity, statement, one, many in ROWS
    ),
)
