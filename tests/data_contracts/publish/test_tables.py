import pytest

from data_contracts import codelists
from data_contracts.publish import tables
from data_contracts.registry import CONTRACTS, contract

AREAS = ("wildlife", "fisheries", "forestry", "pollution", "mining")


def test_places_are_on_the_globe_in_countries_of_the_list() -> None:
    for row in tables.table("places"):
        assert row["country"] in codelists.codes("countries")
        assert row["location_type"] in codelists.codes("location_type")
        assert abs(float(row["latitude"])) < 90
        assert abs(float(row["longitude"])) < 180


def test_goods_are_words_of_the_contracts() -> None:
    for row in tables.table("goods"):
        fields = contract(row["area"]).fields
        assert row["commodity"] in fields["commodity"].allowed
        assert row["unit"] in fields["unit"].allowed
        for pair in row["details"].split("|"):
            name, word = pair.split("=", 1)
            assert not fields[name].allowed or set(word.split(";")) <= set(fields[name].allowed), pair


def test_routes_are_of_known_goods_and_countries() -> None:
    goods = {row["commodity"] for row in tables.table("goods")}
    fields = contract("incidents").fields
    for row in tables.table("routes"):
        assert row["commodity"] in goods
        assert set(row["chain"].split(">")) <= set(codelists.codes("countries"))
        assert row["transport_mode"] in fields["transport_mode"].allowed
        assert row["concealment"] in fields["concealment"].allowed


@pytest.mark.parametrize("name", ["manners", "novelties"])
def test_words_are_of_the_contracts(name: str) -> None:
    fields = contract("incidents").fields | {"local_stage": contract("incidents").fields["supply_chain_stage"]}
    for row in tables.table(name):
        pairs = [(row["field"], row["word"])] if name == "manners" else [(key, row[key]) for key in row if key != "area"]
        for field, word in pairs:
            assert set(word.split(";")) <= set(fields[field].allowed), row


def test_gaps_are_columns_and_shares() -> None:
    columns = {column for found in CONTRACTS.values() for column in found.fields}
    assert all(row["field"] in columns and 0 < float(row["share"]) < 1 for row in tables.table("gaps"))


def test_new_method_is_used_by_no_route_before_it_is_new() -> None:
    """A route that used it all along would make it old."""
    used = {(row["commodity"], row["transport_mode"], row["concealment"]) for row in tables.table("routes")}
    assert [row for row in tables.table("novelties") if (row["commodity"], row["transport_mode"], row["concealment"]) in used] == []


@pytest.mark.parametrize("area", AREAS)
def test_every_country_has_goods_and_places(area: str) -> None:
    for country in ("CMR", "FJI", "VAT", "JOR"):
        assert tables.goods(area, country)
        assert tables.places(area, country)


def test_country_on_no_route_becomes_the_start_of_one() -> None:
    assert all(route.chain[0] == "FJI" for route in tables.routes("gold", "FJI"))
    assert all("PER" in route.chain for route in tables.routes("gold", "PER"))
