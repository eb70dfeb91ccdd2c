import pandas as pd

from ens_reports.intake.distinct import encode, find
from ens_reports.intake.findings import Collector
from ens_reports.intake.source import Sheet


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


def test_what_is_found_in_a_value_is_told_of_its_rows() -> None:
    narrow, wide = (Collector(sheet=Sheet(name="", cells=pd.DataFrame()), header=("c",)) for _ in range(2))
    distinct, coded = encode(cells("N/A", "a", "N/A", "n/a"))
    mask = distinct.texts.isin(["N/A", "n/a"])
    narrow.add_cells("missing_words", distinct.texts, mask, column=0, field_name="f", values={"words": "N/A, n/a", "number": "2"})
    coded.tell(narrow.found[0], wide)
    finding = wide.found[0].finding
    assert (finding.rows.tolist(), finding.field, finding.sample) == ([2, 4, 5], "f", ("N/A", "n/a"))
    assert finding.values == {"words": "N/A, n/a", "number": "3"}  # noqa: PD011 - a finding is no frame
