"""Version 1 of the contracts of incidents, as it was used. It is never edited: records that were stored under it are read by it."""

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
FAO_AREAS = "18|21|27|31|34|37|41|47|48|51|57|58|61|67|71|77|81|87|88"
FAO_AREA = rf"({FAO_AREAS})(\.[A-Za-z0-9]+)*"
LOCODE = "[A-Z]{2}[A-Z2-9]{3}"
HS6 = r"\d{6}"


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
    purpose: Text = code("Purpose that the owner allows", "purpose", default="analysis", fallback="analysis")
    consortium: Text = code("Whether it may be shared with the consortium", "yes_no", fallback="no")
    retain_until: Text = day("Day after which it is deleted")
    narrative: Text = text("What happened, in words", sensitive=True)

    date_from: Day = derived()
    date_to: Day = derived()
    date_precision: Text = pa.Field(isin=["day", "month", "year"])
    record_class: Text = pa.Field(isin=["police", "administrative", "partner", "open_source"])

    class Config:
        """Accepted records have these columns, all of them and no others."""

        strict = True


class Wildlife(Incident):
    """One line of a wildlife incident."""

    commodity: Text = code("What was taken or traded", "commodity_wildlife", open_list=True, required="condition")
    scientific_name: Text = text("Taxon, or the lowest rank known, such as Manis spp.", required="condition")
    taxon_rank: Text = code("Rank of the taxon; found from the name if blank", "taxon_rank")
    common_name: Text = text("Common name, as sent")
    cites_appendix: Text = code("CITES Appendix on the day of the incident", "cites_appendix")
    national_protection: Text = yes_no_unknown("Whether it is protected under national law")
    specimen_term: Text = code("Description of the specimen, CITES term code", "specimen_term", required="condition")
    specimen_text: Text = text("Description of the specimen, as sent", required="condition")
    specimen_state: Text = code("State of the specimen", "specimen_state")
    specimen_source: Text = code("CITES source code", "specimen_source")
    seizure_reason: Text = code("Reason for the seizure", "seizure_reason")
    taking_method: Text = code("How it was taken", "taking_method")
    species_id_method: Text = code("How the species was identified", "species_id_method")
    marking_numbers: Text = several("Rings, chips, serial numbers")
    trade_purpose: Text = code("CITES purpose code", "trade_purpose")
    online_channel: Text = code("Online channel", "online_channel")
    whole_equivalents: Number = number("Whole animals that it stands for", "animals")
    aitr_included: Text = yes_no_unknown("Whether it is in the country's annual illegal trade report")


class Fisheries(Incident):
    """One line of a fisheries incident: one species of one vessel or fisher."""

    commodity: Text = code("What was caught or traded", "commodity_fisheries", open_list=True, required="condition")
    infringement_type: Text = several("What rule was broken", "infringement_fisheries", required="condition")
    fishing_category: Text = code("Kind of fishing", "fishing_category")
    vessel_name: Text = text("Name of the vessel", required="condition")
    vessel_flag: Text = country("Flag of the vessel; XXX if it cannot be known", required="condition")
    vessel_imo: Text = text("IMO number of the vessel", pattern=r"\d{7}")
    vessel_mmsi: Text = text("MMSI of the vessel", pattern=r"\d{9}")
    vessel_call_sign: Text = text("Call sign of the vessel", pattern="[A-Z0-9]{3,8}")
    vessel_registration: Text = text("Registration of the vessel")
    vessel_type: Text = code("Type of the vessel, FAO ISSCFV", "vessel_type", open_list=True)
    vessel_length_m: Number = number("Length of the vessel", "m", maximum=500)
    gear: Text = code("Fishing gear, FAO ISSCFG", "gear", open_list=True)
    scientific_name: Text = text("Species caught", required="condition")
    species_3a: Text = text("Species caught, FAO ASFIS", pattern="[A-Z]{3}", required="condition")
    catch_kg: Number = number("Weight of the catch", "kg")
    catch_basis: Text = code("State in which the catch was weighed", "catch_basis")
    product_form: Text = code("Form of the product", "product_form_fisheries")
    fao_area: Text = text("FAO major fishing area, with its subarea", pattern=FAO_AREA)
    jurisdiction: Text = code("Coastal state, high seas, or regional body", "countries", "jurisdiction")
    rfmo: Text = code("Regional fisheries body", "rfmo")
    protected_area: Text = text("Name of the protected area")
    mpa_position: Text = code("Position in relation to the protected area", "mpa_position")
    catch_certificate_no: Text = text("Number of the catch certificate")
    port_of_landing: Text = text("Port of landing, UN/LOCODE", pattern=LOCODE)
    tracking_status: Text = code("State of the vessel's tracking", "tracking_status")
    iuu_list: Text = several("Regional bodies on whose lists the vessel stood that day", "rfmo")
    crew_count: Whole = whole("Number of crew")
    labour_indicators: Text = several("Signs of labour abuse", "labour_indicator")


