import json
from pathlib import Path

import openpyxl
import pytest

from data_contracts.publish.sheets import Sheet, Table, write

TABLE = Table(headings=("Lieu", "Quantité"), rows=(("Douala", 12.5), (None, "3; 4")))
COVER = {"Période du": "2024-01-01", "synthetic": "yes"}


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "expected"),
    [
        ("a.csv", "utf-8", ",", "Lieu,Quantité\r\nDouala,12.5\r\n,3; 4\r\n"),
        ("a.csv", "cp1252", ";", 'Lieu;Quantité\r\nDouala;12.5\r\n;"3; 4"\r\n'),
        ("a.tsv", "utf-8", "\t", "Lieu\tQuantité\r\nDouala\t12.5\r\n\t3; 4\r\n"),
    ],
)
def test_separated_text(tmp_path: Path, name: str, encoding: str, delimiter: str, expected: str) -> None:
    write(tmp_path / name, Sheet(table=TABLE, cover=COVER, encoding=encoding, delimiter=delimiter))
    assert (tmp_path / name).read_bytes().decode(encoding) == expected
    assert (tmp_path / f"{name}.cover.yaml").read_text(encoding="utf-8") == 'Période du: "2024-01-01"\nsynthetic: "yes"\n'


def test_json_leaves_blank_cells_out(tmp_path: Path) -> None:
    write(tmp_path / "a.json", Sheet(table=TABLE, cover=COVER))
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == [{"Lieu": "Douala", "Quantité": 12.5}, {"Quantité": "3; 4"}]


def test_workbook_has_its_cover_titles_and_total(tmp_path: Path) -> None:
    layout = Sheet(table=TABLE, cover=COVER, names=("Couverture", "Saisies"), titles=("Titre",), total="TOTAL")
    write(tmp_path / "a.xlsx", layout)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Couverture", "Saisies"]
    assert list(book["Couverture"].values) == [("Période du", "2024-01-01"), ("synthetic", "yes")]
    rows = list(book["Saisies"].values)
    assert rows == [("Titre", None), (None, None), ("Lieu", "Quantité"), ("Douala", 12.5), (None, "3; 4"), ("TOTAL", 2)]
    assert not (tmp_path / "a.xlsx.cover.yaml").exists()


def test_nil_return_is_a_cover_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", Sheet(table=None, cover=COVER))
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["cover"]


def test_equal_sheets_are_equal_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write(tmp_path / name, Sheet(table=TABLE, cover=COVER))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_workbook_can_have_merged_cells_a_subtotal_and_a_hidden_row(tmp_path: Path) -> None:
    rows = (("Douala", 1), ("Douala", 2), ("Kribi", 3), ("Limbe", 4))
    layout = Sheet(
        table=Table(headings=("Lieu", "Nombre"), rows=rows), cover={}, titles=("Titre",), merged="Lieu", subtotal="Sous-total", hidden=1
    )
    write(tmp_path / "a.xlsx", layout)
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["data"]
    assert sorted(str(merged) for merged in page.merged_cells.ranges) == ["A1:B1", "A4:A5"]
    assert [cell.value for cell in page["A"]] == ["Titre", None, "Lieu", "Douala", None, "Sous-total", "Kribi", "Limbe"]
    assert page.row_dimensions[5].hidden is True
