from pathlib import Path

import pytest
import xlsxwriter

from ens_reports.errors import RequestError
from ens_reports.intake.read import read

pytestmark = pytest.mark.apart


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_read_gives_text_with_row_numbers(tmp_path: Path) -> None:
    source = read(put(tmp_path, "a.csv", b"place;kg\n\nNairobi;3,5\n"))
    assert (source.format, source.encoding, source.delimiter, source.unreadable) == ("text", "utf-8", ";", "")
    assert source.sheets[0].cells.to_dict("index") == {1: {0: "place", 1: "kg"}, 2: {0: "", 1: ""}, 3: {0: "Nairobi", 1: "3,5"}}


def test_read_tells_a_wrong_extension(tmp_path: Path) -> None:
    source = read(put(tmp_path, "a.xlsx", b"place;kg\nNairobi;3\n"))
    assert [(note.check, note.values) for note in source.notes] == [("extension_wrong", {"format": "text"})]


@pytest.mark.parametrize(
    ("content", "check"),
    [(b"", "file_empty"), (b"%PDF-1.7", "format_unknown"), (b"PK\x03\x04 cut off", "file_damaged"), (b'[{"a": ', "json_damaged")],
)
def test_read_tells_why_not(tmp_path: Path, content: bytes, check: str) -> None:
    source = read(put(tmp_path, "a.csv", content))
    assert (source.unreadable, source.sheets) == (check, ())


def test_read_survives_a_stray_cell_in_the_last_corner(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "stray")
    source = read(path)
    assert (source.unreadable, source.unreadable_values) == ("cells_too_far", {"sheet": "Data", "cell": "XFD1048576"})


def test_read_ends_a_reader_that_takes_too_long(tmp_path: Path) -> None:
    assert read(put(tmp_path, "a.csv", b"a,b\n1,2\n"), timeout_s=0.01).unreadable == "reader_ended"


def test_read_does_not_change_the_file(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", b"a,b\n1,2\n")
    read(path)
    assert path.read_bytes() == b"a,b\n1,2\n"
    assert [item.name for item in tmp_path.iterdir()] == ["a.csv"]


def test_read_of_no_file(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"^b\.csv must be a file, got none there$"):
        read(tmp_path / "b.csv")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r" must be a file, got a folder$"):
        read(tmp_path)
