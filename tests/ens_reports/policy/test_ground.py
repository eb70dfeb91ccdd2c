from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from ens_reports.params import ReleasePolicy
from ens_reports.policy.ground import Ground, ground
from ens_reports.policy.sheets import columns
from ens_reports.store import Store

Make = Callable[..., pd.DataFrame]


@pytest.fixture
def here(store: Store, records: Make, deliver: Callable[..., str], policy: ReleasePolicy) -> Ground:
    routes = {
        "origin_country": ["FRA", None, "UGA"],
        "transit_countries": [None, "ARE;KEN", "SKEN"],
        "destination_country": ["KEN", None, None],
        "place_name": ["the\u202edepot", "a port", None],
    }
    deliver(store, "UGA", records("UGA", *["2025-01-01"] * 3, **routes))
    deliver(store, "KEN", records("TZA", "2024-01-01"))
    return ground(store.snapshot(), policy)


def names(here: Ground, places: object) -> set[str]:
    found = here.sheets.take(np.asarray(places))
    return set(found["owner"] + " " + found["incident_id"])


def test_records_have_the_columns_and_types_of_a_view(here: Ground) -> None:
    found = here.sheets.take(np.arange(4))
    assert {name: columns()[name] for name in found} == {name: str(kind) for name, kind in found.dtypes.items()}
    assert set(found["place_name"].dropna()) == {"the[U+202E]depot", "a port"}


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
    said = [here.handled.kinds[kind]["owner"] for kind in here.handled.kind]
    assert said == list(here.sheets.take(np.arange(4))["owner"])
    assert len(here.handled.kinds) == 2
    assert len(here.handled.cases) == 1


def test_records_are_sorted_out_once(store: Store, here: Ground, policy: ReleasePolicy) -> None:
    snapshot = store.snapshot()
    assert ground(snapshot, policy) is ground(snapshot, policy) is not here
    assert ground(snapshot, policy.model_copy(update={"retention_years": 1})) is not ground(snapshot, policy)


def test_a_store_without_records_has_the_same_columns(
    store: Store, records: Make, deliver: Callable[..., str], policy: ReleasePolicy
) -> None:
    deliver(store, "KEN", records("KEN"), nil_return=("wildlife",))
    empty = ground(store.snapshot(), policy)
    found = empty.sheets.take(np.array([], dtype=np.int64))
    assert (list(found), len(found), len(empty.sheets), empty.owned, empty.about) == (list(columns()), 0, 0, {}, {})
