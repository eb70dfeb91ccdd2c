"""What subjects, movements, yearly returns, open sources and cover sheets are asked, beyond what every record is."""

from data_contracts.check import Check
from data_contracts.findings import Severity

BLANKED = "The cell counts as not recorded."
OWNER_ONLY = "Nobody but your bureau can be shown the person."
CAPACITY = "Your assessment says that it is not known."

LEFT_OUT = ("day_in_future", "leg_order", "part_exceeds_whole", "period_order", "speed_impossible", "status_of_thing")
"""Checks of these that leave cells blank, so that nobody is told of the blank too."""

Row = tuple[str, int, Severity, str, str, str]

ASKED: tuple[Row, ...] = (
    (
        "day_in_future",
        2,
        "warning",
        "{field} must not lie after the day of intake.",
        "Correct the date.",
        BLANKED,
    ),
    (
        "person_status_missing",
        2,
        "error",
        "{person_status} must be given for persons.",
        "Say whether the person is a suspect, charged, convicted, acquitted, a witness, a victim or of interest.",
        f"{OWNER_ONLY} Without a status nobody can tell whether the person is a victim.",
    ),
    (
        "status_date_missing",
        2,
        "warning",
        "{status_date} must be given with the status of a person.",
        "Give the day from which the status holds.",
        "Whether the status still holds can't be told.",
    ),
    (
        "basis_reference_missing",
        2,
        "warning",
        "{basis_reference} must be given for persons who are suspected, charged or convicted.",
        "Give the number of the case or of the warrant.",
        "No notice can be prepared for the person, because nothing says what it rests on.",
    ),
    (
        "minor_missing",
        2,
        "warning",
        "{minor} must be given for persons.",
        "Say yes, no or unknown. A minor is never shown to anyone but your bureau.",
        "Whether the person may be shown at all can't be told from your record.",
    ),
    (
        "minor_contradicts",
        2,
        "error",
        "{minor} must be yes for a person whose date of birth says under 18.",
        "Correct the date of birth, or say yes.",
        f"The person counts as a minor. {OWNER_ONLY}",
    ),
    (
        "subject_unnamed",
        2,
        "warning",
        "A subject must have a name or a number by which it can be found again.",
        "Give the name, or the number of a document, a register, a plate or an account.",
        "The subject can be connected with no other country's records.",
    ),
    (
        "status_of_thing",
        2,
        "warning",
        "{person_status} must be blank for a vessel, a vehicle or an account.",
        "Put the person into a row of its own.",
        BLANKED,
    ),
    (
        "start_in_future",
        2,
        "error",
        "{start_date} must not lie after the day of intake.",
        "Correct the date.",
        "The movement stands in no timeline.",
    ),
    (
        "leg_order",
        2,
        "error",
        "A leg must not end before it starts.",
        "Correct the day or the time of the departure or of the arrival.",
        "The arrival counts as not recorded, and the leg is open at its end.",
    ),
    (
        "leg_end_missing",
        2,
        "warning",
        "{end_date} must be given for a leg.",
        "Give the day of the arrival.",
        "How long the leg took can't be told.",
    ),
    (
        "leg_place_missing",
        2,
        "warning",
        "A leg must say where it ended.",
        "Give the place, the port, the country or the position of the arrival.",
        "The leg is missing from the map of movements.",
    ),
    (
        "carrier_missing",
        2,
        "error",
        "A movement must name what moved.",
        "Give the name or a number of the vessel, the plate, the registration of the aircraft, or the container.",
        "The movement stands in no timeline.",
    ),
    (
        "carrier_type_missing",
        2,
        "warning",
        "{carrier_type} must be given.",
        "Say whether it is a vessel, a vehicle, an aircraft, a train or a container.",
        "Speeds can't be checked, and the movement stands under carrier not recorded.",
    ),
    (
        "place_missing",
        2,
        "warning",
        "A movement must say where it was.",
        "Give the position, the place, the port or the country.",
        "The movement is missing from the map of movements.",
    ),
    (
        "port_not_in_country",
        2,
        "note",
        "The first two letters of {field} should be those of the country that is given with it.",
        "Compare the code of the port with the country.",
        "Both are kept, and the map shows the port.",
    ),
    (
        "speed_impossible",
        2,
        "warning",
        "{speed_knots} must be a speed that such a carrier can reach.",
        "Compare the number and its unit: it is in knots.",
        BLANKED,
    ),
    (
        "return_year_in_future",
        2,
        "error",
        "{return_year} must not lie after the year of intake.",
        "Correct the year.",
        "The return is in no period that a report covers.",
    ),
    (
        "part_exceeds_whole",
        2,
        "error",
        "{field} must not be more than the number that it is part of.",
        "Correct one of the two numbers.",
        BLANKED,
    ),
    (
        "nest_contradicts",
        2,
        "warning",
        "{nest_status} must say that there is a task force where {nest_since} is given.",
        "Correct the state, or leave the day blank.",
        "Your assessment shows the state, and not the day.",
    ),
    (
        "riacm_day_missing",
        2,
        "note",
        "{riacm_held_on} must be given with the outcome of a meeting.",
        "Give the day of the meeting.",
        "The outcome can't be told from that of an earlier meeting.",
    ),
    (
        "assessed_on_missing",
        2,
        "warning",
        "{assessed_on} must be given with your own assessment.",
        "Give the day on which you assessed yourselves.",
        "Your assessment can't say how old these answers are.",
    ),
    (
        "source_in_future",
        2,
        "error",
        "The day of publication must not lie after the day of intake.",
        "Correct the date.",
        "The source is in no period that a report covers.",
    ),
    (
        "read_before_published",
        2,
        "warning",
        "{accessed_on} must not lie before {published_on}.",
        "Correct one of the two days.",
        "Both are kept. Nobody can tell which of them is right.",
    ),
    (
        "told_before_it_happened",
        2,
        "warning",
        "{incident_date} must not lie after the day of publication.",
        "Correct one of the two days.",
        "The source can't be put beside the incident that it speaks of.",
    ),
    (
        "incident_country_missing",
        2,
        "warning",
        "{incident_country} must be given with {incident_id}.",
        "Give the country in whose register the incident has that number.",
        "The source can't be put beside the incident that it speaks of.",
    ),
    (
        "period_order",
        2,
        "error",
        "{period_to} must not lie before {period_from}.",
        "Correct the two days on the cover sheet.",
        "The submission counts as one without a period: what you did not send can't be told from what there was not.",
    ),
    (
        "period_open",
        2,
        "note",
        "{period_to} should not lie after the day of intake.",
        "Send the rest when the period is over.",
        "The last quarters are shown as not complete.",
    ),
)
"""Identifier, level, severity, statement, fix and cost."""

