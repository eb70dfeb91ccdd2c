from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from data_contracts.publish.synth import synth
from ens_reports.params import Product, Project
from ens_reports.policy.basis import Bases
from ens_reports.store import Consent, Store

Make = Callable[..., pd.DataFrame]
Deliver = Callable[..., str]
Basis = Callable[..., str]


@pytest.fixture
def basis(store: Store, project: Project, product: Product) -> Basis:
    """The digest for a reader of what the store now holds."""

    def of(code: str, **changes: object) -> str:
        return Bases(store.snapshot(), project).of(product.model_copy(update=changes), code)

    return of


@pytest.fixture
def kenya(store: Store, records: Make, deliver: Deliver) -> str:
    return deliver(store, "KEN", records("KEN", "2025-01-01"))


@pytest.mark.usefixtures("kenya")
def test_what_others_send_that_is_about_others_changes_nothing(store: Store, records: Make, deliver: Deliver, basis: Basis) -> None:
    before = basis("KEN"), basis("FRA")
    deliver(store, "UGA", records("UGA", "2025-02-01", destination_country="VNM"))
    assert (basis("KEN"), basis("FRA")) == before


@pytest.mark.usefixtures("kenya")
@pytest.mark.parametrize(
    ("owner", "said"),
    [
        ("KEN", {}),
        ("UGA", {"destination_country": "KEN"}),
        ("UGA", {"transit_countries": "FRA;KEN"}),
        ("UGA", {"reporting_country": "KEN"}),
    ],
)
def test_own_records_and_those_about_a_country_change_its_own(
    store: Store, records: Make, deliver: Deliver, basis: Basis, owner: str, said: dict[str, str]
) -> None:
    before = basis("KEN")
    deliver(store, owner, records("UGA", "2025-02-01", **said))
    assert basis("KEN") != before


@pytest.mark.usefixtures("kenya")
def test_a_submission_without_records_is_one_all_the_same(store: Store, records: Make, deliver: Deliver, basis: Basis) -> None:
    before = basis("KEN")
    deliver(store, "KEN", records("KEN"), nil_return=("wildlife",))
    assert basis("KEN") != before


@pytest.mark.usefixtures("kenya")
def test_a_product_that_compares_a_region_rests_on_its_countries(store: Store, records: Make, deliver: Deliver, basis: Basis) -> None:
    before = basis("KEN", reads=("region",)), basis("FRA", reads=("region",))
    deliver(store, "UGA", records("UGA", "2025-02-01"))
    assert basis("KEN", reads=("region",)) != before[0]
    assert basis("FRA", reads=("region",)) == before[1]


@pytest.mark.usefixtures("kenya")
def test_a_product_that_tells_of_all_that_is_open_rests_on_all(store: Store, records: Make, deliver: Deliver, basis: Basis) -> None:
    before = basis("FRA", scope="visible")
    deliver(store, "UGA", records("UGA", "2025-02-01"))
    assert basis("FRA", scope="visible") != before


@pytest.mark.usefixtures("kenya")
def test_a_consent_changes_that_of_whom_it_names(store: Store, basis: Basis) -> None:
    before = basis("UGA"), basis("FRA")
    given = Consent(owner="KEN", target="all", recipients=("UGA",), given_by="the bureau", given_on=date(2026, 1, 21))
    store.consents.add(given, at=date(2026, 1, 21))
    assert basis("UGA") != before[0]
    assert basis("FRA") == before[1]


def test_a_day_changes_only_what_it_closes(store: Store, records: Make, deliver: Deliver, basis: Basis) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01", retain_until="2026-03-01"))
    deliver(store, "UGA", records("UGA", "2025-01-01"))
    before = basis("KEN"), basis("UGA")
    deliver(store, "FRA", records("FRA", "2025-01-01"), on=date(2026, 2, 28))
    assert (basis("KEN"), basis("UGA")) == before
    deliver(store, "FRA", records("FRA", "2025-01-02"), on=date(2026, 3, 2))
    assert basis("KEN") != before[0]
    assert basis("UGA") == before[1]


@pytest.mark.usefixtures("kenya")
@pytest.mark.parametrize("on", [date(2027, 1, 2), date(2027, 1, 21)])
def test_another_year_and_records_that_are_no_longer_recent_can_move_a_period(
    store: Store, records: Make, deliver: Deliver, basis: Basis, on: date
) -> None:
    before = basis("KEN")
    deliver(store, "FRA", records("FRA", "2025-01-01"), on=on)
    assert basis("KEN") != before


@pytest.mark.usefixtures("kenya")
def test_own_returns_count_where_a_product_reads_them(store: Store, deliver: Deliver, basis: Basis) -> None:
    before = basis("KEN"), basis("KEN", reads=("capacity",))
    deliver(store, "KEN", synth("capacity", country="KEN", rows=1, seed=1, years=range(2025, 2026)), contract="capacity")
    assert basis("KEN") == before[0]
    assert basis("KEN", reads=("capacity",)) != before[1]


@pytest.mark.usefixtures("kenya")
def test_levels_parameters_and_readers_differ(basis: Basis) -> None:
    assert len({basis("KEN"), basis("FRA"), basis("UGA"), basis("KEN", name="another")}) == 4
