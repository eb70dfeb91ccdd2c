import pandas as pd
import pytest

from ens_reports.intake.reader.letters import column_letters
from ens_reports.intake.source import Sheet


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (33, "AH"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
def test_column_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@pytest.mark.parametrize(
    ("name", "column", "address"), [("", 5, "F12"), ("Saisies", 5, "Saisies!F12"), ("", -1, "12"), ("Saisies", -1, "Saisies!12")]
)
def test_address_of_a_cell(name: str, column: int, address: str) -> None:
    assert Sheet(name=name, cells=pd.DataFrame()).address(12, column) == address


@pytest.mark.parametrize(("column", "address"), [(1, "/features/11/properties/ator"), (-1, "/features/11/properties")])
def test_address_in_json(column: int, address: str) -> None:
    sheet = Sheet(name="", cells=pd.DataFrame(), header=("id", "ator"), pointer="/features/{item}/properties/{name}")
    assert sheet.address(12, column) == address


def test_some_rows_of_a_sheet_in_the_order_of_the_source() -> None:
    sheet = Sheet(name="", cells=pd.DataFrame({0: ["a", "b", "c"]}, index=[1, 4, 5], dtype="str"))
    assert sheet.row_count == 3
    assert sheet.head(2)[0].to_dict() == {1: "a", 4: "b"}
    assert sheet.take([5, 1, 3])[0].to_dict() == {1: "a", 5: "c"}