class Forestry(Incident):
    """One line of a forestry incident."""

    commodity: Text = code("What was felled, taken or traded", "commodity_forestry", open_list=True)
    infringement_type: Text = several("What rule was broken", "infringement_forestry", required="condition")
    scientific_name: Text = text("Species")
    trade_name: Text = text("Trade name of the timber")
    product_form: Text = code("Form of the product", "product_form_forestry")
    hs_code: Text = text("Harmonized System code, six digits", pattern=HS6)
    volume_m3: Number = number("Volume", "m3")
    volume_basis: Text = code("What the volume is of", "volume_basis")
    pieces: Whole = whole("Number of pieces")
    area_ha: Number = number("Area concerned", "ha")
    clearing_method: Text = code("How it was cleared", "clearing_method")
    land_status: Text = code("Status of the land", "land_status")
    concession_ref: Text = text("Reference of the concession", sensitive=True)
    transport_doc_no: Text = text("Number of the transport document")
    transport_doc_status: Text = code("State of the transport document", "permit_status")
    facility_type: Text = code("Kind of facility", "facility_forestry")
    cites_appendix: Text = code("CITES Appendix on the day of the incident", "cites_appendix")
    species_id_method: Text = code("How the species was identified", "timber_id_method")
    alert_ref: Text = text("Reference of a satellite alert")


class Pollution(Incident):
    """One line of a pollution incident: one substance or waste."""

    commodity: Text = code("What was released or traded", "commodity_pollution", open_list=True, required="condition")
    pollution_type: Text = code("Kind of pollution", "pollution_type", required="always")
    medium: Text = several("What was polluted", "medium", required="condition")
    substance_name: Text = text("Name of the substance")
    cas_no: Text = text("CAS number of the substance", pattern=r"\d{2,7}-\d{2}-\d")
    un_no: Text = text("UN number of the substance", pattern=r"\d{4}")
    waste_y_code: Text = several("Basel Convention, Annexes I and II", "waste_y_code", required="condition")
    waste_list_code: Text = several("Basel Convention, Annexes VIII and IX", "waste_list_code", required="condition")
    hazard_code: Text = several("Basel Convention, Annex III", "hazard_code")
    operation_code_dr: Text = code("Basel Convention, Annex IV", "operation_dr")
    waste_stream: Text = code("Kind of waste", "waste_stream")
    hs_code: Text = text("Harmonized System code, six digits", pattern=HS6)
    container_no: Text = several("Container numbers, ISO 6346", pattern=r"[A-Z]{3}[UJZ]\d{7}")
    movement_doc_no: Text = text("Number of the movement document")
    consent_status: Text = code("Consent to the movement", "consent_status")
    takeback_status: Text = code("State of the take-back", "takeback_status")
    marpol_annex: Text = code("MARPOL Annex", "marpol_annex", required="condition")
    vessel_name: Text = text("Name of the vessel")
    vessel_imo: Text = text("IMO number of the vessel", pattern=r"\d{7}")
    vessel_flag: Text = country("Flag of the vessel; XXX if it cannot be known")
    facility_type: Text = code("Kind of facility", "facility_pollution")
    facility_ref: Text = text("Reference of the facility", sensitive=True)
    polluter_identified: Text = yes_no_unknown("Whether the polluter was identified")
    observed_by: Text = code("How it was observed", "observed_by")
    slick_length_km: Number = number("Length of the slick", "km")
    slick_width_km: Number = number("Width of the slick", "km")
    slick_area_km2: Number = number("Area of the slick", "km2")
    volume_m3: Number = number("Volume released", "m3")
    size_category: Whole = whole("Size category of the observing programme")
    harm: Text = several("Harm done", "harm")


class Mining(Incident):
    """One line of a mining incident or of a visit to a site."""

    commodity: Text = code("What was extracted or traded", "commodity_mining", open_list=True)
    mineral: Text = code("Mineral; unknown is an answer", "mineral", required="always", fallback="unknown")
    activity: Text = several("What was done", "mining_activity")
    method: Text = code("How it was mined", "mining_method")
    site_ref: Text = text("Reference of the site", required="condition")
    site_status: Text = code("State of the site", "site_status")
    observed_date_basis: Text = code("What the observation rests on", "observed_date_basis")
    licence_type: Text = code("Type of the licence", "licence_type")
    land_status: Text = code("Status of the land", "land_status")
    area_ha: Number = number("Area concerned", "ha")
    river_affected: Text = yes_no_unknown("Whether a river is affected")
    mercury_use: Text = code("Use of mercury", "mercury_use")
    mercury_kg: Number = number("Mercury found", "kg")
    cyanide_use: Text = code("Use of cyanide", "mercury_use")
    machinery: Text = several("Machinery on site", "machinery")
    workers_estimated: Whole = whole("Estimated number of workers")
    children_observed: Text = yes_no_unknown("Whether children were seen working")
    armed_presence: Text = code("Armed presence, by type and never by name", "armed_presence")
    illegal_payments: Text = code("Illegal payments", "illegal_payments")
    traceability_scheme: Text = code("Traceability scheme", "traceability_scheme", open_list=True)
    traceability_status: Text = code("State of the traceability document", "traceability_status")
    purity_permille: Whole = whole("Fineness of the metal in parts per thousand", maximum=1000)
    actor_type: Text = code("Kind of actor; never ethnicity, nationality or a company's name", "actor_type")
