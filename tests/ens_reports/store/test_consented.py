from collections.abc import Callable
from datetime import date

import pytest

from ens_reports.errors import RequestError
from ens_reports.store import Consent, Store

Send = Callable[..., int]
DAY = date(2026, 2, 1)


def given(owner: str = "KEN", **changes: object) -> Consent:
    return Consent(**{"owner": owner, "recipients": ("UGA",), "given_by": "Duty desk", "given_on": DAY, **changes})  # type: ignore[arg-type]


def test_a_consent_counts_for_what_is_built_as_of_its_place_in_the_ledger_until_it_is_revoked(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    number = store.consents.add(given(), at=DAY)
    store.consents.revoke(number, at=date(2026, 3, 1))
    assert [[one.seq for one in store.snapshot(seq).consents] for seq in (1, 2, 3)] == [[], [number], []]
    assert [(one.seq, one.ended_on) for one in store.consents.all()] == [(number, date(2026, 3, 1))]


def test_a_consent_counts_only_from_its_first_day(store: Store, send: Send) -> None:
    """The day is that of the newest act in the ledger, for the newest file may be much older."""
    send("KEN-1", "a")
    store.consents.add(given(given_on=date(2026, 4, 1)), at=DAY)
    assert store.snapshot().consents == ()
    number = store.consents.add(given(), at=DAY)
    assert [one.seq for one in store.snapshot().consents] == [number]


@pytest.mark.parametrize("target", ["KEN-1", "record", "all"])
def test_a_consent_is_for_what_its_owner_sent(store: Store, send: Send, target: str) -> None:
    send("KEN-1", "a")
    record = str(store.snapshot().records["record_id"].iloc[0])
    wanted = record if target == "record" else target
    store.consents.add(given(target=wanted), at=DAY)
    if target != "all":
        with pytest.raises(RequestError) as caught:
            store.consents.add(given("UGA", target=wanted), at=DAY)
        assert caught.value.message == f"a consent of UGA must be for all, or for a submission or record that it sent, got {wanted!r}"


def test_a_consent_ends_once(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    number = store.consents.add(given(), at=DAY)
    store.consents.revoke(number, at=DAY)
    with pytest.raises(RequestError, match=r"^a consent must be one that holds, got 2, which ended on 2026-02-01$"):
        store.consents.revoke(number, at=DAY)
    with pytest.raises(RequestError, match=r"^a consent must be one that holds, got 9$"):
        store.consents.revoke(9, at=DAY)


def test_each_consent_is_in_the_log(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    before = store.head().entries
    number = store.consents.add(given(until=date(2026, 2, 28)), at=DAY)
    assert [one.seq for one in store.consents.expire(at=date(2026, 3, 1))] == [number]
    assert store.consents.expire(at=date(2026, 3, 2)) == ()
    assert store.head().entries == before + 2
    assert store.problems() == ()
