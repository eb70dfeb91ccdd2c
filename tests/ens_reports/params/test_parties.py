import csv
from pathlib import Path

import pytest

from ens_reports.errors import RequestError
from ens_reports.locales import Language
from ens_reports.params import Party
from ens_reports.params.parties import PartiesFile
from ens_reports.params.strict import parse, read

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def parties() -> dict[str, Party]:
    return {party.code: party for party in read(ROOT / "params" / "parties.yaml", PartiesFile).parties()}


def test_the_countries_are_the_members_of_the_code_list(parties: dict[str, Party]) -> None:
    with (ROOT / "data_contracts" / "codelists" / "countries.csv").open(encoding="utf-8") as file:
        members = {row["code"] for row in csv.DictReader(file) if row["member"] == "yes"}
    assert {code for code, party in parties.items() if party.kind == "country"} == members
    assert len(members) == 196


def test_a_country_is_named_by_the_code_list_in_the_readers_language(parties: dict[str, Party]) -> None:
    assert parties["DEU"].name == "Germany"
    assert parties["DEU"].name_in(Language("fr")) == "Allemagne"


def test_a_body_keeps_its_name(parties: dict[str, Party]) -> None:
    assert parties["HELCOM"].name_in(Language("fr")) == "Baltic Marine Environment Protection Commission"


def test_every_party_has_a_post_and_works_in_an_official_language(parties: dict[str, Party]) -> None:
    assert all(party.contact_post and party.languages for party in parties.values())


def test_the_consortium_is_of_international_bodies_alone(parties: dict[str, Party]) -> None:
    assert {code for code, party in parties.items() if party.consortium} == {"CITES", "UNODC", "WCO", "WORLDBANK"}


def test_a_code_in_small_letters_is_refused() -> None:
    with pytest.raises(RequestError) as caught:
        parse({"countries": {"ken": {"languages": ["en"]}}, "bodies": {}}, PartiesFile, source="x")
    assert caught.value.message.startswith("x: countries.ken.[key] must be valid, got 'ken'")
