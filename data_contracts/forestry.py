"""Forestry: felling, clearing, transport and trade of timber and other forest products."""

import pandera.pandas as pa

from data_contracts.core import Incident
from data_contracts.fields import Number, Text, Whole, code, number, several, text, whole

HS6 = r"\d{6}"


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

    roundwood_m3: Number = pa.Field(nullable=True, ge=0)
