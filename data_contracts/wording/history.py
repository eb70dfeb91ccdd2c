"""Whether a file agrees with what the same sender sent before."""

from data_contracts.check import Row, checks_of

ROWS: tuple[Row, ...] = (
    (
        "history_skipped",
        "note",
        "The file was not compared with what was sent before: {skipped}.",
        "None is needed.",
        "What contradicts an earlier file is not seen here.",
    ),
    (
        "file_resends",
        "note",
        "The file is submission {submission}, sent again.",
        "None is needed.",
        "None: what is the same counts once, and what differs replaces the earlier record.",
    ),
    (
        "rows_corrected",
        "note",
        "Rows were taken as corrections of rows of submission {submission}, from which they differ in few cells: {number}.",
        "If they are other incidents, say so, and give each incident a number of its own.",
        "They replace the earlier rows in every report.",
    ),
    (
        "rows_gone",
        "note",
        "Rows of submission {submission} are not in this file any more: {number}.",
        "If they are to go, withdraw that submission and send this file again.",
        "They stay in force, and count in every report until they are withdrawn.",
    ),
    (
        "rows_alike",
        "warning",
        "The rows are those of submission {submission}, but for “{title}” in every one of them.",
        "If they are corrections, withdraw that submission. If they are other incidents, give each incident a number of its own.",
        "They count beside the earlier rows: if they are the same incidents, each is counted twice.",
    ),
    (
        "incident_in_two_files",
        "warning",
        "Incidents have the numbers of incidents of another file, and say something else: {n}.",
        "Use different numbers for different incidents.",
        "They replace the earlier ones: if they are others, the earlier ones are in no report any more.",
    ),
    (
        "incident_in_two_contracts",
        "warning",
        "Incidents are also in force under another contract: {n}.",
        "Send each incident under one contract, or give its parts different numbers.",
        "The later record replaces the earlier one, with the columns of its own contract.",
    ),
    (
        "incident_numbers_shared",
        "warning",
        "Incidents have the number of another one that is in force under another contract, for another area: {n}.",
        "If it is one incident, send all of its rows as incidents and withdraw the other; if not, nothing needs to be done.",
        "Both are kept, as two incidents.",
    ),
    (
        "incident_under_other_number",
        "warning",
        "Incidents say the same as an earlier one with another number: {n}.",
        "If it is the same incident, withdraw one of the two.",
        "They are counted twice.",
    ),
    (
        "date_revised",
        "warning",
        "{field} is more than a month from what was sent before: {n}.",
        "Check the day, the month and the year.",
        "The incidents move to another period, and totals of both periods change.",
    ),
    (
        "quantity_slipped",
        "warning",
        "{field} is 1,000 times, or a thousandth of, what was sent before: {n}.",
        "Check the unit: kilograms, grams or tonnes.",
        "If the unit slipped, totals and rankings are wrong by a factor of 1,000.",
    ),
    (
        "quantity_jumped",
        "warning",
        "{field} is ten times, or a tenth of, what was sent before, or more: {n}.",
        "Check the number.",
        "Totals and rankings change by it.",
    ),
    (
        "route_revised",
        "note",
        "{field} is another country than was sent before: {n}.",
        "Check the country.",
        "The routes map shows the new country alone.",
    ),
    (
        "case_goes_back",
        "warning",
        "{field} goes back to an earlier step of the case: {n}.",
        "Check the outcome, or say that the decision was overturned.",
        "The table from detection to outcome loses the step.",
    ),
    (
        "coding_revised",
        "note",
        "{field} is coded otherwise than before: {n}.",
        "Check which of the two is right.",
        "The records move to another line of the tables, and trends show a change that is none.",
    ),
    (
        "cell_emptied",
        "warning",
        "{field} was recorded before, and is blank now: {n}.",
        "Send it again, or say that it is not known any more.",
        "The records are missing from all that needs it.",
    ),
    (
        "year_fewer",
        "warning",
        "The file holds {now} incidents of {year}; {before} of that year are in force from earlier files.",
        "If cases were dropped, withdraw the earlier submission. If the file is a part, say so on its cover sheet.",
        "Both count: if the earlier ones are wrong, the year is counted too high.",
    ),
    (
        "month_unusual",
        "note",
        "Months with far more, or far fewer, incidents than is usual for the sender ({usual} a month): {months}.",
        "Say what was different, such as an operation or a change of recording.",
        "A trend would show it as a change in crime.",
    ),
)

HISTORY = checks_of(ROWS, level=3)
