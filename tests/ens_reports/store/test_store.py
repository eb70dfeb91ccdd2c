import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from ens_reports.errors import PolicyError, RequestError
from ens_reports.store import Counts, Cover, EditionInput, EditionRow, Store, Submission, audit

Make = Callable[..., pd.DataFrame]
Send = Callable[..., int]


def _edition(name: str, **changes: object) -> EditionRow:
    plain: dict[str, object] = {
        "id": name, "product": "cta", "level": "strategic", "recipient": "KEN", "language": "en", "period": "2024-2025", "reference": "R",
        "number": 1, "key": "k", "as_of": 1, "marking": "M", "manifest": "0", "pages": 10, "seconds": 1.5, "built_at": name,
        "inputs": (EditionInput(submission="KEN-1", sha256="KEN-1", rows=2),),
    }  # fmt: skip
    return EditionRow(**{**plain, **changes})  # type: ignore[arg-type]


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


def test_nil_returns_alone_make_a_snapshot_without_records(store: Store, submission: Callable[..., Submission]) -> None:
    store.commit(submission("UGA-1", party="UGA"), pd.DataFrame(), pd.DataFrame())
    assert store.snapshot().records.empty


def test_rejected_rows_wait_in_quarantine(store: Store, submission: Callable[..., Submission]) -> None:
    store.commit(submission("KEN-1"), pd.DataFrame(), pd.DataFrame({"Fecha": ["?"]}, index=[7]))
    assert store.quarantine("KEN-1").to_dict("list") == {"Fecha": ["?"], "source_row": [7]}
    store.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    assert store.quarantine("KEN-1").empty
    assert list((store.folder / "quarantine").iterdir()) == []


