import pytest
from faults.cases import zipped
from faults.packages import ODS_MIMETYPE, ods, ods_row

from ens_reports.intake.reader import look_ods as module
from ens_reports.intake.reader.facts import Facts
from ens_reports.intake.reader.grid import UnreadableError
from ens_reports.intake.reader.look_ods import look
from ens_reports.intake.reader.package import open_package

HEAD = ods_row(["a", "b"])


def facts(content: bytes) -> Facts:
    return look(open_package(content))["Data"]


def cell(attributes: str, text: str) -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def test_empty_rows_repeated_to_the_end_do_not_count() -> None:
    tail = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    seen = facts(ods(HEAD + tail))
    assert (seen.last_row, seen.last_column, seen.cells) == (1, 2, 2)


def test_repeated_rows_that_hold_something_are_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        facts(ods(HEAD + ods_row(["x", "y"], number_rows_repeated="4294967295")))
    assert (caught.value.check, caught.value.values["sheet"]) == ("cells_too_far", "Data")


def test_percent_currency_and_short_dates_are_read_as_shown() -> None:
    cells = (
        cell('office:value-type="percentage" office:value="0.5"', "50%")
        + cell('office:value-type="currency" office:currency="XAF" office:value="5"', "5 F")
        + cell('office:value-type="date" office:date-value="2024-03-01"', "2024")
        + cell('office:value-type="date" office:date-value="2024-03-01"', "mars 2024")
        + cell('office:value-type="date" office:date-value="2024-03-01"', "01/03/24")
    )
    seen = facts(ods(HEAD + f"<table:table-row>{cells}</table:table-row>"))
    assert [(place, shown.kind, shown.after) for place, shown in seen.styled] == [
        ((2, 1), "percent", ""),
        ((2, 2), "unit", "XAF"),
        ((2, 3), "year", ""),
        ((2, 4), "month", ""),
        ((2, 5), "plain", ""),
    ]


def test_errors_formulas_hidden_and_merged_cells() -> None:
    error = cell('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', "#DIV/0!")
    merged = cell('office:value-type="string" table:number-columns-spanned="2"', "m") + "<table:covered-table-cell/>"
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    hidden = f'<table:table-row table:visibility="filter">{merged}{error}</table:table-row>'
    seen = facts(ods(columns + HEAD + hidden))
    assert seen.texts == {(2, 3): "#DIV/0!"}
    assert seen.across == [(2, 1, 2)]
    assert seen.places == {
        "columns_hidden": [(1, 2), (1, 3)],
        "rows_hidden": [(2, 0)],
        "formulas_read": [(2, 3)],
        "cells_with_errors": [(2, 3)],
    }


def test_pieces_of_any_length_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    content = ods(HEAD + "".join(ods_row([f"x{number}", "y"], number_rows_repeated="2") for number in range(50)))
    whole = facts(content)
    monkeypatch.setattr("ens_reports.intake.reader.package.CHUNK_BYTES", 31)
    assert facts(content) == whole
    assert (whole.last_row, whole.cells) == (101, 202)


def test_a_password_is_told_and_a_text_without_end_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="password_needed"):
        look(open_package(zipped({"META-INF/manifest.xml": "<encryption-data/>", "content.xml": "?"}, mimetype=ODS_MIMETYPE)))
    monkeypatch.setattr(module, "MAX_CELL_BYTES", 1000)
    with pytest.raises(UnreadableError, match="text_too_long"):
        facts(ods(ods_row(["x" * 5000])))
