import numpy as np
import pandas as pd
import pytest

from ens_reports.intake.columns.distinct import Distinct, Growing, encode, find


def cells(*texts: str) -> pd.Series:
    return pd.Series(texts, index=range(2, len(texts) + 2), dtype="str")


def test_distinct_values_come_in_the_order_of_the_rows_with_their_counts() -> None:
    distinct, coded = encode(cells("b", "a", "b", ""))
    assert distinct.texts.tolist() == ["b", "a", ""]
    assert distinct.counts.tolist() == [2, 1, 1]
    assert coded.spread(distinct.texts.str.upper()).to_dict() == {2: "B", 3: "A", 4: "B", 5: ""}


def test_a_column_without_rows_has_no_distinct_value() -> None:
    distinct, coded = encode(cells())
    assert len(distinct.texts) == len(coded.spread(distinct.texts)) == 0


def test_some_rows_are_found_among_the_values_of_the_whole_column() -> None:
    distinct, _ = encode(cells("b", "a", "b", ""))
    assert find(cells("", "a"), distinct).codes.tolist() == [2, 1]


def test_rows_of_values() -> None:
    _, coded = encode(cells("N/A", "a", "N/A", "n/a"))
    assert coded.rows_of(np.array([0, 2])).tolist() == [2, 4, 5]
    assert coded.rows_of(np.array([7])).tolist() == []


def test_distinct_values_of_pieces_are_those_of_the_whole() -> None:
    growing = Growing()
    for part in (cells("b", "a", "b"), cells("c", "a"), cells()):
        growing.add(encode(part)[0])
    whole, _ = encode(cells("b", "a", "b", "c", "a"))
    assert growing.complete
    assert growing.distinct().texts.tolist() == whole.texts.tolist()
    assert growing.distinct().counts.tolist() == whole.counts.tolist()


def test_values_that_no_row_holds_do_not_count() -> None:
    growing = Growing()
    growing.add(Distinct(texts=cells("b", "a").reset_index(drop=True), counts=np.array([0, 2])))
    assert growing.distinct().texts.tolist() == ["a"]


def test_of_too_many_values_the_first_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ens_reports.intake.columns.distinct.MAX_DISTINCT", 2)
    growing = Growing()
    for part in (cells("b", "a"), cells("c", "d", "e"), cells("f")):
        growing.add(encode(part)[0])
    assert (growing.distinct().texts.tolist(), growing.complete) == (["b", "a"], False)
