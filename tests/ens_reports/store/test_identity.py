from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.store import record_digests, record_ids

Make = Callable[..., pd.DataFrame]


def test_a_record_keeps_its_name_through_revisions_and_another_owner_has_another(records: Make) -> None:
    first, second = records("a", "b"), records("a", "b", quantity=9.0)
    assert list(record_ids(first, "KEN")) == list(record_ids(second, "KEN"))
    assert set(record_ids(first, "KEN")).isdisjoint(record_ids(first, "UGA"))


@pytest.mark.parametrize("change", [{"reporting_country": "UGA"}, {"item_no": 2}, {"incident_id": ["b"]}])
def test_each_part_of_the_key_counts(records: Make, change: dict[str, object]) -> None:
    assert record_ids(records("a"), "KEN").iloc[0] != record_ids(records("a", **change), "KEN").iloc[0]


def test_parts_of_the_key_do_not_run_into_each_other(records: Make) -> None:
    one, other = records("1", item_no=11), records("11", item_no=1)
    assert record_ids(one, "KEN").iloc[0] != record_ids(other, "KEN").iloc[0]


def test_a_digest_ignores_the_order_of_columns_and_blank_ones_and_the_row(records: Make) -> None:
    frame = records("a", "b")
    other = frame[frame.columns[::-1]].assign(note=pd.Series([None, None], index=frame.index, dtype="str")).set_axis([7, 8])
    assert list(record_digests(frame)) == list(record_digests(other))


def test_a_whole_number_is_the_same_in_a_column_of_fractions(records: Make) -> None:
    """A column of whole numbers turns into fractions as soon as a blank is in it."""
    assert list(record_digests(records("a"))) == list(record_digests(records("a").astype({"item_no": "float64"})))


@pytest.mark.parametrize(
    "change", [{"quantity": 2.6}, {"commodity": "horn"}, {"commodity": None}, {"date_from": pd.Timestamp("2025-03-02")}]
)
def test_each_change_of_what_it_says_moves_the_digest(records: Make, change: dict[str, object]) -> None:
    assert record_digests(records("a")).iloc[0] != record_digests(records("a", **change)).iloc[0]


def test_what_the_store_adds_does_not_count(records: Make) -> None:
    frame = records("a")
    assert list(record_digests(frame)) == list(record_digests(frame.assign(owner="KEN", submission="x", source_row=4)))


@given(st.lists(st.tuples(st.text(), st.text()), min_size=2, max_size=6, unique=True))
def test_rows_that_differ_have_digests_that_differ(cells: list[tuple[str, str]]) -> None:
    frame = pd.DataFrame(cells, columns=["a", "b"], dtype="str")
    assert record_digests(frame).nunique() == len({(a, b) for a, b in cells})


def test_records_of_different_families_never_have_one_name() -> None:
    frame = pd.DataFrame({"reporting_country": ["KEN"], "incident_id": ["1"], "subject_id": ["1"], "movement_id": ["1"], "item_no": [1]})
    names = [record_ids(frame, "KEN", family=family).iloc[0] for family in ("incidents", "subjects", "movements")]
    assert len(set(names)) == 3


def test_what_other_columns_amount_to_does_not_count() -> None:
    """Version 2 computes more than version 1 did: a record that says the same is still the same."""
    plain = pd.DataFrame({"incident_id": ["1"], "volume_m3": [10.0]})
    assert list(record_digests(plain)) == list(record_digests(plain.assign(computed="roundwood_m3", roundwood_m3=18.2)))
