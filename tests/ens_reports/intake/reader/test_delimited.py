import pytest

from ens_reports.intake.reader import delimited as module
from ens_reports.intake.reader.delimited import find_delimiter, read_delimited
from ens_reports.intake.reader.grid import Reading, UnreadableError


def rows(reading: Reading) -> list[list[str]]:
    return reading.grids[0].cells


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_find_delimiter(delimiter: str) -> None:
    assert find_delimiter(f"date{delimiter}place{delimiter}kg\n2024{delimiter}Lima{delimiter}3\n") == delimiter


def test_find_delimiter_is_not_misled_by_decimal_commas() -> None:
    assert find_delimiter("place;kg\nLima;3,5\nCusco;4,25\nPuno;1,5\n") == ";"


def test_find_delimiter_of_one_column_is_a_comma() -> None:
    assert find_delimiter("place\nLima\n") == ","


def test_read_keeps_line_breaks_in_quotes_as_one_record() -> None:
    reading = read_delimited(b'place,narrative,kg\nLima,"first line\nsecond line",3\nCusco,short,4\n')
    assert rows(reading)[1] == ["Lima", "first line\nsecond line", "3"]
    assert reading.grids[0].rows == [1, 2, 3]


def test_read_puts_a_record_together_that_lost_its_quotes() -> None:
    """Two short lines are one record only if together they have exactly the usual number of cells."""
    reading = read_delimited(b"place,narrative,kg\nLima,first\nsecond,3\nCusco,short,4\nPuno,x,5\n")
    assert rows(reading)[1:] == [["Lima", "first second", "3"], ["Cusco", "short", "4"], ["Puno", "x", "5"]]
    assert reading.grids[0].rows == [1, 2, 4, 5]
    assert [(note.check, note.cells) for note in reading.notes] == [("record_rejoined", ((2, 0),))]


def test_read_leaves_two_short_rows_apart_that_do_not_fit() -> None:
    reading = read_delimited(b"a,b,c,d\n1,2\n3,4\n5,6,7,8\n9,10,11,12\n")
    assert rows(reading)[1:3] == [["1", "2"], ["3", "4"]]
    assert reading.notes == ()


def test_read_takes_the_delimiter_that_excel_states() -> None:
    reading = read_delimited(b"sep=|\nplace|kg\nLima, Peru|3\n")
    assert (reading.delimiter, rows(reading)) == ("|", [["place", "kg"], ["Lima, Peru", "3"]])
    assert reading.grids[0].rows == [2, 3]


def test_read_keeps_blank_lines_as_rows() -> None:
    assert read_delimited(b"place,kg\n\nLima,3\n").grids[0].rows == [1, 2, 3]


def test_an_open_quotation_mark_swallows_no_record() -> None:
    lines = ["no;name;kg", '1;"Panthera leo;3', "2;Manis;4", '3;"a', 'b";5', "4;c;6"]
    reading = read_delimited("\r\n".join(lines).encode())
    assert reading.grids[0].cells == [
        ["no", "name", "kg"],
        ["1", '"Panthera leo', "3"],
        ["2", "Manis", "4"],
        ["3", "a\r\nb", "5"],
        ["4", "c", "6"],
    ]
    assert [(note.check, note.cells) for note in reading.notes] == [("quotes_unbalanced", ((2, 0),))]


def test_a_quotation_mark_within_a_cell_is_told() -> None:
    reading = read_delimited(b'no,name,kg\n1,"Bob" Smith,3\n2,5" pipe,4\n')
    assert [row[1] for row in reading.grids[0].cells] == ["name", "Bob Smith", '5" pipe']
    assert [(note.check, note.cells) for note in reading.notes] == [("quotes_unbalanced", ((2, 0),))]


def test_a_cell_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELL_CHARS", 50)
    assert read_delimited(b"a;b\n1;" + b"x" * 50 + b"\n").grids[0].rows == [1, 2]
    with pytest.raises(UnreadableError) as caught:
        read_delimited(b"a;b\n1;" + b"x" * 101 + b"\n")
    assert (caught.value.check, caught.value.values) == ("cell_too_long", {"row": "2", "limit": "50"})
