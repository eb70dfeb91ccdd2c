"""Whether a file agrees with what other parties sent. What rests on a record that its sender may not see is for analysts alone."""

from data_contracts.check import Row, checks_of

ROWS: tuple[Row, ...] = (
    (
        "between_skipped",
        "note",
        "The file was not compared with what other parties sent: {skipped}.",
        "None is needed.",
        "An incident that two parties report counts twice.",
    ),
    (
        "same_incident_elsewhere",
        "note",
        "{party} reports what seems to be the same incidents ({signs}): {n}.",
        "If it is the same case, write the other party's number into {other_references}.",
        "Until then they count once for each party.",
    ),
    (
        "quantity_contradicts",
        "warning",
        "{party} gives another quantity for what seems to be the same incidents: {n}.",
        "Compare the quantities with the other party.",
        "Totals of the two ends do not agree.",
    ),
    (
        "outcome_contradicts",
        "note",
        "{party} gives another outcome for what seems to be the same incidents: {n}.",
        "Compare the outcome with the other party; the cases of the two ends can differ.",
        "The table from detection to outcome counts both.",
    ),
    (
        "flag_contradicts",
        "warning",
        "{party} gives another flag for vessels with the same number: {n}.",
        "Check the flag on the day of the incident, and the number of the vessel.",
        "The vessel stands under two flags.",
    ),
    (
        "export_without_import",
        "note",
        "Goods went to {party}, which reported on the time and nothing that fits: {n}.",
        "Ask that party whether the goods arrived.",
        "The route ends at the border.",
    ),
    (
        "import_without_export",
        "note",
        "Goods came from {party}, which reported on the time and nothing that fits: {n}.",
        "Ask that party whether the goods left.",
        "The route begins at the border.",
    ),
)

BETWEEN = checks_of(ROWS, level=4)
