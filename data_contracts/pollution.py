"""Pollution: discharges, emissions, waste and chemicals, in the codes of the Basel and MARPOL conventions."""

from data_contracts.core import Incident
from data_contracts.fields import Number, Text, Whole, code, country, number, several, text, whole, yes_no_unknown
from data_contracts.forestry import HS6


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
