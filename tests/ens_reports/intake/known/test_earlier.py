"""Files that are sent again: which rows are new, which are corrections, and which submission is meant."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import plain
import pytest

from ens_reports.intake.known.earlier import Named, name_again, strangers
from ens_reports.store import Store, record_digests, record_ids

Send = Callable[[str, pd.DataFrame], Named]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, clock=lambda: datetime(2026, 1, 20, 8, tzinfo=UTC))


@pytest.fixture
def send(store: Store) -> Send:
    """Lays a file against what came before, and stores what is new or revised, as intake does."""

    def commit(name: str, frame: pd.DataFrame, mapping: str = "m") -> Named:
        found = name_again(frame, store.records.held(["wildlife"], owner="KEN"), party="KEN", mapping=mapping)
        before = store.records.in_force("KEN").set_index("record_id")["record_digest"]
        same = record_ids(found.records, "KEN").map(before) == record_digests(found.records)
        sent = plain.submission(name, rows=len(frame), mapping=mapping)
        store.commit(sent, found.records[~same], frame.iloc[:0])
        return found

    return commit


def file(*contents: str, quantity: dict[str, float] | None = None, numbered: bool = False) -> pd.DataFrame:
    """Rows that are told apart by a letter; a number that is derived changes with what a row says."""
    rows = [
        {
            "reporting_country": "KEN",
            "incident_id": content if numbered else f"auto-{content}-{(quantity or {}).get(content, 1.0)}",
            "item_no": 1,
            "incident_date": f"2025-01-{number % 27 + 1:02}",
            "place_name": f"place of {content}",
            "scientific_name": f"species {content}",
            "quantity": (quantity or {}).get(content, 1.0),
        }
        for number, content in ((ord(content), content) for content in contents)
    ]
    frame = pd.DataFrame(rows, index=range(2, 2 + len(rows)))
    return frame.astype({"incident_id": "str", "reporting_country": "str", "item_no": "Int64"})


def checks(found: Named) -> dict[str, list[int] | dict[str, str]]:
    return {item.check: item.rows.tolist() or item.values for item in found.findings}  # noqa: PD011 - a finding is no frame


def in_force(store: Store) -> dict[str, float]:
    held = store.records.held(["wildlife"], owner="KEN").latest(["place_name", "quantity"])
    return dict(zip(held["place_name"].str[-1], held["quantity"], strict=True))


def test_the_first_file_is_new(send: Send) -> None:
    found = send("KEN-1", file(*"abcd"))
    assert (found.resends, found.findings) == ("", ())


def test_a_corrected_row_becomes_a_revision(send: Send, store: Store) -> None:
    first = send("KEN-1", file(*"abcd"))
    again = send("KEN-2", file(*"abcd", quantity={"b": 7.0}))
    assert again.resends == "KEN-1"
    assert checks(again) == {"rows_corrected": [3], "file_resends": {"submission": "KEN-1"}}
    assert in_force(store) == {"a": 1.0, "b": 7.0, "c": 1.0, "d": 1.0}
    assert again.records["incident_id"].tolist() == first.records["incident_id"].tolist()
    name = record_ids(again.records, "KEN")[3]
    assert [one.submission.id for one in store.records.history(name)] == ["KEN-1", "KEN-2"]


def test_a_row_corrected_twice_is_still_the_same_record(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcd"))
    send("KEN-2", file(*"abcd", quantity={"b": 7.0}))
    third = send("KEN-3", file(*"abcd", quantity={"b": 8.0, "c": 9.0}))
    assert third.resends == "KEN-2"
    assert in_force(store) == {"a": 1.0, "b": 8.0, "c": 9.0, "d": 1.0}


def test_a_file_sent_again_as_it_was_corrected_changes_nothing(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcd"))
    send("KEN-2", file(*"abcd", quantity={"b": 7.0}))
    third = send("KEN-3", file(*"abcd", quantity={"b": 7.0}))
    assert "rows_corrected" not in checks(third)
    assert store.submission("KEN-3").records == ""


def test_rows_that_are_not_there_any_more_stay_and_are_told(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcdef"))
    again = send("KEN-2", file(*"abcf"))
    assert checks(again)["rows_gone"] == {"number": "2", "submission": "KEN-1"}
    assert len(in_force(store)) == 6


def test_another_file_is_not_taken_for_the_first(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcd"))
    other = send("KEN-2", file(*"efgh"))
    assert (other.resends, other.findings) == ("", ())
    assert len(in_force(store)) == 8


def test_a_file_that_went_through_another_mapping_is_not_corrected(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcd"))
    send("KEN-2", file(*"abcd", quantity={"b": 7.0}), "another")
    assert len(store.records.held(["wildlife"]).latest(["record_id"])) == 5


def test_a_new_row_that_says_what_a_corrected_one_said_is_another_record(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcd"))
    again = pd.concat([file(*"abcd", quantity={"b": 7.0}), file("b")], ignore_index=True)
    again.index = pd.RangeIndex(2, 7)
    send("KEN-2", again)
    held = store.records.held(["wildlife"], owner="KEN").latest(["place_name", "quantity"])
    assert sorted(held.loc[held["place_name"] == "place of b", "quantity"]) == [1.0, 7.0]


def test_rows_alike_in_all_but_one_column_are_asked_about(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcd"))
    again = send("KEN-2", file(*"abcd", quantity=dict.fromkeys("abcd", 5.0)))
    assert checks(again) == {"rows_alike": {"submission": "KEN-1", "title": "quantity"}}
    assert len(store.records.held(["wildlife"]).latest(["record_id"])) == 8


def test_numbered_rows_resend_by_their_numbers(send: Send) -> None:
    send("KEN-1", file(*"abcd", numbered=True))
    again = send("KEN-2", file(*"abcd", quantity={"b": 7.0}, numbered=True))
    assert checks(again) == {"file_resends": {"submission": "KEN-1"}}


def test_a_number_of_another_file_is_a_stranger(send: Send, store: Store) -> None:
    send("KEN-1", file(*"abcd", numbered=True))
    other = file(*"defgh", quantity={"d": 3.0}, numbered=True)
    held = store.records.held(["wildlife"], owner="KEN")
    assert strangers(record_ids(other, "KEN"), held).tolist() == [True, False, False, False, False]
    assert not strangers(record_ids(file(*"abcd", numbered=True), "KEN"), held).any()
