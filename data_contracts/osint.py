"""Open sources: what was published, by whom and when, and the incident that it speaks of."""

import pandera.pandas as pa

from data_contracts.core import COMMODITIES
from data_contracts.fields import PRECISIONS, Day, Number, Text, code, countries, country, day, derived, number, text
from data_contracts.owned import Owned, as_in_incidents

LINK = r"https?://[^\s/?#]+\.[^\s]+"
LANGUAGE = "[a-z]{2,3}"


class OsintColumns(pa.DataFrameModel):
    """The source, and what it says; names of persons are not taken in."""

    source_id: Text = text("The collector's own number of the source", required="always")
    reporting_country: Text = country("Country whose authority collected it")
    link: Text = text("Address of the page", required="always", pattern=LINK)
    archive_link: Text = text("Address of a kept copy", pattern=LINK)
    title: Text = text("Title")
    publisher: Text = text("Who published it; never a person", required="condition")
    publisher_type: Text = code("Kind of publisher", "publisher_type")
    source_language: Text = text("Language of the source, ISO 639", pattern=LANGUAGE)
    published_on: Text = day("Day of publication", required="condition")
    accessed_on: Text = day("Day on which it was read", required="condition")
    about_country: Text = country("Country in which what it speaks of happened")
    incident_id: Text = text("Number of the incident that it speaks of, in the register of the country that recorded it")
    incident_country: Text = country("Country that recorded that incident", required="condition")
    incident_date: Text = day("Day on which what it speaks of happened")
    crime_area: Text = code("Area of environmental crime", "crime_area", required="condition")
    place_name: Text = text("Name of the place")
    latitude: Number = number("Latitude, WGS 84", "degrees", minimum=-90, maximum=90)
    longitude: Number = number("Longitude, WGS 84", "degrees", minimum=-180, maximum=180)
    commodity: Text = code("What was taken, traded or released", *COMMODITIES, open_list=True)
    quantity: Number = as_in_incidents("quantity")
    unit: Text = as_in_incidents("unit")
    route_countries: Text = countries("Countries of the alleged route, in order")
    summary: Text = text("What it says, in words and without names of persons", sensitive=True)


class Osint(Owned, OsintColumns):
    """One publication about one incident or topic."""

    date_from: Day = derived()
    date_to: Day = derived()
    date_precision: Text = pa.Field(isin=PRECISIONS)
