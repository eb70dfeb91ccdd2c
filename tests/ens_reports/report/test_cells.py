import pandas as pd
import pytest

from ens_reports.errors import RequestError
from ens_reports.report import cells
from ens_reports.report.blocks import Cell, Column


def test_rows_become_cells() -> None:
    columns, rows = cells.read([["a", Cell(text="1", shade=0.5)]], ["x", Column(label="y", share=3)])

    assert ["x", "y"] == [column.label for column in columns]
    assert ((Cell(text="a"), Cell(text="1", shade=0.5)),) == rows


def test_a_frame_gives_its_own_labels() -> None:
    columns, _ = cells.read(pd.DataFrame({"x": ["a"], "y": ["b"]}), None)

    assert ["x", "y"] == [column.label for column in columns]


def test_a_table_may_be_empty() -> None:
    assert ((), ["x"]) == (cells.read([], ["x"])[1], [column.label for column in cells.read([], ["x"])[0]])


@pytest.mark.parametrize("text", ["1", "1,200", "1 200,5", "-3", "\u22123.5", "12 %", "12%", "\u2013", "", "3 (12%)"])
def test_a_column_of_numbers_aligns_to_the_end(text: str) -> None:
    assert "end" == cells.read([["7"], [text]], ["x"])[0][0].align


@pytest.mark.parametrize("text", ["12 kg", "Q3 2025", "a"])
def test_one_cell_that_is_no_number_aligns_the_column_to_the_start(text: str) -> None:
    assert "start" == cells.read([["7"], [text]], ["x"])[0][0].align


def test_longer_columns_get_a_larger_share() -> None:
    short, long = cells.read([["a", "b" * 60]], ["x", "y"])[0]

    assert short.share < long.share < 3 * short.share


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(RequestError) as caught:
        cells.read([["a", "b"], ["c"]], ["x", "y"])

    assert "each row of a table must have 2 cells, got 1" == caught.value.message


def test_rows_without_labels_are_refused() -> None:
    with pytest.raises(RequestError) as caught:
        cells.read([["a"]], None)

    assert "each row of a table must have 0 cells, got 1" == caught.value.message


def test_a_number_is_refused_because_it_has_no_language() -> None:
    with pytest.raises(RequestError) as caught:
        cells.read([[3]], ["x"])

    assert "a table's value must be text or a Cell, got int" == caught.value.message
    assert "format numbers with view.language.number, days with view.language.day" == caught.value.hint


def test_a_column_makes_room_for_its_longest_word_at_the_cost_of_the_others() -> None:
    heads = [Column(label="x", share=9), Column(label="y", share=1)]
    wide, narrow = cells.read([["words that may break anywhere", "2025-12-25"]], heads)[0]

    assert 170 == round(wide.share + narrow.share)
    assert round(8 * cells.FIGURE_MM + 2 * cells.LETTER_MM + cells.PADDING_MM, 2) == narrow.share


def test_columns_that_have_room_keep_their_shares() -> None:
    heads = [Column(label="x", share=2), Column(label="y", share=1)]

    assert tuple(heads) == cells.read([["a", "b"]], heads)[0]


def test_a_table_with_more_long_words_than_fit_is_left_as_it_is() -> None:
    heads = [Column(label=str(at), share=1) for at in range(9)]

    assert tuple(heads) == cells.read([["incomprehensible"] * 9], heads)[0]
