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
