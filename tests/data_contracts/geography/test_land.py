import json
from importlib.resources import files

import numpy as np
import pytest

from data_contracts import codelists
from data_contracts.geography import land


def points(*pairs: tuple[float, float]) -> tuple[land.Degrees, land.Degrees]:
    longitude, latitude = zip(*pairs, strict=True)
    return np.array(longitude, dtype=float), np.array(latitude, dtype=float)


CAPITALS = {
    "KEN": (36.82, -1.29), "FRA": (2.35, 48.86), "ARG": (-58.4, -34.6), "IDN": (106.8, -6.3), "ZAF": (28.19, -25.75), "LSO": (27.5, -29.3),
    "ITA": (12.48, 41.9), "USA": (-77.04, 38.9), "NZL": (174.78, -41.3), "COD": (15.31, -4.42), "RUS": (37.62, 55.75),
    "BRA": (-47.9, -15.8),
}  # fmt: skip


@pytest.mark.parametrize("code", CAPITALS)
def test_capitals_are_on_the_land_of_their_country(code: str) -> None:
    assert land.country_at(*points(CAPITALS[code])).tolist() == [code]


def test_the_sea_is_no_land() -> None:
    assert land.country_at(*points((0.0, 0.0), (-40.0, 30.0))).tolist() == ["", ""]


def test_an_enclave_is_not_of_the_country_around_it() -> None:
    assert not land.is_inside(("ZAF",), *points(CAPITALS["LSO"])).any()


def test_distance_to_the_coast() -> None:
    """Gulf of Gdansk to Finland, as measured in the projection ETRS89-LAEA."""
    assert land.distance_km({"FIN"}, *points((18.6167, 54.5333)))[0] == pytest.approx(643.4, abs=5)


def test_distance_across_the_date_line_is_short() -> None:
    assert land.distance_km({"FJI"}, *points((-179.99, -16.8), (179.99, -16.8))).max() < 100


def test_distances_of_no_positions() -> None:
    assert land.distance_km({"KEN"}, np.array([]), np.array([])).size == 0


def test_territories_and_those_they_belong_to_are_at_home_with_each_other() -> None:
    assert {"FRA", "GUF"} <= land.home("FRA") & land.home("GUF") | {"GUF"}
    assert land.home("KEN") == {"KEN"}
    assert land.has_land("GUF")
    assert not land.has_land("XZZ")


def test_the_map_says_where_it_is_from_and_has_the_countries_of_the_list() -> None:
    content = json.loads(files("data_contracts.geography").joinpath("land.json").read_text(encoding="utf-8"))
    assert content["source"] == "Natural Earth 4.1.0, 1:50m, by world-atlas 2.0.2 (public domain)"
    countries = codelists.load("countries")
    members = set(countries.loc[countries["member"] == "yes", "code"])
    assert members <= set(content["countries"])


@pytest.mark.parametrize("within_km", [land.HALF_TURN_KM, 300.0, 5.0])
def test_few_positions_are_as_far_without_a_tree_as_with_one(within_km: float, monkeypatch: pytest.MonkeyPatch) -> None:
    longitude, latitude = np.linspace(30, 45, land.FEW), np.linspace(-8, 8, land.FEW)
    few = land.distance_km(["KEN", "TZA"], longitude, latitude, within_km=within_km)
    monkeypatch.setattr(land, "FEW", 0)
    assert (few == land.distance_km(["KEN", "TZA"], longitude, latitude, within_km=within_km)).all()
    assert (few < land.HALF_TURN_KM).any()
