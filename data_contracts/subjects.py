"""Subjects: persons, organisations, vessels, vehicles and accounts of a case. Tactical only: no other product may hold them."""

import pandera.pandas as pa

from data_contracts.fields import Text, code, countries, country, day, several, text, yes_no_unknown
from data_contracts.owned import Owned, as_in_incidents


class SubjectColumns(pa.DataFrameModel):
    """Who or what it is, and on what grounds it is recorded."""

    reporting_country: Text = country("Country whose authority recorded the subject", required="always")
    subject_id: Text = text("The reporting authority's own number of the subject", required="always")
    subject_type: Text = code("What the subject is", "subject_type", required="always")
    source_type: Text = as_in_incidents("source_type")
    incident_id: Text = text("The reporting authority's own number of the incident that it belongs to")
    person_status: Text = code("Legal status of the person on the day of status_date", "person_status", required="condition")
    status_date: Text = day("Day from which the status holds", required="condition")
    basis_reference: Text = text("Number of the case or the warrant that it rests on", required="condition", sensitive=True)
    minor: Text = yes_no_unknown("Whether the person is under 18; one that is, is shown to nobody but the owner", fallback="yes")
    role: Text = code("Part that it is said to have had", "subject_role")
    family_name: Text = text("Family name of the person", sensitive=True)
    given_names: Text = text("Given names of the person", sensitive=True)
    other_names: Text = several("Other names that it is known by")
    birth_date: Text = day("Date of birth of the person, as exactly as it is known")
    sex: Text = code("Sex of the person", "sex")
    nationalities: Text = countries("Nationalities of the person")
    residence_country: Text = country("Country in which it lives or is established")
    document_type: Text = code("Kind of identity document", "identity_document")
    document_no: Text = text("Number of the identity document", sensitive=True)
    document_country: Text = country("Country that issued the identity document")
    organisation_name: Text = text("Name of the organisation", sensitive=True)
    registration_no: Text = text("Number of the organisation in a public register", sensitive=True)
    registration_country: Text = country("Country of that register")
    vessel_name: Text = text("Name of the vessel")
    vessel_flag: Text = country("Flag of the vessel; XXX if it cannot be known")
    vessel_imo: Text = text("IMO number of the vessel", pattern=r"\d{7}")
    vessel_mmsi: Text = text("MMSI of the vessel", pattern=r"\d{9}")
    vessel_call_sign: Text = text("Call sign of the vessel", pattern="[A-Z0-9]{3,8}")
    vehicle_type: Text = code("Kind of vehicle", "vehicle_type")
    licence_plate: Text = text("Licence plate of the vehicle", sensitive=True)
    plate_country: Text = country("Country of the licence plate")
    vehicle_no: Text = text("Number of the chassis, or the registration of the aircraft", sensitive=True)
    account_type: Text = code("Kind of account", "account_type")
    account_no: Text = text("Number or name of the account", sensitive=True)
    account_provider: Text = text("Bank, platform or operator that keeps the account", sensitive=True)
    other_references: Text = as_in_incidents("other_references")


class Subjects(Owned, SubjectColumns):
    """One person, organisation, vessel, vehicle or account."""

    protected: Text = pa.Field(isin=["yes", "no"])
