from collections.abc import Callable

import pandas as pd

from ens_reports.store import Counts, Store, Submission

Send = Callable[..., int]


def test_a_record_has_its_history(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    send("KEN-2", "a", quantity=9.0)
    name = store.snapshot().records.set_index("incident_id").loc["a", "record_id"]
    first, second = store.records.history(str(name))
    assert [(one.submission.id, one.in_force) for one in (first, second)] == [("KEN-1", False), ("KEN-2", True)]
    assert first.record_digest != second.record_digest
    assert tuple(store.records.places_of(str(name))) == ("KEN-1", "KEN-2")


def test_a_record_that_nobody_sent_has_none(store: Store, send: Send) -> None:
    assert store.records.history("0") == ()
    send("KEN-1", "a")
    assert store.records.history("0") == ()


def test_held_are_submissions_of_one_party_or_of_all_others(
    store: Store, send: Send, submission: Callable[..., Submission], records: Callable[..., pd.DataFrame]
) -> None:
    send("KEN-1", "a")
    frame = records("b")
    store.commit(submission("UGA-1", party="UGA"), frame, frame.iloc[:0])
    store.commit(submission("UGA-2", party="UGA", contract="mining", sha256="x"), frame, frame.iloc[:0])
    store.commit(
        submission("UGA-3", party="UGA", sha256="y", counts=Counts(read=0, accepted=0, rejected=0, duplicate=0)),
        frame.iloc[:0],
        frame.iloc[:0],
    )
    assert [row.id for row in store.records.held(["wildlife"], owner="KEN").submissions] == ["KEN-1"]
    assert [row.id for row in store.records.held(["wildlife"], others_than="KEN").submissions] == ["UGA-1"]
    assert [row.id for row in store.records.held(["wildlife", "mining"]).submissions] == ["KEN-1", "UGA-1", "UGA-2"]


def test_latest_gives_a_blank_column_for_one_that_no_file_has(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    send("KEN-2", "a", quantity=9.0)
    found = store.records.held(["wildlife"]).latest(["incident_id", "vessel_imo", "quantity"]).sort_values("incident_id")
    assert found["quantity"].tolist() == [9.0, 2.5]
    assert found["vessel_imo"].isna().all()


def test_members_are_all_revisions_in_the_order_of_arrival(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b")
    send("KEN-2", "a", quantity=9.0)
    found = store.records.held(["wildlife"]).members()
    assert found["submission"].tolist() == ["KEN-1", "KEN-1", "KEN-2"]
    assert found["source_row"].tolist() == [2, 3, 2]
    assert found["record_id"][0] == found["record_id"][2]


def test_of_no_submission_there_is_nothing(store: Store) -> None:
    held = store.records.held(["wildlife"])
    assert len(held.members()) == 0
    assert list(held.latest(["record_id", "quantity"]).columns) == ["record_id", "quantity"]