def test_a_withdrawn_submissions_file_is_gone_and_its_tombstone_stays(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    send("KEN-2", "b")
    kept = store.submission("KEN-2").records
    tombstone = store.withdraw("KEN-1", reason="sent in error", at=date(2026, 2, 1))
    assert (tombstone.status, tombstone.withdrawn_on, tombstone.withdrawn_reason) == ("withdrawn", date(2026, 2, 1), "sent in error")
    assert [path.stem for path in (store.folder / "records").iterdir()] == [kept]
    assert list(store.snapshot().records["incident_id"]) == ["b"]
    assert [row.id for row in store.submissions()] == ["KEN-1", "KEN-2"]
    assert store.problems() == ()


def test_a_tombstone_keeps_nothing_of_the_cover_sheet(store: Store, submission: Callable[..., Submission], records: Make) -> None:
    store.commit(submission("KEN-1", cover=Cover(contact_post="Desk 4")), records("a"), pd.DataFrame())
    assert store.withdraw("KEN-1", reason="r", at=date(2026, 2, 1)).cover == Cover()


def test_an_older_snapshot_says_that_an_input_was_lawfully_erased(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    send("KEN-2", "b")
    store.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    old = store.snapshot(2)
    assert [row.id for row in old.erased] == ["KEN-1"]
    with pytest.raises(PolicyError) as caught:
        old.check_can_repeat()
    assert caught.value.message == "the records as of 2 must be whole, got 1 of its submissions lawfully erased since"
    store.snapshot(3).check_can_repeat()


def test_what_is_withdrawn_cannot_be_withdrawn_again(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    with pytest.raises(RequestError) as caught:
        store.withdraw("KEN-1", reason="r", at=date(2026, 2, 2))
    assert caught.value.message == "submission must be in force, got KEN-1, withdrawn on 2026-02-01"


def test_an_unknown_submission_is_a_request_error(store: Store) -> None:
    with pytest.raises(RequestError) as caught:
        store.withdraw("KEN-9", reason="r", at=date(2026, 2, 1))
    assert caught.value.message == "submission must be in the ledger, got 'KEN-9'"


def test_a_withdrawn_revision_gives_the_older_one_its_force_back(store: Store, send: Send) -> None:
    send("KEN-1", "a", quantity=1.0)
    send("KEN-2", "a", quantity=2.0)
    assert list(store.snapshot().records["quantity"]) == [2.0]
    store.withdraw("KEN-2", reason="r", at=date(2026, 2, 1))
    assert list(store.snapshot().records["quantity"]) == [1.0]


def test_a_file_sent_again_after_its_withdrawal_gets_a_new_name(store: Store, submission: Callable[..., Submission], records: Make) -> None:
    def name() -> str:
        return store.new_id(party="KEN", contract="wildlife", sha256="ab")

    first = name()
    store.commit(submission(first, sha256="ab"), records("a"), pd.DataFrame())
    assert name() == first
    store.withdraw(first, reason="r", at=date(2026, 2, 1))
    assert name() != first
    assert store.find("ab") == ()
    store.commit(submission(name(), sha256="ab"), records("a"), pd.DataFrame())
    assert [row.status for row in store.find("ab")] == ["accepted"]


def test_days_resolve_through_numbers(store: Store, submission: Callable[..., Submission], records: Make) -> None:
    for number, day in enumerate((date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 1)), start=1):
        store.commit(submission(f"KEN-{number}", received_on=day), records(str(number)), pd.DataFrame())
    found = [store.snapshot(as_of) for as_of in (date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 1), 1, None)]
    assert [(shot.seq, shot.day) for shot in found] == [
        (2, date(2026, 1, 1)),
        (2, date(2026, 1, 1)),
        (3, date(2026, 3, 1)),
        (1, date(2026, 1, 1)),
        (3, date(2026, 3, 1)),
    ]


@pytest.mark.parametrize(("as_of", "words"), [(date(2020, 1, 1), "as of 2020-01-01"), (9, "as of 9")])
def test_a_time_before_anything_came_is_a_request_error(store: Store, send: Send, as_of: int | date, words: str) -> None:
    send("KEN-1", "a")
    with pytest.raises(RequestError) as caught:
        store.snapshot(as_of)
    assert caught.value.message == f"the store must hold a submission, got none {words}"


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
    found = store.in_force("KEN").set_index("submission")
    assert sorted(found.index) == ["KEN-1", "KEN-2"]
    assert list(found.columns) == ["record_id", "record_digest"]
    assert store.in_force("UGA").empty


def test_a_record_leads_to_its_submissions(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    send("KEN-2", "b", quantity=9.0)
    records = store.snapshot().records.set_index("incident_id")["record_id"]
    assert store.submissions_of_record(records["a"]) == ("KEN-1",)
    assert store.submissions_of_record(records["b"]) == ("KEN-1", "KEN-2")
    assert store.submissions_of_record("none") == ()


def test_editions_are_found_by_what_they_are_and_by_what_they_used(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.register(_edition("e1"))
    store.register(_edition("e2", language="fr", inputs=()))
    assert store.editions() == (_edition("e1"), _edition("e2", language="fr", inputs=()))
    assert [edition.id for edition in store.editions(language="fr")] == ["e2"]
    assert [edition.id for edition in store.editions_using("KEN-1")] == ["e1"]


def test_an_edition_built_again_has_one_row(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.register(_edition("e1"))
    store.register(_edition("e1", pages=11))
    assert store.editions() == (_edition("e1", pages=11),)


def test_an_edition_cannot_use_what_never_arrived(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY constraint failed"):
        store.register(_edition("e1"))


def test_each_act_is_in_the_log_with_its_actor(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.register(_edition("e1"))
    store.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    with store._engine.connect() as connection:
        rows = connection.execute(text("select at, actor, action, subject from audit order by id")).all()
    assert [tuple(row) for row in rows] == [
        ("2026-01-20T08:00:00+00:00", "tester", "submission.accepted", "KEN-1"),
        ("2026-01-20T08:00:00+00:00", "tester", "edition.built", "e1"),
        ("2026-01-20T08:00:00+00:00", "tester", "submission.withdrawn", "KEN-1"),
    ]


def test_readers_do_not_wait_for_a_writer(store: Store, send: Send, tmp_path: Path) -> None:
    send("KEN-1", "a")
    with store._writing(), store._engine.begin() as connection:
        connection.execute(text("update submissions set mapping = 'x'"))
        assert [row.mapping for row in Store(tmp_path).submissions()] == [""]


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


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sets(st.sampled_from("abcd"), min_size=1), st.integers(1, 5)), min_size=1, max_size=5))
def test_a_snapshot_gives_the_same_records_again(
    tmp_path_factory: pytest.TempPathFactory, records: Make, submission: Callable[..., Submission], sent: list[tuple[set[str], int]]
) -> None:
    """Whatever arrives later, the records as of a number stay the same; and they are those of a plain dictionary."""
    store = Store(tmp_path_factory.mktemp("w"))
    expected: dict[str, float] = {}
    history = []
    for number, (incidents, quantity) in enumerate(sent, start=1):
        frame = records(*sorted(incidents), quantity=float(quantity))
        seq = store.commit(submission(f"KEN-{number}"), frame, frame.iloc[:0])
        expected |= dict.fromkeys(sorted(incidents), float(quantity))
        history.append((seq, dict(expected), store.snapshot(seq).records))
    for seq, then, frame in history:
        again = store.snapshot(seq).records
        pd.testing.assert_frame_equal(again, frame)
        assert dict(zip(again["incident_id"], again["quantity"], strict=True)) == then
