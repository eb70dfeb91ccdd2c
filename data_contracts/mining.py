"""Mining: extraction, processing and trade of minerals without the permissions that they need."""

from data_contracts.core import Incident
from data_contracts.fields import Number, Text, Whole, code, number, several, text, whole, yes_no_unknown


class Mining(Incident):
    """One line of a mining incident or of a visit to a site."""

    commodity: Text = code("What was extracted or traded", "commodity_mining", open_list=True)
    mineral: Text = code("Mineral; unknown is an answer", "mineral", required="always", fallback="unknown")
    activity: Text = several("What was done", "mining_activity")
    method: Text = several("How it was mined", "mining_method")
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