GAPS: tuple[Row, ...] = (
    (
        "nest_status_missing",
        2,
        "warning",
        "{nest_status} must be given.",
        "Say whether there is a national environmental security task force: none, planned, set_up, active or suspended.",
        CAPACITY,
    ),
    ("nest_since_missing", 2, "note", "{nest_since} must be given where there is a task force.", "Give the day, or the year.", CAPACITY),
    ("staff_missing", 2, "warning", "Staff must be given, women and men.", "Give both numbers. 0 is an answer.", CAPACITY),
    ("training_missing", 2, "note", "The number of people trained must be given, women and men.", "Give both numbers.", CAPACITY),
    (
        "border_points_missing",
        2,
        "note",
        "{border_points} and {border_points_i247} must be given.",
        "Give both numbers. 0 is an answer.",
        CAPACITY,
    ),
    (
        "notices_missing",
        2,
        "note",
        "The notices and diffusions requested in the year must be given.",
        "Give the number of each colour. 0 is an answer.",
        CAPACITY,
    ),
    (
        "international_cases_missing",
        2,
        "note",
        "The cases with a link to another country, and those of them that were reported, must be given.",
        "Give both numbers. 0 is an answer.",
        "The share of international cases that were reported can't be computed for your country.",
    ),
    (
        "publisher_missing",
        2,
        "warning",
        "{publisher} must be given.",
        "Name the newspaper, the agency or the body, never a person.",
        "The source can't be cited in a report.",
    ),
    (
        "source_not_evaluated",
        2,
        "warning",
        "An open source must be evaluated.",
        "Give {evaluation_system}, {source_evaluation} and {information_evaluation}.",
        "The source supports no judgement, because nothing says how far to believe it.",
    ),
    (
        "source_area_missing",
        2,
        "note",
        "{crime_area} must be given.",
        "Give wildlife, fisheries, forestry, pollution, mining, or undetermined.",
        "The source stands under no area.",
    ),
    (
        "about_country_missing",
        2,
        "note",
        "{about_country} must be given.",
        "Give the country in which it happened, or XXX if it cannot be known.",
        "The source is in no country's picture.",
    ),
    (
        "period_missing",
        2,
        "warning",
        "The cover sheet must say from when to when the submission speaks.",
        "Give {period_from} and {period_to}.",
        "What you did not send can't be told from what there was not.",
    ),
    (
        "completeness_missing",
        2,
        "note",
        "The cover sheet must say how much of what there was it holds.",
        "Give all_cases, sample or selected.",
        "Trends can't be told from changes in what was sent.",
    ),
    (
        "agencies_missing",
        2,
        "note",
        "The cover sheet must name the agencies whose cases it holds.",
        "Name them, such as police and customs.",
        "Silence of an agency can't be told from an agency that was not asked.",
    ),
)
"""The same, for what is not recorded."""

FAMILIES = (
    *(
        Check(id=name, level=level, severity=severity, statement=said, fix=fix, cost=cost)
        for name, level, severity, said, fix, cost in ASKED
    ),
    *(
        Check(id=name, level=level, severity=severity, statement=said, fix=fix, cost=cost, gap=True)
        for name, level, severity, said, fix, cost in GAPS
    ),
)
