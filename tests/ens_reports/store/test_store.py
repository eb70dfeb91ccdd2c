import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from ens_reports.errors import RequestError, ToolError
from ens_reports.store import Arrival, Counts, Cover, Store, Submission, audit

Make = Callable[..., pd.DataFrame]
Send = Callable[..., int]


def test_a_submission_comes_back_as_it_was_sent(store: Store, submission: Callable[..., Submission], records: Make) -> None:
    cover = Cover(period_from=date(2024, 1, 1), agencies_covered=("Police", "Customs"), nil_return=("mining",), synthetic=True)
    sent = submission("KEN-1", cover=cover, findings={"error": 1}, mapping="kenya")
    frame = records("a", "b")
    assert store.commit(sent, frame, frame.iloc[:0]) == 1
    row = store.submission("KEN-1")
    assert (row.cover, row.findings, row.mapping, row.seq, row.received_on) == (cover, {"error": 1}, "kenya", 1, date(2026, 1, 20))
    found = store.snapshot().records.set_index("incident_id").loc[["a", "b"]].reset_index()
    pd.testing.assert_frame_equal(found[list(frame.columns)], frame.reset_index(drop=True), check_dtype=False)
    assert list(found["owner"]) == ["KEN", "KEN"]
    assert list(found["source_row"]) == [2, 3]


