import pytest

from ens_reports.intake.reader.grid import UnreadableError
from ens_reports.intake.reader.markup import read_html, read_office_xml

OFFICE = "urn:schemas-microsoft-com:office:spreadsheet"


def office(rows: str) -> bytes:
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{OFFICE}" xmlns:ss="{OFFICE}">'
        f'<Worksheet ss:Name="Saisies"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def test_a_page_gives_its_tables_with_spans_and_breaks() -> None:
    page = (
        "<html><head><title>x</title><style>td {}</style></head><body><table>"
        "<tr><th colspan=2>Lieu</th><th rowspan='2'>kg</th></tr><tr><td>Pays<td>Ville</tr>"
        "<tr><td rowspan=2>CMR</td><td>Douala<br>port &eacute;</td><td>1</td></tr>"
        "<tr><td>Kribi</td><td><table><tr><td>2</td></tr></table></td></tr>"
        "</table></body></html>"
    )
    reading = read_html(page.encode())
    assert reading.grids[0].cells == [
        ["Lieu", "", "kg"],
        ["Pays", "Ville", "kg"],
        ["CMR", "Douala\nport é", "1"],
        ["CMR", "Kribi", "2"],
    ]
    assert [(note.check, note.cells) for note in reading.notes] == [("cells_merged", ((1, 3), (3, 1)))]


def test_a_page_that_states_its_encoding_is_read_in_it() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
    page += "<table><tr><td>a</td></tr><tr><td>\u0645\u062d</td></tr></table>"
    reading = read_html(page.encode("cp1256"))
    assert (reading.encoding, reading.grids[0].cells[1], reading.notes) == ("windows-1256", ["\u0645\u062d"], ())


def test_two_tables_get_names_and_a_page_without_one_is_told() -> None:
    table = "<table><tr><td>a</td></tr><tr><td>1</td></tr></table>"
    assert [grid.name for grid in read_html(f"<html>{table}{table}".encode()).grids] == ["table 1", "table 2"]
    with pytest.raises(UnreadableError, match="page_without_table"):
        read_html(b"<html><table><tr><td>menu</td></tr></table>")


def test_spans_that_would_fill_the_memory_are_refused() -> None:
    with pytest.raises(UnreadableError, match="columns_too_many"):
        read_html(b"<table><tr>" + b"<td colspan=9999>x" * 5 + b"</tr><tr><td>y</td></tr></table>")


def test_excel_2003_gives_rows_at_their_places() -> None:
    rows = (
        '<Row><Cell><Data ss:Type="String">Date</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">kg</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="DateTime">2024-03-01T00:00:00.000</Data></Cell>'
        '<Cell ss:MergeAcross="1"><Data ss:Type="Number">12.5</Data></Cell></Row>'
        '<Row><Cell ss:Index="2"><Data ss:Type="String">x</Data></Cell></Row>'
    )
    reading = read_office_xml(office(rows))
    assert (reading.grids[0].name, reading.grids[0].cells) == (
        "Saisies",
        [["Date", "", "kg"], [], ["2024-03-01", "12.5", ""], ["2024-03-01", "x"]],
    )
    assert [(note.check, note.cells) for note in reading.notes] == [("cells_merged", ((3, 1),))]


def test_excel_2003_cut_or_with_entities_is_refused() -> None:
    with pytest.raises(UnreadableError, match="file_damaged"):
        read_office_xml(office("<Row>")[:-20])
    with pytest.raises(UnreadableError, match="xml_declares_entities"):
        read_office_xml(office("").replace(b"<Workbook", b"<!DOCTYPE x [<!ENTITY a 'b'>]><Workbook", 1))
