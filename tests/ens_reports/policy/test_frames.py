from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from ens_reports.params import Period, Product, Project
from ens_reports.params.release_policy import LevelRule
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
def rule(project: Project) -> LevelRule:
    return project.policy.levels["strategic"]


@pytest.fixture
def mine(sight: Sight, rule: LevelRule) -> pd.DataFrame:
    records = sight.relevant(2021, 2025)
    return frames.own(records[records["own"]], rule=rule, period=PERIOD)


@pytest.fixture
def theirs(sight: Sight, rule: LevelRule) -> pd.DataFrame:
    records = sight.relevant(2021, 2025)
    return frames.others(records[~records["own"]], rule=rule, period=PERIOD, pseudonyms=KENYAS)


def test_fields_that_a_level_never_has_are_gone_for_owners_too(mine: pd.DataFrame, theirs: pd.DataFrame) -> None:
    assert {"narrative", "offender_nationalities"}.isdisjoint({*mine.columns, *theirs.columns})


def test_others_records_lack_what_tells_whose_they_are_and_own_are_whole(mine: pd.DataFrame, theirs: pd.DataFrame) -> None:
    assert list(mine["detecting_agency"]) == ["Customs", "Customs"]
    assert theirs["detecting_agency"].isna().all()
    assert theirs["permit_no"].isna().all()
    assert list(theirs["concealment"]) == ["hidden", "hidden"]
    assert (set(theirs["owner"]), set(theirs["own"])) == ({"P1"}, {False})
    assert (set(mine["owner"]), set(mine["own"])) == ({"KEN"}, {True})


@pytest.mark.parametrize("name", ["owner", "incident_id", "record_id", "submission"])
def test_nothing_that_leads_to_an_owner_is_left_in_others_records(sight: Sight, theirs: pd.DataFrame, name: str) -> None:
    assert set(theirs[name]).isdisjoint(sight.relevant(2021, 2025)[name])


def test_older_years_are_history(mine: pd.DataFrame) -> None:
    assert list(mine.sort_values("date_from")["in_period"]) == [False, True]


@pytest.mark.parametrize("which", ["mine", "theirs"])
def test_the_order_is_that_of_digests_and_all_columns_of_the_level_are_there(
    which: str, rule: LevelRule, request: pytest.FixtureRequest
) -> None:
    found = request.getfixturevalue(which)
    assert found["record_id"].to_dict() == dict(enumerate(sorted(found["record_id"])))
    assert {name: str(kind) for name, kind in found.dtypes.items()} == {n: k for n, k in types().items() if n not in rule.never}


def test_others_records_carry_a_reference_made_of_what_is_seen_and_own_the_name_of_their_submission(
    sight: Sight, mine: pd.DataFrame, theirs: pd.DataFrame
) -> None:
    table = frames.submissions(sight.submissions, recipient="KEN")
    assert set(mine["submission"]) == set(table["reference"])
    assert set(theirs["submission"]) == {KENYAS.of(sorted(theirs["record_id"]))[:12]}


def test_where_others_tell_nothing_there_is_no_row(sight: Sight, rule: LevelRule) -> None:
    none = frames.others(sight.relevant(2021, 2025).iloc[:0], rule=rule, period=PERIOD, pseudonyms=KENYAS)
    assert (len(none), str(none["submission"].dtype)) == (0, "str")


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
