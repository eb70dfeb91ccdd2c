"""Which columns belong together, by family: the groups of templates and dictionaries."""

from data_contracts.families import Family
from data_contracts.publish.voice import mark

Row = tuple[str, str, tuple[str, ...]]
"""Title in English, colour, columns."""
OWN = "own"
"""Stands for the columns that only this contract has."""
BLUE, GREEN, BROWN, VIOLET, PLUM, TEAL, RED, OLIVE, GREY = (
    "#1F4E79", "#2E6B4F", "#7A4B1E", "#5B3A78", "#8A3B52", "#17616B", "#7A2F2F", "#4B5D1F", "#44546A",
)  # fmt: skip
EVALUATION: Row = (
        mark("Evaluation and handling"),
        GREY,
        (
            "evaluation_system", "source_evaluation", "information_evaluation", "confidentiality", "consortium", "allowed_recipients",
            "barred_recipients", "purpose", "handling_scheme", "handling_code", "handling_condition", "retain_until",
        ),
    )  # fmt: skip
INCIDENT: tuple[Row, ...] = (
    (
        mark("The incident"),
        BLUE,
        (
            "incident_id", "incident_date", "reporting_country", "source_type", "crime_area", "item_no", "record_type", "incident_count",
            "date_basis", "detecting_agency", "detection_method", "supplied_by", "operation_code", "project", "other_references",
        ),
    ),
    (mark("The place"), GREEN, ("place_name", "admin1", "location_type", "latitude", "longitude", "place_precision")),
    (
        mark("The offence"),
        BROWN,
        ("offence_text", "offence_code", "legal_nature", "supply_chain_stage", "linked_offences", "climate_related", "narrative"),
    ),
    (
        mark("The goods"),
        VIOLET,
        (
            "commodity", "quantity", "unit", "quantity_basis", "quantity_qualifier", "commodity_code", "commodity_system", "value",
            "currency", "value_basis",
        ),
    ),
    (mark("Particulars"), PLUM, (OWN,)),
    (
        mark("The route"),
        TEAL,
        ("origin_country", "transit_countries", "destination_country", "transport_mode", "concealment", "permit_no", "permit_status"),
    ),
    (
        mark("Persons and outcome"),
        RED,
        (
            "persons_detected", "persons_charged", "persons_convicted", "offender_nationalities", "outcome", "sanction_type",
            "sanction_amount", "sanction_currency", "disposal",
        ),
    ),
    (mark("Requests to other countries"), OLIVE, ("request_to", "request_text")),
    EVALUATION,
)  # fmt: skip
SUBJECT: tuple[Row, ...] = (
    (
        mark("The subject"),
        BLUE,
        ("subject_id", "subject_type", "reporting_country", "source_type", "incident_id", "role", "supplied_by", "other_references"),
    ),
    (
        mark("The person"),
        RED,
        (
            "person_status", "status_date", "basis_reference", "minor", "family_name", "given_names", "other_names", "birth_date", "sex",
            "nationalities", "residence_country", "document_type", "document_no", "document_country",
        ),
    ),
    (mark("The organisation"), VIOLET, ("organisation_name", "registration_no", "registration_country")),
    (
        mark("The vessel or vehicle"),
        TEAL,
        (
            "vessel_name", "vessel_flag", "vessel_imo", "vessel_mmsi", "vessel_call_sign", "vehicle_type", "licence_plate",
            "plate_country", "vehicle_no",
        ),
    ),
    (mark("The account"), BROWN, ("account_type", "account_no", "account_provider")),
    (mark("Particulars"), PLUM, (OWN,)),
    EVALUATION,
)  # fmt: skip
MOVEMENT: tuple[Row, ...] = (
    (
        mark("The movement"),
        BLUE,
        (
            "movement_id", "start_date", "reporting_country", "source_type", "item_no", "movement_kind", "incident_id", "subject_id",
            "supplied_by", "other_references",
        ),
    ),
    (
        mark("What moved"),
        VIOLET,
        (
            "carrier_type", "vessel_name", "vessel_flag", "vessel_imo", "vessel_mmsi", "vessel_call_sign", "licence_plate",
            "aircraft_registration", "container_no", "commodity", "quantity", "unit",
        ),
    ),
    (
        mark("The position, or the departure"),
        GREEN,
        ("start_time", "place_name", "latitude", "longitude", "start_country", "start_port"),
    ),
    (
        mark("The arrival"),
        BROWN,
        ("end_date", "end_time", "end_place", "end_country", "end_port", "end_latitude", "end_longitude"),
    ),
    (mark("Particulars"), PLUM, (OWN,)),
    EVALUATION,
)  # fmt: skip
CAPACITY: tuple[Row, ...] = (
    (
        mark("The return"),
        BLUE,
        (
            "return_year", "reporting_country", "completed_on", "agencies_covered", "strategic_plan", "national_priorities",
            "supplied_by",
        ),
    ),
    (
        mark("Task forces"),
        GREEN,
        ("nest_status", "nest_since", "nest_members", "ness_held_on", "regional_task_forces"),
    ),
    (mark("Staff and training"), BROWN, ("staff_women", "staff_men", "trained_women", "trained_men", "training_courses")),
    (
        mark("Borders, cases and notices"),
        VIOLET,
        (
            "border_points", "border_points_i247", "database_of_cases", "international_cases", "international_cases_reported",
            "notices_red", "notices_blue", "notices_green", "notices_purple", "diffusions_red", "diffusions_blue", "diffusions_green",
            "diffusions_purple",
        ),
    ),
    (
        mark("Assessments, meetings and operations"),
        TEAL,
        ("eia_participation", "eia_count", "riacm_held_on", "riacm_outcome", "support_missions", "operations_joined"),
    ),
    (
        mark("Your own assessment"),
        RED,
        (
            "assessed_on", "score_proactive", "score_detection", "score_investigation", "score_techniques", "score_law",
            "score_prosecution", "score_penalties", "score_holistic",
        ),
    ),
    (mark("Needs and remarks"), OLIVE, ("needs", "remarks")),
    (mark("Particulars"), PLUM, (OWN,)),
    EVALUATION,
)  # fmt: skip
SOURCE: tuple[Row, ...] = (
    (
        mark("The source"),
        BLUE,
        (
            "source_id", "link", "title", "publisher", "publisher_type", "source_language", "published_on", "accessed_on", "archive_link",
            "summary", "reporting_country", "supplied_by",
        ),
    ),
    (
        mark("What it speaks of"),
        GREEN,
        (
            "crime_area", "about_country", "incident_id", "incident_country", "incident_date", "place_name", "latitude", "longitude",
            "commodity", "quantity", "unit", "route_countries",
        ),
    ),
    (mark("Particulars"), PLUM, (OWN,)),
    EVALUATION,
)  # fmt: skip
COVER: tuple[Row, ...] = ((mark("About this file"), BLUE, (OWN,)),)
TABLES: dict[Family, tuple[Row, ...]] = {
    "incidents": INCIDENT,
    "subjects": SUBJECT,
    "movements": MOVEMENT,
    "capacity": CAPACITY,
    "osint": SOURCE,
    "cover": COVER,
}
"""The groups of each family."""
