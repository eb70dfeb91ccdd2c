import io
import zipfile

import openpyxl
import pytest
from openpyxl import Workbook

from data_contracts.publish.marks import TEMPLATE
from data_contracts.publish.template import template
from data_contracts.publish.template_data import EXAMPLE, FIRST, HEADER, ROWS
from data_contracts.publish.voice import ENGLISH, Voice
from data_contracts.registry import SENT, contract

ARABIC = Voice(code="ar", text=str.format, right_to_left=True)


@pytest.fixture(scope="module")
def wildlife() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(template(contract("wildlife"), ENGLISH)))


def column_of(book: Workbook, header: str) -> int:
    return next(cell.column for cell in book["Data"][HEADER + 1] if cell.value == header)


def rules_at(book: Workbook, header: str) -> list[object]:
    cell = book["Data"].cell(FIRST + 1, column_of(book, header)).coordinate
    return [rule for rule in book["Data"].data_validations.dataValidation if cell in rule.sqref]


def test_the_sheets_are_instructions_cover_data_and_lists(wildlife: Workbook) -> None:
    assert wildlife.sheetnames == ["Instructions", "Cover", "Data", "Lists"]
    assert [wildlife[name].sheet_state for name in wildlife.sheetnames] == ["visible"] * 4


def test_sheets_without_records_say_so_in_their_first_cell(wildlife: Workbook) -> None:
    assert [wildlife[name]["A1"].value.startswith(TEMPLATE) for name in ("Instructions", "Lists")] == [True, True]
    assert [wildlife[name].protection.sheet for name in ("Instructions", "Lists", "Data")] == [True, True, False]


def test_required_columns_come_first_with_a_star_and_no_cell_is_merged(wildlife: Workbook) -> None:
    heads = [cell.value for cell in wildlife["Data"][HEADER + 1]]
    assert heads[:4] == ["Incident number *", "Incident date *", "Reporting country *", "Source type *"]
    assert [head for head in heads[4:] if head.endswith("*")] == []
    assert list(wildlife["Data"].merged_cells.ranges) == []


def test_the_header_stays_in_sight_and_can_be_filtered(wildlife: Workbook) -> None:
    sheet = wildlife["Data"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$1:$3")
    assert sheet.auto_filter.ref.startswith("A3:")


def test_the_example_stands_above_the_header_and_cannot_be_typed_over(wildlife: Workbook) -> None:
    sheet = wildlife["Data"]
    assert sheet.cell(EXAMPLE + 1, 1).value == "Example: 2025-0147"
    locked = [rule for rule in sheet.data_validations.dataValidation if "A2" in rule.sqref]
    assert [(rule.type, rule.formula1) for rule in locked] == [("custom", "FALSE")]
    assert [cell.value for row in sheet.iter_rows(min_row=FIRST + 1) for cell in row] == []


def test_every_header_has_a_note_that_ends_with_the_mark(wildlife: Workbook) -> None:
    notes = [cell.comment.text for cell in wildlife["Data"][HEADER + 1]]
    assert all(note.endswith(TEMPLATE) for note in notes)
    assert notes[0].startswith("The reporting authority's own number of the incident.\nRequired in every row.")


def test_a_coded_column_offers_its_labels_and_refuses_others(wildlife: Workbook) -> None:
    (rule,) = rules_at(wildlife, "Outcome")
    source = rule.formula1.replace("'Lists'!", "").replace("$", "")
    assert [cell.value for (cell,) in wildlife["Lists"][source]][:2] == ["Detected", "Under investigation"]
    assert (rule.type, rule.showErrorMessage) == ("list", True)


def test_a_column_of_several_words_offers_them_and_refuses_none(wildlife: Workbook) -> None:
    assert [rule.showErrorMessage for rule in rules_at(wildlife, "Transit countries")] == [False]


def test_dates_are_text_or_true_dates_and_numbers_have_limits(wildlife: Workbook) -> None:
    (day,), (latitude,), (persons,) = (rules_at(wildlife, name) for name in ("Incident date *", "Latitude", "Persons detected"))
    assert (day.type, len(day.formula1) < 256) == ("custom", True)
    assert (latitude.type, latitude.formula1, latitude.formula2) == ("decimal", "-90", "90")
    assert (persons.type, persons.operator, persons.formula1) == ("whole", "greaterThanOrEqual", "0")
    letter = openpyxl.utils.get_column_letter(column_of(wildlife, "Incident date *"))
    assert wildlife["Data"].column_dimensions[letter].number_format == "@"


@pytest.mark.parametrize("name", SENT)
def test_messages_fit_what_programs_show(name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(contract(name), ENGLISH)))
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert max(len(rule.promptTitle or "") for rule in rules) <= 32
    assert max(len(rule.prompt or "") for rule in rules) <= 255
    assert max(len(rule.error or "") for rule in rules) <= 255
    assert max(len(str(rule.sqref).split(":")[-1]) for rule in rules if str(rule.sqref).endswith(str(FIRST + ROWS))) > 0


def test_arabic_sheets_run_from_right_to_left() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(contract("mining"), ARABIC)))
    assert [sheet.sheet_view.rightToLeft for sheet in book.worksheets] == [True] * 4
    assert book.sheetnames == ["التعليمات", "الغلاف", "البيانات", "القوائم"]


def test_equal_templates_are_equal_bytes_without_macros() -> None:
    first, second = (template(contract("mining"), ENGLISH) for _ in range(2))
    assert first == second
    assert [name for name in zipfile.ZipFile(io.BytesIO(first)).namelist() if name.endswith(".bin")] == []
