import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapped import run

from ens_reports.intake.columns.repeats import fill, fill_table
from ens_reports.intake.findings import Collector
from ens_reports.intake.source import Sheet


def column(*cells: str) -> pd.Series:
    return pd.Series(list(cells), index=range(2, 2 + len(cells)), dtype="str")


@pytest.mark.parametrize("word", ["idem", "Idem", "id.", "ditto", '"', "''", '-"-', "\u201d", "مثله", "ídem", "comme ci-dessus", " idem "])
def test_a_word_for_as_above_takes_the_value_above(word: str) -> None:
    found = fill(column("ivory", word, "scales"))
    assert (found.cells.tolist(), found.filled.tolist()) == (["ivory", "ivory", "scales"], [False, True, False])


def test_several_in_a_row_take_the_same_value() -> None:
    assert fill(column("a", "idem", "idem", "b", '"')).cells.tolist() == ["a", "a", "a", "b", "b"]


def test_nothing_above_is_left_and_told() -> None:
    found = fill(column("idem", "a", "", "idem"))
    assert found.cells.tolist() == ["idem", "a", "", "idem"]
    assert found.open.tolist() == [True, False, False, True]


@pytest.mark.parametrize("word", ["id", "ID", "Idemitsu", "do", "", "see above the river", "sample idem"])
def test_what_only_looks_like_it_stays(word: str) -> None:
    found = fill(column("a", word))
    assert (found.cells.tolist(), found.filled.any(), found.open.any()) == (["a", word], False, False)


@given(st.lists(st.sampled_from(["a", "b", "idem", ""]), min_size=2, max_size=12), st.integers(min_value=0, max_value=12))
def test_a_table_in_pieces_is_filled_as_in_one(cells: list[str], cut: int) -> None:
    whole = fill(column(*cells))
    first = fill(column(*cells[:cut]))
    second = fill(column(*cells[cut:]), carry=first.carry)
    assert [*first.cells, *second.cells] == whole.cells.tolist()
    assert [*first.open, *second.open] == whole.open.tolist()


def test_a_table_tells_both_and_hands_on_what_stands_last() -> None:
    collector = Collector(sheet=Sheet(name="", cells=pd.DataFrame()), header=("a", "b"))
    rows = pd.DataFrame({0: ["x", "idem"], 1: ["idem", "y"]}, index=[2, 3], dtype="str")
    filled, carry = fill_table(rows, collector)
    assert filled[0].tolist() == ["x", "x"]
    assert (carry, rows[0].tolist()) == ({0: "x", 1: "y"}, ["x", "idem"])
    assert {item.finding.check: item.finding.rows.tolist() for item in collector.found} == {
        "value_repeated": [3],
        "repeat_without_value": [2],
    }


def test_a_table_without_any_is_the_same_table() -> None:
    rows = pd.DataFrame({0: ["x"]}, index=[2], dtype="str")
    assert fill_table(rows, Collector(sheet=Sheet(name="", cells=pd.DataFrame()), header=("a",)))[0] is rows


def test_a_mapping_reads_the_value_above() -> None:
    result = run(
        {"d": ["2024", "idem"], "s": ["Manis gigantea", '"']}, {"incident_date": {"column": "d"}, "scientific_name": {"column": "s"}}
    )
    assert (result.column("incident_date"), result.column("scientific_name")) == (["2024", "2024"], ["Manis gigantea"] * 2)
    assert result.checks()["value_repeated"] == [3]
