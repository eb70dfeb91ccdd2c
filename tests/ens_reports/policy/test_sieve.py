from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from ens_reports.params import Party, ReleasePolicy
from ens_reports.policy.rules import reader
from ens_reports.policy.sieve import sift
from ens_reports.store import Store

Make = Callable[..., pd.DataFrame]


@pytest.fixture
def sifted(store: Store, party: Callable[[str], Party], policy: ReleasePolicy) -> Callable[..., pd.DataFrame]:
    def sift_for(code: str, **changes: object) -> pd.DataFrame:
        shot, rules = store.snapshot(), policy.model_copy(update=changes)
        who = reader(party(code), level="strategic", day=date(2026, 1, 20), policy=rules)
        found = sift(shot.records, {row.id: row for row in shot.submissions}, reader=who, policy=rules)
        return shot.records[["incident_id"]].join(found).set_index("incident_id").sort_index()

    return sift_for


def test_each_record_is_judged_by_its_own_handling(
    store: Store, records: Make, deliver: Callable[..., str], sifted: Callable[[str], pd.DataFrame]
) -> None:
    days = ["2025-01-01"] * 4
    barred = [None, "UGA", None, "TZA"]
    deliver(store, "KEN", records("KEN", *days, barred_recipients=barred, confidentiality=[None, None, "restricted", None]))
    found = sifted("UGA")
    assert list(found["rule"]) == ["", "barred", "", ""]
    assert list(found["marked"]) == ["official", "official", "restricted", "official"]
    assert list(sifted("KEN")["rule"]) == ["", "", "", ""]


def test_the_cover_sheet_of_its_own_submission_counts(
    store: Store, records: Make, deliver: Callable[..., str], sifted: Callable[[str], pd.DataFrame]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"), barred_recipients=("UGA",))
    deliver(store, "TZA", records("TZA", "2025-01-01"))
    assert list(sifted("UGA")["rule"]) == ["barred", ""]


def test_a_country_may_be_named_to_whom_its_owner_named_or_when_it_opened_the_record(
    store: Store, records: Make, deliver: Callable[..., str], sifted: Callable[[str], pd.DataFrame]
) -> None:
    said = {"allowed_recipients": [None, "UGA", "UGA;TZA", None], "consortium": [None, None, None, "yes"]}
    deliver(store, "KEN", records("KEN", *["2025-01-01"] * 4, **said))
    assert list(sifted("UGA")["may_name"]) == [False, True, True, True]
    assert list(sifted("KEN")["may_name"]) == [True, True, True, True]


def test_a_record_without_a_class_is_a_police_record(
    store: Store, records: Make, deliver: Callable[..., str], sifted: Callable[..., pd.DataFrame], policy: ReleasePolicy
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01", "2025-01-02", record_class=[None, "partner"]))
    all_others_open = dict.fromkeys(policy.consortium_default, True) | {"police": False}
    assert list(sifted("CITES", consortium_default=all_others_open)["rule"]) == ["consortium", ""]


def test_columns_that_a_store_does_not_hold_are_blank(policy: ReleasePolicy, party: Callable[[str], Party]) -> None:
    who = reader(party("UGA"), level="strategic", day=date(2026, 1, 20), policy=policy)
    empty = pd.DataFrame(columns=pd.Index(["record_id", "owner", "submission"], dtype="str"))
    found = sift(empty, {}, reader=who, policy=policy)
    assert {name: str(kind) for name, kind in found.dtypes.items()} == {"rule": "str", "marked": "str", "may_name": "bool"}