def test_a_failure_midway_leaves_nothing(store: Store, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ArithmeticError

    with monkeypatch.context() as patch:
        patch.setattr(audit, "append", fail)
        with pytest.raises(ArithmeticError):
            send("KEN-1", "a")
    assert store.submissions() == ()
    assert send("KEN-2", "b") == 1
    assert store.problems() == ()


def test_a_name_is_taken_once(send: Send) -> None:
    send("KEN-1", "a")
    with pytest.raises(RequestError) as caught:
        send("KEN-1", "b")
    assert caught.value.message == "submission must be new, got KEN-1 again"


def test_a_nil_return_is_kept_without_records(store: Store, send: Send, submission: Callable[..., Submission]) -> None:
    send("KEN-1", "a")
    nothing = pd.DataFrame()
    counts = Counts(read=0, accepted=0, rejected=0, duplicate=0)
    store.commit(submission("UGA-1", party="UGA", counts=counts, cover=Cover(nil_return=("wildlife",))), nothing, nothing)
    found = store.snapshot()
    assert [(row.id, row.status) for row in found.submissions] == [("KEN-1", "accepted"), ("UGA-1", "nil_return")]
    assert len(found.records) == 1


def test_rejected_rows_wait_in_quarantine(store: Store, submission: Callable[..., Submission]) -> None:
    store.commit(submission("KEN-1"), pd.DataFrame(), pd.DataFrame({"Fecha": ["?"]}, index=[7]))
    assert store.quarantine("KEN-1").to_dict("list") == {"Fecha": ["?"], "source_row": [7]}
    store.deletions.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    assert store.quarantine("KEN-1").empty
    assert list((store.folder / "quarantine").iterdir()) == []


def test_a_withdrawn_submissions_file_is_gone_and_its_tombstone_stays(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    send("KEN-2", "b")
    kept = store.submission("KEN-2").records
    store.deletions.withdraw("KEN-1", reason="sent in error", at=date(2026, 2, 1))
    tombstone = store.submission("KEN-1")
    assert (tombstone.status, tombstone.withdrawn_on, tombstone.withdrawn_reason) == ("withdrawn", date(2026, 2, 1), "sent in error")
    assert [path.stem for path in (store.folder / "records").iterdir()] == [kept]
    assert list(store.snapshot().records["incident_id"]) == ["b"]
    assert [row.id for row in store.submissions()] == ["KEN-1", "KEN-2"]
    assert store.problems() == ()


def test_a_tombstone_keeps_nothing_of_the_cover_sheet(store: Store, submission: Callable[..., Submission], records: Make) -> None:
    store.commit(submission("KEN-1", cover=Cover(contact_post="Desk 4")), records("a"), pd.DataFrame())
    store.deletions.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    assert store.submission("KEN-1").cover == Cover()


def test_what_is_withdrawn_cannot_be_withdrawn_again(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.deletions.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    with pytest.raises(RequestError) as caught:
        store.deletions.withdraw("KEN-1", reason="r", at=date(2026, 2, 2))
    assert caught.value.message == "submission must be in force, got KEN-1, withdrawn on 2026-02-01"


def test_an_unknown_submission_is_a_request_error(store: Store) -> None:
    with pytest.raises(RequestError) as caught:
        store.deletions.withdraw("KEN-9", reason="r", at=date(2026, 2, 1))
    assert caught.value.message == "submission must be in the ledger, got 'KEN-9'"


def test_a_withdrawn_revision_gives_the_older_one_its_force_back(store: Store, send: Send) -> None:
    send("KEN-1", "a", quantity=1.0)
    send("KEN-2", "a", quantity=2.0)
    assert list(store.snapshot().records["quantity"]) == [2.0]
    store.deletions.withdraw("KEN-2", reason="r", at=date(2026, 2, 1))
    assert list(store.snapshot().records["quantity"]) == [1.0]


def test_a_file_sent_again_after_its_withdrawal_gets_a_new_name(store: Store, submission: Callable[..., Submission], records: Make) -> None:
    def name() -> str:
        return store.new_id(party="KEN", contract="wildlife", sha256="ab")

    first = name()
    store.commit(submission(first, sha256="ab"), records("a"), pd.DataFrame())
    assert name() != first  # the same rows under another cover sheet are another submission
    store.deletions.withdraw(first, reason="r", at=date(2026, 2, 1))
    assert name() != first
    assert store.find("ab") == ()
    store.commit(submission(name(), sha256="ab"), records("a"), pd.DataFrame())
    assert [row.status for row in store.find("ab")] == ["accepted"]


def test_an_empty_store_says_what_to_do(store: Store) -> None:
    with pytest.raises(RequestError) as caught:
        store.snapshot()
    assert (caught.value.message, caught.value.hint) == (
        "the store must hold a submission, got none yet",
        "take files in first, with `ens intake`",
    )


def test_what_an_owner_has_in_force_tells_duplicates_and_revisions(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    send("KEN-2", "b", quantity=9.0)
    found = store.records.in_force("KEN").set_index("submission")
    assert sorted(found.index) == ["KEN-1", "KEN-2"]
    assert list(found.columns) == ["record_id", "record_digest"]
    assert store.records.in_force("UGA").empty


def test_a_record_leads_to_its_submissions(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    send("KEN-2", "b", quantity=9.0)
    records = store.snapshot().records.set_index("incident_id")["record_id"]
    assert tuple(store.records.places_of(records["a"])) == ("KEN-1",)
    assert tuple(store.records.places_of(records["b"])) == ("KEN-1", "KEN-2")
    assert tuple(store.records.places_of("none")) == ()


def test_many_writers_lose_nothing(store: Store, submission: Callable[..., Submission], records: Make, tmp_path: Path) -> None:
    def write(number: int) -> None:
        Store(tmp_path).commit(submission(f"KEN-{number}"), records(str(number)), pd.DataFrame())

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [row.seq for row in store.submissions()] == [1, 2, 3, 4, 5, 6]
    assert len(store.snapshot().records) == 6
    assert store.problems() == ()


def test_the_submissions_of_one_file_are_taken_in_together_or_not_at_all(
    store: Store, submission: Callable[..., Submission], records: Make
) -> None:
    def arrival(name: str) -> Arrival:
        return Arrival(submission=submission(name), frame=records(name), quarantine=pd.DataFrame())

    with pytest.raises(RequestError):
        store.commit_all([arrival("KEN-1"), arrival("KEN-2"), arrival("KEN-1")])
    assert store.submissions() == ()
    assert store.commit_all([arrival("KEN-1"), arrival("KEN-2")]) == (1, 2)


def test_who_takes_in_can_store_and_is_named_to_those_who_wait(store: Store, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ens_reports.store.store.INTAKE_WAIT_S", 0.0)
    with store.taking_in():
        send("KEN-1", "a")
        with (
            pytest.raises(ToolError, match=r"^the store must be free for writing within 0 s, got a lock held by tester"),
            store.taking_in(),
        ):
            pass
