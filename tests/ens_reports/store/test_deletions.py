from collections.abc import Callable
from datetime import date

import pandas as pd
import plain
import pytest
from sqlalchemy import text

from ens_reports.errors import DamageError, PolicyError, RequestError
from ens_reports.store import Cover, Deletion, EditionInput, EditionRow, Store, Submission, deletions, rowset

Send = Callable[..., int]
Make = Callable[..., pd.DataFrame]
DAY = date(2026, 2, 1)


def edition(name: str, recipient: str, *rows: int, as_of: int = 1) -> EditionRow:
    used = EditionInput(submission="KEN-1", sha256="KEN-1", rows=len(rows), which=rowset.pack(rows))
    return plain.edition(name, recipient=recipient, as_of=as_of, inputs=(used,))


def expire(store: Store, name: str, *rows: int, quarantine: bool = False) -> None:
    store.deletions.expire([Deletion(submission=store.submission(name), rows=frozenset(rows), quarantine=quarantine)], at=DAY)


def test_rows_that_expire_are_gone_and_the_others_stay_as_they_were(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b", "c", vessel=["x", None, "y"])
    before = store.snapshot().records.set_index("incident_id")
    first = store.submission("KEN-1").records

    expire(store, "KEN-1", 3)

    after = store.snapshot().records.set_index("incident_id")
    pd.testing.assert_frame_equal(after, before.drop(index="b"), check_exact=True)
    assert [path.stem for path in (store.folder / "records").iterdir()] == [store.submission("KEN-1").records] != [first]
    assert (store.submission("KEN-1").status, store.problems()) == ("accepted", ())


@pytest.mark.parametrize("name", ["", "KEN", " "])
def test_only_a_whole_name_withdraws(store: Store, send: Send, name: str) -> None:
    """A blank one, as a script passes whose variable is empty, must delete nothing."""
    send("KEN-1", "a")
    with pytest.raises(RequestError, match="must be in the ledger"):
        store.deletions.withdraw(name, reason="r", at=DAY)
    assert store.submission("KEN-1").in_force
    assert store.editions.using("") == ()


def test_a_deleted_record_leaves_its_digest(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    record = store.snapshot().records.set_index("incident_id").loc["b"]
    expire(store, "KEN-1", 3)
    (stone,) = store.deletions.tombstones(record["record_id"])
    assert (stone.submission, stone.source_row, stone.record_digest, stone.seq) == ("KEN-1", 3, record["record_digest"], 2)
    assert store.deletions.tombstones("unknown") == ()


def test_a_submission_of_which_all_has_expired_is_a_tombstone(store: Store, submission: Callable[..., Submission], records: Make) -> None:
    store.commit(submission("KEN-1", cover=Cover(contact_post="Desk 4")), records("a", "b"), pd.DataFrame({"Fecha": ["?"]}, index=[7]))
    expire(store, "KEN-1", 2)
    assert store.submission("KEN-1").in_force
    expire(store, "KEN-1", 3)
    assert (store.submission("KEN-1").status, store.submission("KEN-1").records) == ("accepted", "")  # its rejected rows still wait
    expire(store, "KEN-1", quarantine=True)
    row = store.submission("KEN-1")
    assert (row.status, row.in_force, row.cover, row.withdrawn_on) == ("expired", False, Cover(), DAY)
    assert list((store.folder / "records").iterdir()) == list((store.folder / "quarantine").iterdir()) == []
    assert store.problems() == ()


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_nothing_that_was_deleted_stays_in_the_ledgers_own_files(
    store: Store, submission: Callable[..., Submission], records: Make
) -> None:
    """Neither in pages that are free again, nor in the file of changes."""
    store.commit(submission("KEN-1", cover=Cover(contact_post="Quetzalcoatlus desk")), records("a"), pd.DataFrame())
    store.deletions.withdraw("KEN-1", reason="r", at=DAY)
    assert [path.name for path in store.folder.glob("ledger.sqlite*") if b"Quetzalcoatlus" in path.read_bytes()] == []
    with store._access.reading() as connection:
        assert connection.exec_driver_sql("pragma secure_delete").scalar_one() == 1


def test_only_editions_that_used_the_rows_are_marked(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    store.editions.register(edition("e1", "UGA", 2, 3))
    store.editions.register(edition("e2", "TZA", 2))
    expire(store, "KEN-1", 3)
    assert [(mark.edition, mark.mark, mark.cause) for mark in store.editions.marks()] == [("e1", "supersede", "expiry")]
    store.deletions.withdraw("KEN-1", reason="r", at=DAY)
    assert [(mark.edition, mark.mark) for mark in store.editions.marks()[1:]] == [("e1", "recall"), ("e2", "recall")]


def test_an_edition_whose_records_were_deleted_while_it_was_built_is_refused(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    expire(store, "KEN-1", 3)
    with pytest.raises(PolicyError) as caught:
        store.editions.register(edition("e1", "UGA", 2, as_of=1))
    assert caught.value.message == "edition e1 must rest on records that are there, got 1 of its submissions erased meanwhile"
    store.editions.register(edition("e1", "UGA", 2, as_of=2))


def test_a_past_state_of_which_rows_have_expired_cannot_be_repeated(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    send("KEN-2", "c")
    expire(store, "KEN-1", 3)
    store.snapshot().check_can_repeat()
    with pytest.raises(PolicyError) as caught:
        store.snapshot(2).check_can_repeat()
    assert caught.value.message == "the records as of 2 must be whole, got 1 of its submissions lawfully erased since: 1 expired in part"


def test_rejected_rows_that_are_gone_keep_no_past_state_from_being_repeated(
    store: Store, submission: Callable[..., Submission], records: Make
) -> None:
    store.commit(submission("KEN-1"), records("a"), pd.DataFrame({"Fecha": ["?"]}, index=[7]))
    expire(store, "KEN-1", quarantine=True)
    assert store.quarantine("KEN-1").empty
    store.snapshot(1).check_can_repeat()
    store.editions.register(edition("e1", "UGA", 2, as_of=1))


def test_what_was_withdrawn_since_it_was_found_is_not_deleted_twice(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    found = Deletion(submission=store.submission("KEN-1"), rows=frozenset({2}))
    store.deletions.withdraw("KEN-1", reason="r", at=DAY)
    assert store.deletions.expire([found], at=DAY) == ()
    assert store.submission("KEN-1").status == "withdrawn"


def test_a_submission_can_be_withdrawn_though_its_file_is_damaged(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    (path,) = (store.folder / "records").iterdir()
    path.unlink()
    store.deletions.withdraw("KEN-1", reason="r", at=DAY)
    assert (store.submission("KEN-1").status, store.problems()) == ("withdrawn", ())


def test_what_expired_cannot_be_withdrawn(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    expire(store, "KEN-1", 2)
    with pytest.raises(RequestError, match=r"^submission must be in force, got KEN-1, expired on 2026-02-01$"):
        store.deletions.withdraw("KEN-1", reason="r", at=DAY)


def test_the_ledger_says_what_may_lie_about_until_it_is_said_to_be_gone(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    assert store.deletions.gone().files == frozenset()
    expire(store, "KEN-1", 3)
    assert store.deletions.unfinished() == ("KEN-1",)
    gone = store.deletions.gone()
    assert (gone.files, gone.feedback) == (frozenset({"KEN-1"}), frozenset({("KEN", "KEN-1")}))
    store.deletions.finish(["KEN-1"])
    assert (store.deletions.unfinished(), store.deletions.gone()) == ((), gone)


def test_a_file_that_was_sent_again_since_may_lie_there(
    store: Store, send: Send, submission: Callable[..., Submission], records: Make
) -> None:
    send("KEN-1", "a")
    store.deletions.withdraw("KEN-1", reason="r", at=DAY)
    store.commit(submission("KEN-2", sha256="KEN-1"), records("a"), pd.DataFrame())
    gone = store.deletions.gone()
    assert (gone.files, gone.feedback) == (frozenset(), frozenset({("KEN", "KEN-1")}))


@pytest.mark.parametrize("step", ["write", "unreferenced"])
def test_a_deletion_that_is_stopped_is_whole_or_nothing_and_can_be_done_again(
    store: Store, send: Send, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Stopped after the new file is written, or after the ledger has decided."""
    send("KEN-1", "a", "b")
    with monkeypatch.context() as patch:
        done = getattr(deletions.records, step)

        def stop(*given: object, **named: object) -> None:
            done(*given, **named)
            raise KeyboardInterrupt

        patch.setattr(deletions.records, step, stop)
        with pytest.raises(KeyboardInterrupt):
            expire(store, "KEN-1", 3)
    again = Store(store.folder.parent)
    decided = again.submission("KEN-1").erased_seq is not None
    assert decided is (step == "unreferenced")
    if not decided:
        expire(again, "KEN-1", 3)
    again.deletions.sweep()
    assert [path.stem for path in (store.folder / "records").iterdir()] == [again.submission("KEN-1").records]
    assert list(again.snapshot().records["incident_id"]) == ["a"]
    assert again.problems() == ()


def test_no_part_of_a_submission_can_be_deleted_whose_file_is_damaged(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    (path,) = (store.folder / "records").iterdir()
    path.unlink()
    with pytest.raises(DamageError, match=r"^store file [0-9a-f]{12} must be there, got none$"):
        expire(store, "KEN-1", 3)
    assert store.submission("KEN-1").in_force


def test_what_a_run_left_that_was_killed_while_it_wrote_records_is_deleted(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    (kept,) = (store.folder / "records").iterdir()
    draft = kept.with_name(f".{kept.name}.0a_b1c2d")
    draft.write_bytes(kept.read_bytes())
    assert store.problems() == (f"{draft.name[:12]} in records is not in the ledger",)
    store.deletions.sweep()
    assert list((store.folder / "records").iterdir()) == [kept]


def test_a_log_without_its_end_and_an_edition_that_knows_more_are_told(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    head = store.head()
    store.log("view.made", "cta-KEN", as_of=1)
    with store._access.changing() as connection:
        connection.execute(text("delete from audit where id = 2"))
    assert store.problems() == ("the audit log must end where it is known to end, got another end: entries were removed",)
    assert (head.entries, len(head.digest)) == (1, 64)
