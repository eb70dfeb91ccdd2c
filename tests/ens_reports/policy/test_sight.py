from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from ens_reports.params import Product, Project
from ens_reports.policy.sight import Sight, arrived, look
from ens_reports.store import Store

Make = Callable[..., pd.DataFrame]


@pytest.fixture
def sight(store: Store, project: Project, product: Product, records: Make, deliver: Callable[..., str]) -> Callable[..., Sight]:
    routes = {
        "origin_country": ["KEN", None, None, "XXX", "KEN"],
        "transit_countries": [None, "ARE;KEN", None, "SKEN", None],
        "destination_country": [None, None, "KEN", None, None],
        "barred_recipients": [None, None, None, None, "KEN"],
    }
    deliver(store, "UGA", records("UGA", *["2025-01-01"] * 5, **routes))
    deliver(store, "EIA", records("KEN", "2025-01-01", record_class="partner"))
    deliver(store, "KEN", records("UGA", "2025-01-01"))

    def look_as(code: str, **changes: object) -> Sight:
        return look(store.snapshot(), project, product=product.model_copy(update=changes), recipient=code)

    return look_as


def _ids(frame: pd.DataFrame) -> list[str]:
    return sorted(frame["owner"] + " " + frame["incident_id"])


def test_relevant_is_what_a_country_owns_and_what_is_about_it(sight: Callable[..., Sight]) -> None:
    """A code inside a longer word is not the country."""
    assert _ids(sight("KEN").relevant(2021, 2025)) == ["EIA KEN-1", "KEN UGA-1", "UGA UGA-1", "UGA UGA-2", "UGA UGA-3"]


def test_a_product_that_compares_a_region_sees_its_countries_records(sight: Callable[..., Sight]) -> None:
    seen = _ids(sight("KEN", reads=("region",)).visible(2021, 2025))
    assert seen == ["EIA KEN-1", "KEN UGA-1", "UGA UGA-1", "UGA UGA-2", "UGA UGA-3", "UGA UGA-4"]
    assert _ids(sight("KEN").visible(2021, 2025)) == _ids(sight("KEN").relevant(2021, 2025))
    assert _ids(sight("FRA", reads=("region",)).visible(2021, 2025)) == []


def test_a_product_can_rest_on_all_that_is_visible(sight: Callable[..., Sight]) -> None:
    found = sight("KEN", scope="visible")
    assert _ids(found.relevant(2021, 2025)) == _ids(found.visible(2021, 2025))


def test_only_what_the_product_would_rest_on_counts_as_closed(sight: Callable[..., Sight]) -> None:
    assert sight("KEN").withheld(2021, 2025) == {"barred": 1}
    assert sight("TZA").withheld(2021, 2025) == {}
    assert sight("KEN").withheld(2021, 2024) == {}


def test_a_body_is_on_no_route(store: Store, records: Make, deliver: Callable[..., str], sight: Callable[..., Sight]) -> None:
    """What is open to it is not about it, whatever word stands where a country should."""
    deliver(store, "UGA", records("UGA", "2025-01-01", incident_id=["open"], origin_country="EIA", allowed_recipients="EIA"))
    assert _ids(sight("EIA").relevant(2021, 2025)) == ["EIA KEN-1"]
    assert _ids(sight("EIA", scope="visible").visible(2021, 2025)) == ["EIA KEN-1", "UGA open"]


@pytest.mark.parametrize(("since", "days"), [(date(2026, 1, 20), ["2025-01-01"]), (date(2026, 1, 21), [])])
@pytest.mark.usefixtures("sight")
def test_only_own_open_records_that_came_in_since_a_day_are_told(
    store: Store, project: Project, product: Product, records: Make, deliver: Callable[..., str], since: date, days: list[str]
) -> None:
    deliver(store, "KEN", records("KEN", "2024-01-01", retain_until="2026-01-19"))
    found = arrived(store.snapshot(), project, product=product, recipient="KEN", since=since)
    assert list(found.astype("str")) == days


def test_a_store_that_holds_a_nil_return_alone_can_be_looked_at(
    store: Store, project: Project, product: Product, records: Make, deliver: Callable[..., str]
) -> None:
    """The first that a country sends may be that there was nothing."""
    deliver(store, "KEN", records("KEN"), nil_return=("wildlife",))
    found = look(store.snapshot(), project, product=product, recipient="KEN")
    assert (len(found.relevant(2020, 2026)), found.withheld(2020, 2026), len(found.visible(2020, 2026))) == (0, {}, 0)
    assert arrived(store.snapshot(), project, product=product, recipient="KEN", since=date(2020, 1, 1)).empty
