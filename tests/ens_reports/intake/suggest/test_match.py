import pandas as pd

from data_contracts.registry import CONTRACTS
from ens_reports.intake.suggest.fits import Fit
from ens_reports.intake.suggest.match import LEAST, SURE, match, score
from ens_reports.intake.suggest.profile import Profile, look

DAYS = ["25/03/2024", "01/02/2024", "03/04/2024"]


def columns(**found: list[str]) -> list[Profile]:
    return [look(place, header.replace("_", " "), pd.Series(values)) for place, (header, values) in enumerate(found.items())]


def fields(profiles: list[Profile], party: str = "") -> dict[str, str]:
    found = match(profiles, party=party, contract=CONTRACTS["wildlife"])
    return {profiles[item.position].header: item.field for item in found.taken}


def test_header_and_values_add_up_and_contradictions_take_away() -> None:
    profile = columns(Date=DAYS)[0]
    sure = score(profile, "incident_date", Fit(value=1.0, reason="dates"))
    assert (sure.confidence, sure.reasons) == (0.98, ("its header is a known name", "dates"))
    assert score(profile, "incident_date", Fit(value=0.0)).confidence == 0.87
    assert score(profile, "incident_date", Fit(value=-1.0)).confidence == 0.0
    assert score(profile, "retain_until", Fit(value=1.0, alone=0.2)).confidence == 0.2


def test_a_column_goes_to_the_field_that_is_surest_for_all_together() -> None:
    found = fields(columns(Date=DAYS, col2=["Manis tricuspis", "Python regius", "Manis spp."], Lieu=["A", "B", "C"]))
    assert found == {"Date": "incident_date", "col2": "scientific_name", "Lieu": "place_name"}


def test_a_field_is_fed_once() -> None:
    taken = match(columns(Date=DAYS, Date_=DAYS), contract=CONTRACTS["wildlife"]).taken
    assert [item.field for item in taken].count("incident_date") == 1


def test_a_country_reports_itself() -> None:
    profiles = columns(Pays=["Kenya", "Togo", "Ghana"])
    assert fields(profiles, "PER") == {}
    assert fields(profiles) == {"Pays": "reporting_country"}
    assert fields(columns(Pays=["Peru", "Peru", "PER"]), "PER") == {"Pays": "reporting_country"}


def test_latitude_comes_before_longitude_where_nothing_tells_them_apart() -> None:
    assert fields(columns(a=["1.12345", "2.12345"], b=["36.12345", "37.12345"])) == {"a": "latitude", "b": "longitude"}
    assert fields(columns(a=["101.12345", "99.12345"], b=["1.12345", "2.12345"])) == {"a": "longitude", "b": "latitude"}


def test_what_is_not_sure_enough_is_only_mentioned() -> None:
    found = match(columns(Date=DAYS, x=["4", "5", "6"]), contract=CONTRACTS["wildlife"])
    assert [item.field for item in found.taken] == ["incident_date"]
    assert all(item.confidence < LEAST for item in found.maybe.values())


def test_the_contract_is_that_of_the_words() -> None:
    days, place = ["2024-01-02"] * 6, ["Lima"] * 6
    told = {
        "mining": ["oro", "oro", "arena", "oro", "Oro", "oro"],
        "pollution": ["déchets", "pneus", "batteries usagées", "déchets", "rejet", "amiante"],
    }
    for area, words in told.items():
        found = match(columns(Date=days, Lieu=place, col3=words))
        assert (found.contract.name, found.confidence <= SURE) == (area, True)
    assert match(columns(Date=days, Lieu=place)).contract.name == "incidents"


def test_the_title_may_name_the_area() -> None:
    profiles = columns(Date=["2024-01-02"] * 6, Lieu=["Acre"] * 6)
    assert match(profiles, title="autos flora 2018").contract.name == "forestry"


def test_a_number_that_stands_for_several_incidents_is_no_number_of_incidents() -> None:
    profiles = columns(Dossier=["A-1", "A-2", "A-3"], Date=DAYS)
    assert "incident_id" in {item.field for item in match(profiles, contract=CONTRACTS["wildlife"]).taken}
    assert "incident_id" not in {item.field for item in match(profiles, contract=CONTRACTS["wildlife"], not_ids={0}).taken}


def test_what_is_too_unsure_to_be_taken_does_not_push_a_column_from_its_field() -> None:
    profiles = columns(Country_of_origin=["Jamaica", "Russia", "Canada"], Country_of_export=["JM", "RU", "somewhere"])
    assert fields(profiles, party="USA") == {"Country of origin": "origin_country"}


def test_yes_and_no_alone_never_open_records_to_anyone() -> None:
    assert fields(columns(Firearm=["Yes", "No", "Yes"])) == {}
    assert fields(columns(Consortium=["Yes", "No", "Yes"])) == {"Consortium": "consortium"}


def test_an_area_is_told_by_its_columns_and_words_together() -> None:
    species = ["White rhino", "Black rhino", "Luz", "White rhino", "Ana", "Lua", "White rhino"]
    profiles = columns(Date=DAYS, Species=species, Vessel=["trawl", "", "", "", "", "", ""])
    assert match(profiles).contract.name == "wildlife"


def test_names_of_species_that_are_not_latin_are_names_of_the_country_or_of_the_trade() -> None:
    found = match(columns(Date=DAYS, Espèce=["Pangolin", "Tortue", "Pangolin"]), contract=CONTRACTS["wildlife"])
    assert [(item.field, item.reasons[-1]) for item in found.taken][1:] == [("common_name", "its cells are no Latin names")]
    both = columns(Date=DAYS, Essence=["Ayous", "Iroko", "Sapelli"], Espèce=["Ayous", "Iroko", "Iroko"])
    assert [item.field for item in match(both, contract=CONTRACTS["forestry"]).taken] == ["incident_date", "trade_name", "scientific_name"]


def test_a_currency_beside_fines_and_no_value_is_that_of_the_fines() -> None:
    profiles = columns(Date=DAYS, Multa=["100", "200", "300"], Moeda=["BRL", "BRL", "BRL"])
    assert fields(profiles)["Moeda"] == "sanction_currency"
    profiles = columns(Date=DAYS, Multa=["100", "200", "300"], Valor=["1", "2", "3"], Moeda=["BRL", "BRL", "BRL"])
    assert fields(profiles)["Moeda"] == "currency"


def test_a_header_that_only_contains_a_name_does_not_stand_against_its_values() -> None:
    assert fields(columns(Area_WMD=["West Thames", "Eastern", "Eastern"])) == {}
    assert fields(columns(ESTE=["412345", "587654", "498765"])) == {}
