from collections.abc import Callable

import pandas as pd
import pytest

from ens_reports.policy.columns import types
from ens_reports.policy.ground import Ground, ground
from ens_reports.store import Store

Make = Callable[..., pd.DataFrame]


@pytest.fixture
def here(store: Store, records: Make, deliver: Callable[..., str]) -> Ground:
    routes = {
        "origin_country": ["FRA", None, "UGA"],
        "transit_countries": [None, "ARE;KEN", "SKEN"],
        "destination_country": ["KEN", None, None],
        "place_name": ["the\u202edepot", "a port", None],
    }
    deliver(store, "UGA", records("UGA", *["2025-01-01"] * 3, **routes))
    deliver(store, "KEN", records("TZA", "2024-01-01"))
    return ground(store.snapshot())


def names(here: Ground, places: object) -> set[str]:
    found = here.records.loc[places]
    return set(found["owner"] + " " + found["incident_id"])


def test_records_have_the_columns_and_types_of_a_view(here: Ground) -> None:
    assert {name: str(kind) for name, kind in here.records.dtypes.items()} == {**types(), "source_row": "int64"}
    assert set(here.records["place_name"].dropna()) == {"the[U+202E]depot", "a port"}


@pytest.mark.parametrize(
    ("country", "about"),
    [
        ("KEN", {"UGA UGA-1", "UGA UGA-2"}),
        ("UGA", {"UGA UGA-1", "UGA UGA-2", "UGA UGA-3"}),
        ("ARE", {"UGA UGA-2"}),
        ("FRA", {"UGA UGA-1"}),
        ("TZA", {"KEN TZA-1"}),
    ],
)
def test_a_record_is_about_each_country_on_its_route_and_where_it_was_reported(here: Ground, country: str, about: set[str]) -> None:
    """Once, however often it is named; a code inside a longer word is not the country."""
    places = here.about[country]
    assert names(here, places) == about
    assert len(places) == len(about)
    assert list(places) == sorted(places)


def test_places_are_those_of_owners_and_about_a_country_in_order_and_once(here: Ground) -> None:
    assert names(here, here.places(owners=["KEN"], country="KEN")) == {"KEN TZA-1", "UGA UGA-1", "UGA UGA-2"}
    assert list(here.places(owners=["UGA", "KEN", "nobody"], country="KEN")) == list(range(4))
    assert list(here.places(owners=[], country="")) == []


def test_each_record_has_its_kind(here: Ground) -> None:
    said = [here.kinds.said[kind]["owner"] for kind in here.kinds.of]
    assert said == list(here.records["owner"])
    assert len(here.kinds.said) == 2


def test_records_are_sorted_out_once(store: Store, here: Ground) -> None:
    snapshot = store.snapshot()
    assert ground(snapshot) is ground(snapshot) is not here


def test_a_store_without_records_has_the_same_columns(store: Store, records: Make, deliver: Callable[..., str]) -> None:
    deliver(store, "KEN", records("KEN"), nil_return=("wildlife",))
    empty = ground(store.snapshot())
    assert (list(empty.records), len(empty.records), empty.owned, empty.about) == ([*types(), "source_row"], 0, {}, {})
