"""The columns that the incidents of all areas share."""

import pandera.pandas as pa

from data_contracts.fields import (
    PARTY,
    Day,
    Number,
    Text,
    Whole,
    code,
    countries,
    country,
    day,
    derived,
    number,
    several,
    text,
    whole,
    yes_no_unknown,
)

COMMODITIES = tuple(f"commodity_{area}" for area in ("wildlife", "fisheries", "forestry", "pollution", "mining"))
"""The lists of commodities; each area's contract takes its own, the core takes all."""


class Incident(pa.DataFrameModel):
    """One line of one incident: one species, timber, waste or mineral of what was detected at one time and place."""

    incident_id: Text = text("The reporting authority's own number of the incident", required="always")
    item_no: Whole = whole("Line within the incident, one per species or commodity", minimum=1, required="condition", default="1")
    record_type: Text = code("What one row is", "record_type", required="always")
    incident_count: Whole = whole("Number of incidents behind an aggregate row", minimum=1, required="condition", default="1")
    incident_date: Text = day("When it happened, as exactly as it is known", required="always")
    date_basis: Text = code("What the date is of", "date_basis")
    reporting_country: Text = country("Country whose authority recorded the incident", required="always")
    source_type: Text = code("Kind of body that observed it", "source_type", required="always")
    supplied_by: Text = text("Party that owns the record, if not the reporting country", pattern=PARTY, required="condition")
    crime_area: Text = code("Area of environmental crime", "crime_area", required="always")
    place_name: Text = text("Name of the place")
    admin1: Text = text("Province, state or region")
    latitude: Number = number("Latitude, WGS 84", "degrees", minimum=-90, maximum=90)
    longitude: Number = number("Longitude, WGS 84", "degrees", minimum=-180, maximum=180)
    place_precision: Text = code("How exact the position is", "place_precision")
    location_type: Text = code("Kind of place", "location_type")
    offence_code: Text = text("Code of the offence: ICCS, or the article of the national law")
    offence_text: Text = text("The offence in words")
    legal_nature: Text = code("Kind of breach", "legal_nature")
    supply_chain_stage: Text = several("Stage of the supply chain at which it was detected", "supply_chain_stage")
    climate_related: Text = yes_no_unknown("Whether it has a link with climate")
    commodity: Text = code("What was taken, traded or released", *COMMODITIES, open_list=True)
    commodity_code: Text = text("Code of the commodity in a public system")
    commodity_system: Text = code("System of the commodity's code", "commodity_system")
    quantity: Number = number("How much", "see unit")
    unit: Text = code("Unit of the quantity", "unit")
    quantity_basis: Text = code("How the quantity was found", "quantity_basis")
    quantity_qualifier: Text = code("How exact the quantity is", "quantity_qualifier")
    value: Number = number("Value of the goods; a fine is a sanction, not a value", "see currency")
    currency: Text = code("Currency of the value", "currency")
    value_basis: Text = code("What the value is based on", "value_basis", required="condition")
    origin_country: Text = country("Alleged country of origin")
    transit_countries: Text = countries("Alleged countries of transit, in order")
    destination_country: Text = country("Alleged country of destination")
    transport_mode: Text = code("Mode of transport", "transport_mode")
    concealment: Text = code("How it was concealed", "concealment")
    permit_no: Text = text("Number of the licence, permit or certificate")
    permit_status: Text = code("State of the licence, permit or certificate", "permit_status")
    detection_method: Text = code("How it was detected", "detection_method")
    detecting_agency: Text = text("Agency that detected it")
    offender_count: Whole = whole("Kept for older files: the same as persons_detected")
    offender_nationalities: Text = countries("Nationalities of the persons detected")
    persons_detected: Whole = whole("Number of persons detected")
    persons_charged: Whole = whole("Number of persons charged")
    persons_convicted: Whole = whole("Number of persons convicted")
    linked_offences: Text = several("Other offences recorded with it; none if they were looked for", "linked_offence")
    outcome: Text = code("What has become of the case", "outcome")
    sanction_type: Text = code("Sanction decided", "sanction_type")
    sanction_amount: Number = number("Amount of the fine", "see sanction_currency")
    sanction_currency: Text = code("Currency of the fine", "currency")
    disposal: Text = code("What has become of the goods", "disposal")
    operation_code: Text = text("Operation that it came from")
    project: Text = code("Project that it came from", "project")
    other_references: Text = several("Case numbers of other countries or partners")
    request_to: Text = countries("Countries that are asked for something")
    request_text: Text = text("What they are asked", sensitive=True)
    evaluation_system: Text = code("Scheme of the two evaluations", "evaluation_system", required="condition")
    source_evaluation: Text = code("Evaluation of the source", "evaluation")
    information_evaluation: Text = code("Evaluation of the information", "evaluation")
    confidentiality: Text = code("Confidentiality that the owner gives it", "confidentiality", fallback="confidential")
    handling_scheme: Text = code("Scheme of the handling code", "handling_scheme")
    handling_code: Text = text("Handling code")
    handling_condition: Text = text("Condition of the handling code", sensitive=True)
    allowed_recipients: Text = several("Parties that alone may see it")
    barred_recipients: Text = several("Parties that may not see it")
    purpose: Text = code("Purpose that the owner allows", "purpose", default="analysis", fallback="investigation")
    consortium: Text = code("Whether it may be shared with the consortium", "yes_no", fallback="no")
    retain_until: Text = day("Day after which it is deleted")
    narrative: Text = text("What happened, in words", sensitive=True)

    date_from: Day = derived()
    date_to: Day = derived()
    date_precision: Text = pa.Field(isin=["day", "month", "year"])
    record_class: Text = pa.Field(isin=["police", "administrative", "partner", "open_source"])
    computed: Text = pa.Field(nullable=True)

    class Config:
        """Accepted records have these columns, all of them and no others."""

        strict = True
