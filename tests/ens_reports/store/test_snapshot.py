from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ens_reports.errors import PolicyError, RequestError
from ens_reports.store import Store, Submission

Make = Callable[..., pd.DataFrame]
Send = Callable[..., int]


def test_an_older_snapshot_says_that_an_input_was_lawfully_erased(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    send("KEN-2", "b")
    store.deletions.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    old = store.snapshot(2)
    assert [row.id for row in old.erased] == ["KEN-1"]
    with pytest.raises(PolicyError) as caught:
        old.check_can_repeat()
    assert caught.value.message == "the records as of 2 must be whole, got 1 of its submissions lawfully erased since: 1 withdrawn"
    store.snapshot(3).check_can_repeat()


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


def test_nil_returns_alone_make_a_snapshot_without_records(store: Store, submission: Callable[..., Submission]) -> None:
    store.commit(submission("UGA-1", party="UGA"), pd.DataFrame(), pd.DataFrame())
    assert store.snapshot().records.empty


def test_records_of_an_earlier_version_are_read_as_those_in_force(
    store: Store, records: Callable[..., pd.DataFrame], submission: Callable[..., Submission]
) -> None:
    """A pangolin's Appendix changed on 2 January 2017; version 1 kept what was sent, version 2 fills in what was not."""
    day = pd.Timestamp("2018-05-01")
    told = {"scientific_name": "Manis gigantea", "origin_country": "CMR", "date_from": day, "date_to": day}
    for name, version in (("old", 1), ("new", 2)):
        frame = records(name, **told, cites_appendix=pd.Series([None], dtype="str").to_numpy())
        store.commit(submission(name, contract_version=version), frame, frame.iloc[:0])

    found = store.snapshot().records.set_index("incident_id")

    assert {"old": "I", "new": None} == {name: cell if isinstance(cell, str) else None for name, cell in found["cites_appendix"].items()}
    assert "cites_appendix" == found.loc["old", "computed"]
    assert found["item_no"].dtype == "Int64"


def test_a_snapshot_of_other_contracts_is_asked_for_by_their_name(store: Store, submission: Callable[..., Submission]) -> None:
    frame = pd.DataFrame({"reporting_country": ["KEN"], "return_year": pd.array([2025], dtype="Int64"), "staff_women": [4]})
    store.commit(submission("c", contract="capacity"), frame, frame.iloc[:0])
    with pytest.raises(RequestError, match="the store must hold a submission, got none yet"):
        store.snapshot()
    store.commit(submission("w", received_on=date(2026, 1, 1)), pd.DataFrame(), pd.DataFrame())

    found = store.snapshot()

    assert (["w"], ["c"]) == ([row.id for row in found.submissions], [row.id for row in found.others])
    assert date(2026, 1, 1) == found.day
    assert [4] == found.frame("capacity")["staff_women"].tolist()
    assert found.records.empty
