"""Movements: where vessels, vehicles, aircraft and containers were, and the legs between."""

import pandera.pandas as pa

from data_contracts.core import COMMODITIES
from data_contracts.fields import PRECISIONS, Day, Number, Text, Whole, code, country, day, derived, number, text, whole
from data_contracts.fisheries import LOCODE
from data_contracts.owned import Owned, as_in_incidents

CLOCK = r"([01]\d|2[0-3]):[0-5]\d"


class MovementColumns(pa.DataFrameModel):
    """What moved, from where and when, and where to."""

    reporting_country: Text = country("Country whose authority recorded the movement", required="always")
    movement_id: Text = text("The reporting authority's own number of the journey or consignment", required="always")
    item_no: Whole = whole("Position or leg within the journey", minimum=1, required="condition", default="1")
    movement_kind: Text = code("What the row is: a position, a leg, a call, an encounter, or a gap in tracking", "movement_kind")
    source_type: Text = as_in_incidents("source_type")
    incident_id: Text = text("The reporting authority's own number of the incident that it belongs to")
    subject_id: Text = text("The reporting authority's own number of the subject that moved")
    carrier_type: Text = code("What moved", "carrier_type", required="condition")
    vessel_name: Text = text("Name of the vessel")
    vessel_flag: Text = country("Flag of the vessel; XXX if it cannot be known")
    vessel_imo: Text = text("IMO number of the vessel", pattern=r"\d{7}")
    vessel_mmsi: Text = text("MMSI of the vessel", pattern=r"\d{9}")
    vessel_call_sign: Text = text("Call sign of the vessel", pattern="[A-Z0-9]{3,8}")
    licence_plate: Text = text("Licence plate of the vehicle", sensitive=True)
    aircraft_registration: Text = text("Registration of the aircraft")
    container_no: Text = text("Container number, ISO 6346", pattern=r"[A-Z]{3}[UJZ]\d{7}")
    start_date: Text = day("Day of the position, or of the departure, UTC", required="always")
    start_time: Text = text("Time of the position, or of the departure, UTC", pattern=CLOCK)
    place_name: Text = text("Place of the position, or of the departure")
    start_country: Text = country("Country of the position, or of the departure; XZZ on the high seas")
    start_port: Text = text("Port of the position, or of the departure, UN/LOCODE", pattern=LOCODE)
    latitude: Number = number("Latitude of the position, or of the departure, WGS 84", "degrees", minimum=-90, maximum=90)
    longitude: Number = number("Longitude of the position, or of the departure, WGS 84", "degrees", minimum=-180, maximum=180)
    end_date: Text = day("Day of the arrival, UTC", required="condition")
    end_time: Text = text("Time of the arrival, UTC", pattern=CLOCK)
    end_place: Text = text("Place of the arrival")
    end_country: Text = country("Country of the arrival; XZZ on the high seas")
    end_port: Text = text("Port of the arrival, UN/LOCODE", pattern=LOCODE)
    end_latitude: Number = number("Latitude of the arrival, WGS 84", "degrees", minimum=-90, maximum=90)
    end_longitude: Number = number("Longitude of the arrival, WGS 84", "degrees", minimum=-180, maximum=180)
    speed_knots: Number = number("Speed over ground", "knots", maximum=700)
    course_degrees: Number = number("Course over ground", "degrees", maximum=360)
    position_source: Text = code("How the position is known", "position_source")
    tracking_status: Text = code("State of the vessel's tracking", "tracking_status")
    met_with: Text = text("What it met: name and number of the other vessel or vehicle")
    commodity: Text = code("What was carried", *COMMODITIES, open_list=True)
    quantity: Number = as_in_incidents("quantity")
    unit: Text = as_in_incidents("unit")
    other_references: Text = as_in_incidents("other_references")


class Movements(Owned, MovementColumns):
    """One position, or one leg of a journey."""

    date_from: Day = derived()
    date_to: Day = derived()
    date_precision: Text = pa.Field(isin=PRECISIONS)
