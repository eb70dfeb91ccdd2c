from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from ens_reports.params import Period, Product, Project
from ens_reports.policy import frames
from ens_reports.policy.columns import types
from ens_reports.policy.names import Pseudonyms
from ens_reports.policy.sight import Sight, look
from ens_reports.store import Store

KENYAS = Pseudonyms(key=b"0" * 32, recipient="KEN")
PERIOD = Period(first_year=2024, last_year=2025, history_from=2021)
DETAILS = {"narrative": "N", "offender_nationalities": "TZA", "detecting_agency": "Customs", "permit_no": "P-1", "concealment": "hidden"}


@pytest.fixture
def sight(store: Store, project: Project, product: Product, records: Callable[..., pd.DataFrame], deliver: Callable[..., str]) -> Sight:
    deliver(
        store,
        "KEN",
        records("KEN", "2025-01-01", "2022-01-01", **DETAILS),
        agencies_covered=("Police", "Customs"),
        completeness="sample",
        nil_return=("mining",),
    )
    deliver(store, "UGA", records("UGA", *["2025-01-01"] * 3, **DETAILS, origin_country=["KEN", "KEN", None]), agencies_covered=("UWA",))
    return look(store.snapshot(), project, product=product, recipient="KEN")


@pytest.fixture
def found(sight: Sight, project: Project) -> pd.DataFrame:
    return frames.incidents(sight.relevant(2021, 2025), rule=project.policy.levels["strategic"], period=PERIOD, pseudonyms=KENYAS)


def test_fields_that_a_level_never_has_are_gone_for_owners_too(found: pd.DataFrame) -> None:
    assert {"narrative", "offender_nationalities"}.isdisjoint(found.columns)


def test_others_records_lack_what_tells_whose_they_are_and_own_are_whole(found: pd.DataFrame) -> None:
    mine, theirs = found[found["own"]], found[~found["own"]]
    assert list(mine["detecting_agency"]) == ["Customs", "Customs"]
    assert theirs["detecting_agency"].isna().all()
    assert theirs["permit_no"].isna().all()
    assert list(theirs["concealment"]) == ["hidden", "hidden"]
    assert set(theirs["owner"]) == {"P1"}
    assert set(mine["owner"]) == {"KEN"}


@pytest.mark.parametrize("name", ["owner", "incident_id", "record_id"])
def test_nothing_that_leads_to_an_owner_is_left_in_others_records(sight: Sight, found: pd.DataFrame, name: str) -> None:
    assert set(found.loc[~found["own"], name]).isdisjoint(sight.relevant(2021, 2025)[name])


def test_types_stay_whatever_is_blank(found: pd.DataFrame) -> None:
    assert str(found["detecting_agency"].dtype) == "str"
    assert str(found["own"].dtype) == "bool"


def test_older_years_are_history(found: pd.DataFrame) -> None:
    assert list(found[found["own"]].sort_values("date_from")["in_period"]) == [False, True]


def test_the_order_is_that_of_digests_and_nothing_is_left_of_the_old_one(found: pd.DataFrame, project: Project) -> None:
    """With all columns of the level, whether or not a record fills them."""
    rule = project.policy.levels["strategic"]
    ordered = frames.ordered(found, rule)
    assert ordered["record_id"].to_dict() == dict(enumerate(sorted(found["record_id"])))
    assert {name: str(kind) for name, kind in ordered.dtypes.items()} == {n: k for n, k in types().items() if n not in rule.never}


def test_others_records_carry_a_reference_made_of_what_is_seen_and_own_the_name_of_their_submission(
    sight: Sight, found: pd.DataFrame
) -> None:
    came_with = sight.relevant(2021, 2025)["submission"]
    named = frames.with_references(found, came_with, pseudonyms=KENYAS)
    table = frames.submissions(sight.submissions, recipient="KEN")
    assert set(named.loc[named["own"], "submission"]) == set(table["reference"])
    seen = sorted(found.loc[~found["own"], "record_id"])
    assert set(named.loc[~named["own"], "submission"]) == {KENYAS.of(seen)[:12]}
    assert set(came_with[~found["own"]]).isdisjoint(named["submission"])


def test_own_submissions_are_told_in_full_and_others_not_at_all(sight: Sight) -> None:
    table = frames.submissions(sight.submissions, recipient="KEN")
    assert table.to_dict("records") == [
        {
            "own": True,
            "owner": "KEN",
            "contract": "wildlife",
            "reference": "KEN-wildlife-0000000000",
            "received_on": pd.Timestamp("2026-01-20"),
            "period_from": pd.Timestamp("2024-01-01"),
            "period_to": pd.Timestamp("2025-12-31"),
            "agencies_covered": "Police;Customs",
            "completeness": "sample",
            "nil_return": "mining",
            "rows_accepted": 2,
        }
    ]


def test_what_a_cover_sheet_does_not_say_is_missing_and_types_stay(
    store: Store, project: Project, product: Product, records: Callable[..., pd.DataFrame], deliver: Callable[..., str]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"), period_from=None, period_to=None)
    found = look(store.snapshot(), project, product=product, recipient="KEN")
    table = frames.submissions(found.submissions, recipient="KEN")
    silent = ["period_from", "period_to", "agencies_covered", "completeness", "nil_return"]
    assert list(table.columns[table.isna().all()]) == silent
    assert {name: str(kind) for name, kind in table.dtypes.items()} == frames.SUBMISSIONS


def test_when_submissions_came_is_told_for_measures_under_the_codes_of_their_owners(sight: Sight) -> None:
    table = frames.sent(list(sight.submissions.values()))
    when = {"received_on": pd.Timestamp("2026-01-20"), "period_to": pd.Timestamp("2025-12-31")}
    assert table.to_dict("records") == [{"owner": "KEN", **when}, {"owner": "UGA", **when}]
    assert {name: str(kind) for name, kind in frames.sent([]).dtypes.items()} == {
        "owner": "str", "received_on": "datetime64[us]", "period_to": "datetime64[us]",
    }  # fmt: skip


def test_a_nil_return_of_ones_own_is_a_row_and_one_of_others_is_not(
    store: Store, project: Project, product: Product, records: Callable[..., pd.DataFrame], deliver: Callable[..., str]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"), nil_return=("mining",))
    deliver(store, "KEN", records("KEN"), on=date(2026, 2, 1), nil_return=("pollution",))
    deliver(store, "TZA", records("TZA"), nil_return=("pollution",))
    again = look(store.snapshot(), project, product=product, recipient="KEN")
    table = frames.submissions(again.submissions, recipient="KEN")
    assert list(table["nil_return"]) == ["mining", "pollution"]
