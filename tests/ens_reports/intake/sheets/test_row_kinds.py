import pandas as pd
import pytest

from ens_reports.intake.sheets.row_kinds import Kind, look_at_rows, usual_width

HEADER = ("Date", "Place", "Species", "kg")
RECORD = ["2024-01-01", "Lima", "Manis", "3"]


def kinds(*rows: list[str], header: tuple[str, ...] = HEADER, named: bool = False) -> list[Kind]:
    frame = pd.DataFrame([RECORD[: len(header)], *rows], dtype="str")
    seen = look_at_rows(frame, header, usual=usual_width(frame.head(1)), named=named)
    return [Kind(kind) for kind in seen.kinds[1:]]


@pytest.mark.parametrize(
    "row",
    [
        ["Total", "", "", "3"],
        ["", "", "TOTAL :", "3"],
        ["Total général :", "", "", "3"],
        ["Littoral", "Sous-total", "", "3"],
        ["Total Littoral", "", "", "3"],
        ["", "المجموع", "", "3"],
        ["الإجمالي", "", "", "3"],
        ["Sub total:", "4", "", "3"],
        ["Total", "4", "5", "3"],
        ["JANUARY 2023 TOTAL", "", "", "3"],
        ["Jumlah", "", "", "3"],
        ["Итого:", "", "", "3"],
    ],
)
def test_totals(row: list[str]) -> None:
    assert kinds(row) == [Kind.TOTAL]


@pytest.mark.parametrize(
    "row",
    [
        ["2024-01-01", "Total", "Manis", "3"],
        ["Totality", "", "x", "3"],
        ["2024", "Total Energies", "", "3"],
        ["Sumatra", "", "x", "3"],
        ["Station Total", "", "Manis", "3"],
    ],
)
def test_words_that_only_look_like_totals(row: list[str]) -> None:
    assert kinds(row) == [Kind.RECORD]


@pytest.mark.parametrize(
    "row",
    [
        ["Littoral", "", "", ""],
        ["", "", "The figures of the last quarter are provisional.", ""],
        ["Source:", "Ministry of Forests", "", ""],
        ["", "Nota: datos preliminares", "", ""],
        ["* note", "", "", ""],
        ["Date", "Place", "Species", "kg"],
    ],
)
def test_titles_notes_and_the_header_again(row: list[str]) -> None:
    assert kinds(row) == [Kind.OTHER]


@pytest.mark.parametrize("row", [["", "Lima", "", ""], ["2024", "Source of the river", "", ""], ["Note", "Lima", "Manis", ""]])
def test_sparse_records(row: list[str]) -> None:
    assert kinds(row) == [Kind.RECORD]


def test_blank_rows() -> None:
    assert kinds(["", " ", "\u00a0", ""]) == [Kind.BLANK]


def test_a_narrow_table_has_no_titles() -> None:
    assert kinds(["2024", ""], header=("Date", "Place")) == [Kind.RECORD]


def test_a_format_that_names_its_columns_has_no_titles() -> None:
    assert kinds(["Littoral", "", "", ""], named=True) == [Kind.RECORD]


def test_usual_width_is_that_of_the_rows_that_hold_anything() -> None:
    assert usual_width(pd.DataFrame([["a", "b"], ["", ""], ["c", ""], ["d", "e"]])) == 2
    assert usual_width(pd.DataFrame()) == 0
