"""What a column is called in English, in a word or two: the header of a template, and a message to translate."""

WORDS = {
    "aitr": "AITR",
    "cas": "CAS",
    "cites": "CITES",
    "doc": "document",
    "fao": "FAO",
    "hs": "HS",
    "id": "identification",
    "imo": "IMO number",
    "iuu": "IUU",
    "marpol": "MARPOL",
    "mmsi": "MMSI",
    "no": "number",
    "ref": "reference",
    "un": "UN",
    "y": "Y",
}
"""Parts of names that are not written as they are."""
UNITS = {"m": "m", "km": "km", "km2": "km²", "m3": "m³", "ha": "ha", "kg": "kg", "permille": "‰"}
"""Last parts of names that give the unit."""
TITLES = {
    "incident_id": "Incident number",
    "incident_count": "Number of incidents",
    "admin1": "Province or state",
    "offence_text": "Offence",
    "supply_chain_stage": "Stage of the supply chain",
    "climate_related": "Link with climate",
    "offender_count": "Persons in older files",
    "request_text": "Request",
    "request_to": "Request to countries",
    "aitr_included": "In the annual illegal trade report",
    "specimen_text": "Specimen as described",
    "specimen_term": "Specimen term",
    "species_3a": "Species, three letters",
    "rfmo": "Regional fisheries body",
    "mpa_position": "Position to the protected area",
    "iuu_list": "IUU lists",
    "crew_count": "Number of crew",
    "pieces": "Number of pieces",
    "area_ha": "Area concerned (ha)",
    "operation_code_dr": "Disposal operation",
    "waste_list_code": "Waste code of Annex VIII or IX",
    "waste_y_code": "Waste code of Annex I or II",
    "workers_estimated": "Estimated number of workers",
    "subject_id": "Subject number",
    "basis_reference": "Number of the case or warrant",
    "minor": "Under 18",
    "birth_date": "Date of birth",
    "document_type": "Identity document",
    "document_no": "Identity document number",
    "document_country": "Identity document country",
    "vehicle_no": "Chassis number or registration",
    "movement_id": "Journey number",
    "speed_knots": "Speed (knots)",
    "course_degrees": "Course (degrees)",
    "met_with": "Met with",
    "source_id": "Source number",
    "nest_status": "State of the national task force (NEST)",
    "nest_since": "National task force since",
    "nest_members": "Members of the national task force",
    "ness_held_on": "Last national seminar (NESS)",
    "border_points_i247": "Border points with I-24/7",
    "database_of_cases": "National database of cases",
    "eia_participation": "Part in environmental impact assessments",
    "eia_count": "Number of environmental impact assessments",
    "riacm_held_on": "Last regional case meeting (RIACM)",
    "riacm_outcome": "Outcome of the regional case meeting",
    "assessed_on": "Own assessment on",
    **{f"score_{name}": f"Own assessment: {name}" for name in ("proactive", "detection", "investigation", "techniques", "law")},
    **{f"score_{name}": f"Own assessment: {name}" for name in ("prosecution", "penalties", "holistic")},
}
"""Names that the rule below would read badly."""


def title(name: str) -> str:
    """What a column is called.

    Args:
        name: Name of the column.

    Returns:
        English, with a capital; a unit stands last, in brackets.
    """
    if name in TITLES:
        return TITLES[name]
    *words, last = name.split("_")
    unit = f" ({UNITS[last]})" if words and last in UNITS else ""
    text = " ".join(WORDS.get(word, word) for word in (words if unit else [*words, last]))
    return text[:1].upper() + text[1:] + unit
