import io

import openpyxl
import pytest
import xlsxwriter
from faults.cases import zipped
from faults.packages import parts, row, workbook, worksheet, xlsx
from openpyxl.comments import Comment

from ens_reports.intake.reader import look_xlsx as module
from ens_reports.intake.reader.facts import Facts
from ens_reports.intake.reader.grid import UnreadableError
from ens_reports.intake.reader.look_xlsx import look
from ens_reports.intake.reader.package import open_package

GRID = row(1, ["a", "b", "c"]) + row(2, ["d", "e", "f"])


def facts(content: bytes, name: str = "Data") -> Facts:
    return look(open_package(content))[name]


def test_bounds_and_number_of_cells() -> None:
    seen = facts(xlsx(worksheet(GRID)))
    assert (seen.last_row, seen.last_column, seen.cells) == (2, 3, 6)


def test_hidden_rows_and_columns() -> None:
    hidden = GRID.replace('<row r="2">', '<row r="2" spans="1:3" hidden="1">')
    seen = facts(xlsx(worksheet(hidden, before='<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5"/></cols>')))
    assert seen.places == {"columns_hidden": [(1, 2), (1, 3)], "rows_hidden": [(2, 0)]}


def test_formulas_with_and_without_values_and_links() -> None:
    cells = (
        '<c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><f>B1</f></c><c r="C3" t="str"><f>""</f><v></v></c><c r="D3"><f si="0"/></c>'
        '<c r="E3"><f>[1]Data!A1</f><v>1</v></c>'
    )
    seen = facts(xlsx(worksheet(GRID + f'<row r="3">{cells}</row>')))
    assert seen.places["formulas_without_value"] == [(3, 2), (3, 4)]
    assert seen.places["formulas_read"] == [(3, 1), (3, 2), (3, 3), (3, 4), (3, 5)]
    assert seen.places["links_not_followed"] == [(3, 5)]


def test_errors_and_blanks_get_their_text_back() -> None:
    cells = (
        '<c r="A3" t="e"><v>#DIV/0!</v></c><c r="B3" t="inlineStr"><is><t xml:space="preserve">  </t></is></c><c r="C3" t="s"><v>1</v></c>'
    )
    strings = '<sst><si><t>x</t></si><si><t xml:space="preserve"> </t></si></sst>'
    seen = facts(xlsx(worksheet(GRID + f'<row r="3">{cells}</row>'), xl__sharedStrings_xml=strings))
    assert seen.texts == {(3, 1): "#DIV/0!", (3, 2): "  ", (3, 3): " "}
    assert seen.places == {"cells_with_errors": [(3, 1)]}


def test_remarks_on_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b"])
    sheet["B1"].comment = Comment("look", "me")
    buffer = io.BytesIO()
    book.save(buffer)
    assert facts(buffer.getvalue(), "Sheet").places == {"comments_not_read": [(1, 2)]}


def test_sheets_with_a_prefix_absolute_targets_and_escaped_names() -> None:
    prefixed = worksheet(GRID).replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
    given = parts(prefixed) | {"xl/workbook.xml": workbook("A & B")}
    given["xl/_rels/workbook.xml.rels"] = str(given["xl/_rels/workbook.xml.rels"]).replace('"worksheets', '"/xl/worksheets')
    seen = facts(zipped(given), "A & B")
    assert (seen.last_row, seen.last_column, seen.cells) == (2, 3, 6)


def test_pieces_of_any_length_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tag that is cut between two pieces is put together."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("Data")
        percent = book.add_format({"num_format": "0%"})
        for number in range(300):
            sheet.write_row(number, 0, ["text", number, number], percent)
        sheet.set_row(7, None, None, {"hidden": True})
    whole = facts(buffer.getvalue())
    monkeypatch.setattr("ens_reports.intake.reader.package.CHUNK_BYTES", 97)
    assert facts(buffer.getvalue()) == whole
    assert (len(whole.styled), whole.places) == (900, {"rows_hidden": [(8, 0)]})


def test_few_cells_far_apart_are_refused_and_many_close_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SPARSE_CELLS", 100)
    with pytest.raises(UnreadableError) as caught:
        facts(xlsx(worksheet(GRID + '<row r="500"><c r="C500"><v>1</v></c></row>')))
    assert (caught.value.check, caught.value.values) == ("cells_too_far", {"sheet": "Data", "cell": "C500"})
    assert facts(xlsx(worksheet("".join(row(number, ["a", "b", "c"]) for number in range(1, 200))))).cells == 597


def test_a_text_without_end_is_refused_before_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELL_BYTES", 1000)
    monkeypatch.setattr("ens_reports.intake.reader.package.CHUNK_BYTES", 100)
    for content in (
        xlsx(worksheet(row(1, ["x" * 5000]))),
        xlsx(worksheet(GRID), xl__sharedStrings_xml=f"<sst><si><t>{'x' * 5000}</t></si></sst>"),
    ):
        with pytest.raises(UnreadableError) as caught:
            facts(content)
        assert caught.value.check == "text_too_long"


def test_long_parts_behind_the_cells_are_no_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELL_BYTES", 1000)
    monkeypatch.setattr("ens_reports.intake.reader.package.CHUNK_BYTES", 100)
    assert facts(xlsx(worksheet(GRID, after=f"<dataValidations>{'x' * 5000}</dataValidations>"))).cells == 6
