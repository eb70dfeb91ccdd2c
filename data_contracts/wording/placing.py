"""Whether a row can be placed in time, area and owner. These are the only checks that reject a row."""

from data_contracts.check import Check

COST = "The row is not taken in. It waits in quarantine until a corrected row comes."

PLACING = (
    Check(
        id="date_missing",
        level=1,
        severity="error",
        blocking=True,
        statement="incident_date must be given.",
        fix="Give the day, or the month as 2025-03, or the year as 2025.",
        cost=COST,
    ),
    Check(
        id="date_unreadable",
        level=1,
        severity="error",
        blocking=True,
        statement="incident_date must hold a year that can be read.",
        fix="Write the day as 2025-03-14, the month as 2025-03, or the year as 2025.",
        cost=COST,
    ),
    Check(
        id="reporting_country_missing",
        level=1,
        severity="error",
        blocking=True,
        statement="reporting_country must be given.",
        fix="Give the three-letter code or the name of the country whose authority recorded the incident.",
        cost=COST,
    ),
    Check(
        id="reporting_country_unreadable",
        level=1,
        severity="error",
        blocking=True,
        statement="reporting_country must be a country or territory of the list.",
        fix="Use the three-letter code of ISO 3166-1. Unknown, or international waters, can't report.",
        cost=COST,
    ),
    Check(
        id="crime_area_missing",
        level=1,
        severity="error",
        blocking=True,
        statement="crime_area must be given in a file that holds several areas.",
        fix="Give wildlife, fisheries, forestry, pollution, mining, or undetermined where the law fits several.",
        cost=COST,
    ),
    Check(
        id="crime_area_unreadable",
        level=1,
        severity="error",
        blocking=True,
        statement="crime_area must be one of the areas.",
        fix="Give wildlife, fisheries, forestry, pollution, mining, or undetermined where the law fits several.",
        cost=COST,
    ),
    Check(
        id="owner_unreadable",
        level=1,
        severity="error",
        blocking=True,
        statement="supplied_by must be the code of a party.",
        fix="Give the code of the country or body that owns the record, or leave it blank if it is the reporting country.",
        cost=COST,
    ),
    Check(
        id="incident_id_missing",
        level=1,
        severity="error",
        blocking=True,
        statement="incident_id must be given.",
        fix="Give the number by which your authority knows the incident.",
        cost=COST,
    ),
)
