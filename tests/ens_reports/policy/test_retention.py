from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from ens_reports.params import ReleasePolicy
from ens_reports.policy.retention import expired
from ens_reports.store import Counts, Cover, Deletion, Store, Submission

Make = Callable[..., pd.DataFrame]
Deliver = Callable[..., str]
CAME = date(2026, 1, 20)
"""Kept for five years, where nobody says otherwise."""


def found(store: Store, policy: ReleasePolicy, day: date) -> dict[str, tuple[set[int], bool]]:
    """Rows that go by submission, and whether its rejected rows go too."""
    waiting = [row for row in store.submissions() if row.in_force and row.quarantine]
    gone: tuple[Deletion, ...] = expired(store.records.held(["wildlife"]), waiting, policy, day=day)
    return {one.submission.id: (set(one.rows or ()), one.quarantine) for one in gone}


@pytest.mark.parametrize(("day", "gone"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_a_record_is_kept_to_the_end_of_its_last_day(
    store: Store, records: Make, deliver: Deliver, policy: ReleasePolicy, day: date, *, gone: bool
) -> None:
    name = deliver(store, "KEN", records("KEN", "2025-01-01", "2025-01-02", retain_until=["2026-06-30", None]))
    assert found(store, policy, day) == ({name: ({0}, False)} if gone else {})


def test_the_cover_sheet_and_the_time_of_the_rules_count_where_a_record_says_nothing(
    store: Store, records: Make, deliver: Deliver, policy: ReleasePolicy
) -> None:
    plain = deliver(store, "KEN", records("KEN", "2025-01-01"), on=CAME)
    covered = deliver(store, "UGA", records("UGA", "2025-01-01"), on=CAME, retain_until="2026-03-31")
    assert found(store, policy, date(2026, 4, 1)) == {covered: ({0}, False)}
    assert found(store, policy, date(2031, 1, 20)) == {covered: ({0}, False)}
    assert found(store, policy, date(2031, 1, 21)) == {plain: ({0}, False), covered: ({0}, False)}


def test_a_record_goes_with_its_older_revisions_when_the_latest_has_expired(
    store: Store, records: Make, deliver: Deliver, policy: ReleasePolicy
) -> None:
    """An older revision that could be kept for longer must not come back into force."""
    old = deliver(store, "KEN", records("KEN", "2025-01-01", "2025-01-02"))
    new = deliver(store, "KEN", records("KEN", "2025-01-01", retain_until="2026-06-30"))
    assert found(store, policy, date(2026, 7, 1)) == {old: ({0}, False), new: ({0}, False)}


def test_an_older_revision_goes_by_itself_when_it_has_expired(store: Store, records: Make, deliver: Deliver, policy: ReleasePolicy) -> None:
    old = deliver(store, "KEN", records("KEN", "2025-01-01", retain_until="2026-06-30"))
    deliver(store, "KEN", records("KEN", "2025-01-01", retain_until="2027-06-30"))
    assert found(store, policy, date(2026, 7, 1)) == {old: ({0}, False)}


def _with_a_rejected_row(store: Store, name: str, frame: pd.DataFrame, cover: Cover) -> None:
    sent = Submission(
        id=name, party="KEN", contract="wildlife", contract_version=2, file_name="a.csv", sha256=name, received_on=CAME, cover=cover,
        counts=Counts(read=1, accepted=len(frame), rejected=1, duplicate=0),
    )  # fmt: skip
    store.commit(sent, frame, pd.DataFrame({"Fecha": ["?"]}, index=[7]))


def test_rejected_rows_go_with_the_first_row_of_their_file(store: Store, records: Make, policy: ReleasePolicy) -> None:
    frame = records("KEN", "2025-01-01", "2025-01-02", retain_until=["2026-06-30", None])
    _with_a_rejected_row(store, "KEN-1", frame, Cover())
    assert found(store, policy, date(2026, 7, 1)) == {"KEN-1": ({0}, True)}


def test_rejected_rows_go_when_their_own_time_is_over(store: Store, policy: ReleasePolicy) -> None:
    _with_a_rejected_row(store, "KEN-1", pd.DataFrame(), Cover(retain_until=date(2026, 3, 31)))
    _with_a_rejected_row(store, "KEN-2", pd.DataFrame(), Cover())
    assert found(store, policy, date(2026, 3, 31)) == {}
    assert found(store, policy, date(2026, 4, 1)) == {"KEN-1": (set(), True)}
    assert found(store, policy, date(2031, 1, 21)) == {"KEN-1": (set(), True), "KEN-2": (set(), True)}


def test_an_empty_store_has_nothing_to_delete(store: Store, policy: ReleasePolicy) -> None:
    assert found(store, policy, date(2099, 1, 1)) == {}
