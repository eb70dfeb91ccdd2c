from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from ens_reports import policy
from ens_reports.errors import PolicyError
from ens_reports.params import Period, Product, Project
from ens_reports.policy import Viewed, Wish
from ens_reports.policy.columns import types_of_returns
from ens_reports.policy.returns import own_returns
from ens_reports.report.view import write_view
from ens_reports.store import Store

Make = Callable[..., pd.DataFrame]
Deliver = Callable[..., str]
PERIOD = Period(first_year=2024, last_year=2025, history_from=2021)
INSIDE = "2025-01-01"


@pytest.fixture
def reads(product: Product) -> Product:
    return product.model_copy(update={"reads": ("capacity",)})


@pytest.fixture
def seen(store: Store, project: Project, reads: Product) -> Callable[..., Viewed]:
    def view_as(code: str, *, as_of: int | None = None, **changes: object) -> Viewed:
        wish = Wish(product=reads.model_copy(update=changes), recipient=code, language="en", period=PERIOD)
        return policy.view(store.snapshot(as_of), project, wish)

    return view_as


def send(deliver: Deliver, store: Store, owner: str, *years: int, on: date = date(2026, 2, 3), **changes: object) -> str:
    """Takes in a country's returns for some years, with some columns set to a value or a list of values."""
    frame = pd.DataFrame(
        {"reporting_country": owner, "return_year": list(years), "staff_women": 77123, "remarks": "Findmenot"} | changes,
        index=range(len(years)),
    ).astype({"return_year": "Int64"})
    return deliver(store, owner, frame, on=on, contract="capacity", synthetic=True)


def test_a_country_sees_its_own_returns_of_the_period_and_its_history_by_year(
    store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    name = send(deliver, store, "KEN", 2026, 2025, 2021, 2020)
    found = seen("KEN")
    assert found.view.capacity["return_year"].tolist() == [2021, 2025]
    assert [(one.submission, one.owner, one.rows) for one in found.inputs if one.submission == name] == [(name, "KEN", 2)]
    assert found.view.facts.synthetic
    assert found.view.facts.cut_off == date(2026, 2, 3)


def test_no_other_country_sees_them_whatever_their_handling_allows(
    store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed], tmp_path: Path
) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    before = seen("KEN")
    send(deliver, store, "UGA", 2025, allowed_recipients="KEN", consortium="yes")
    after = seen("KEN")
    for folder, viewed in (("a", before), ("b", after)):
        write_view(tmp_path / folder, viewed.view)
    content = [[path.read_bytes() for path in sorted((tmp_path / folder).iterdir())] for folder in "ab"]
    assert content[0] == content[1]
    assert (before.inputs, before.withheld) == (after.inputs, after.withheld)


def test_a_return_about_another_country_is_not_shown(store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed]) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    send(deliver, store, "KEN", 2025, reporting_country="UGA")
    assert seen("KEN").view.capacity.empty


def test_a_product_that_does_not_read_them_gets_none(store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed]) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    send(deliver, store, "KEN", 2025)
    found = seen("KEN", reads=())
    assert found.view.capacity.empty
    assert [one.submission for one in found.inputs] == ["KEN-wildlife-0000000000"]
    assert list(found.view.capacity.columns) == list(seen("KEN").view.capacity.columns)


def test_an_expired_return_is_withheld_and_counted_inside(
    store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", INSIDE, "2025-02-01", retain_until=["2026-01-19", None]))
    send(deliver, store, "KEN", 2024, 2025, retain_until=["2026-01-19", "2027-01-01"])
    found = seen("KEN")
    assert found.view.capacity["return_year"].tolist() == [2025]
    assert found.withheld == {"expired": 2}


def test_remarks_and_handling_are_in_no_view_and_the_marking_covers_them(
    store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    send(deliver, store, "KEN", 2025, confidentiality="restricted")
    found = seen("KEN")
    assert found.marking == "INTERPOL RESTRICTED"
    assert not {"remarks", "confidentiality", "owner", "allowed_recipients"} & set(found.view.capacity.columns)
    assert {name: str(kind) for name, kind in found.view.capacity.dtypes.items()} == types_of_returns()


def test_of_several_revisions_the_latest_counts(store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed]) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    send(deliver, store, "KEN", 2025)
    name = send(deliver, store, "KEN", 2025, staff_women=4)
    found = seen("KEN")
    assert found.view.capacity["staff_women"].tolist() == [4]
    assert name in [one.submission for one in found.inputs]


def test_a_past_state_without_a_return_that_was_withdrawn_is_refused(
    store: Store, records: Make, deliver: Deliver, seen: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    store.deletions.withdraw(send(deliver, store, "KEN", 2025), reason="r", at=date(2026, 2, 4))
    assert seen("KEN").view.capacity.empty
    with pytest.raises(PolicyError):
        seen("KEN", as_of=2)


def test_without_any_return_there_are_none(store: Store, records: Make, deliver: Deliver, project: Project, reads: Product) -> None:
    deliver(store, "KEN", records("KEN", INSIDE))
    deliver(store, "KEN", pd.DataFrame({"reporting_country": ["KEN"], "source_id": ["a"]}), contract="osint")
    found = own_returns(store.snapshot(), project, product=reads, recipient="KEN", period=PERIOD)
    assert (len(found.rows), found.submissions, found.withheld) == (0, {}, {})
