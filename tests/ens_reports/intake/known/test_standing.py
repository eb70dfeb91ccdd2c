from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import plain
import pytest

from ens_reports.intake.known.standing import HANDLING, cover_handling, in_force, is_whole
from ens_reports.policy.handling import Stated
from ens_reports.store import Counts, Cover, Store, SubmissionRow

CLOSED = Cover(confidentiality="confidential", period_from=date(2025, 1, 1))


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """One record of Kenya, whose cover sheet says nothing."""
    made = Store(tmp_path_factory.mktemp("store"))
    made.commit(SENT, pd.DataFrame({"incident_id": ["a"], "item_no": [1], "reporting_country": ["KEN"]}, index=[2]), pd.DataFrame())
    return made


SENT = plain.submission("KEN-1", contract_version=2)


@pytest.mark.parametrize(("cover", "same"), [(Cover(), True), (Cover(period_to=date(2025, 12, 31)), True), (CLOSED, False)])
def test_a_record_under_another_handling_says_something_else(store: Store, cover: Cover, same: bool) -> None:  # noqa: FBT001 - a case of the table
    (content,) = in_force(store, "KEN", cover=cover)["record_digest"]
    assert bool(content) is same


def test_without_a_store_and_of_another_party_nothing_is_in_force(store: Store) -> None:
    assert len(in_force(None, "KEN", cover=Cover())) == len(in_force(store, "UGA", cover=CLOSED)) == 0


def test_all_that_a_cover_says_of_who_may_see_the_records_counts() -> None:
    """What a record itself can say of that, a cover can say for it, but for the purpose."""
    assert {*Stated.__dataclass_fields__} == {*HANDLING, "purpose"}
    assert cover_handling(CLOSED) == Cover(confidentiality="confidential")


@pytest.mark.parametrize(
    ("cover", "duplicate", "whole"), [(Cover(), 0, True), (CLOSED, 0, True), (Cover(consortium="no"), 0, False), (CLOSED, 1, False)]
)
def test_a_file_that_says_nothing_new(make: Callable[..., SubmissionRow], cover: Cover, duplicate: int, whole: bool) -> None:  # noqa: FBT001 - as above
    assert is_whole(make(duplicate), cover) is whole


@pytest.fixture
def make(store: Store) -> Callable[[int], SubmissionRow]:
    """Makes a submission with a cover and so many duplicates."""
    return lambda duplicate: replace(
        store.submission("KEN-1"), cover=CLOSED, counts=Counts(read=1 + duplicate, accepted=1, rejected=0, duplicate=duplicate)
    )
