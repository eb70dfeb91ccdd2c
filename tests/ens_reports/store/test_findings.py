from collections.abc import Callable
from datetime import date

import pytest

from ens_reports.errors import RequestError
from ens_reports.store import KeptFinding, Store, Submission

OWN = KeptFinding(check="date_unreadable", field="incident_date", header="Fecha", column=2, count=3, places=((4, 5), (9, 9)))
SHARED = KeptFinding(check="same_incident", audience="analyst", about=("UGA-1", "r1"))


def test_findings_come_back_in_their_order(store: Store, records: Callable, submission: Callable[..., Submission]) -> None:
    store.commit(submission("KEN-1"), records("a"), records("a").iloc[:0], found=(OWN, SHARED))
    assert store.told.findings("KEN-1") == (OWN, SHARED)
    assert OWN.cause == ("date_unreadable", "incident_date", "Fecha")


def test_findings_that_come_later_stand_last(store: Store, send: Callable[..., int]) -> None:
    send("KEN-1", "a")
    store.told.keep("KEN-1", [OWN])
    store.told.keep("KEN-1", [SHARED])
    assert store.told.findings("KEN-1") == (OWN, SHARED)


def test_what_was_withdrawn_leaves_no_finding_of_itself_or_about_it(store: Store, send: Callable[..., int]) -> None:
    for name in ("KEN-1", "UGA-1"):
        send(name, name)
        store.told.keep(name, [OWN])
    store.told.keep("KEN-1", [SHARED])
    store.deletions.withdraw("UGA-1", reason="r", at=date(2026, 2, 1))
    assert store.told.findings("UGA-1") == ()
    assert store.told.findings("KEN-1") == (OWN,)
    with pytest.raises(RequestError) as caught:
        store.told.keep("UGA-1", [OWN])
    assert caught.value.message == "submission must be in force, got UGA-1, withdrawn on 2026-02-01"


def test_what_is_for_analysts_is_found_by_submission(store: Store, send: Callable[..., int]) -> None:
    send("KEN-1", "a")
    closed = KeptFinding(check="quantity_contradicts", audience="analyst", about=("UGA-1",))
    store.told.keep("KEN-1", [KeptFinding(check="date_missing"), closed])
    assert store.told.findings_for_analysts() == {"KEN-1": (closed,)}
