"""Fisheries: infringements, vessels, gear and catch, in the codes of the FAO."""

from data_contracts import codelists
from data_contracts.core import Incident
from data_contracts.fields import Number, Text, Whole, code, country, number, several, text, whole

FAO_AREA = rf"({'|'.join(codelists.codes('fao_area'))})(\.[A-Za-z0-9]+)*"
LOCODE = "[A-Z]{2}[A-Z2-9]{3}"


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
