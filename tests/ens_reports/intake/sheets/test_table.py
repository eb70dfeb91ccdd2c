import pandas as pd

from ens_reports.intake.findings import Collector
from ens_reports.intake.sheets.table import Table, find_table, note_header, note_rows
from ens_reports.intake.source import Sheet

KNOWN = frozenset({"date", "place", "kg", "species"})


def sheet(*rows: list[str], header: tuple[str, ...] = (), short: tuple[int, ...] = ()) -> Sheet:
    width = max(len(row) for row in rows)
    cells = pd.DataFrame(
        [row + [""] * (width - len(row)) for row in rows], index=range(1, len(rows) + 1), columns=range(width), dtype="str"
    )
    return Sheet(name="S", cells=cells, header=header, short_rows=short)


def table(*rows: list[str], known: frozenset[str] = KNOWN, **more: object) -> Table:
    found = find_table(sheet(*rows, **more), known)  # type: ignore[arg-type]
    assert found is not None
    return found


def notes(found: Table) -> dict[str, tuple[list[int], dict[str, str]]]:
    collector = Collector(sheet=found.sheet, header=found.header)
    note_header(found, collector)
    note_rows(found, collector)
    return {item.finding.check: (item.finding.rows.tolist(), item.finding.values) for item in collector.found}  # noqa: PD011 - a finding is no frame


def test_header_under_title_rows() -> None:
    found = table(["National report", "", ""], ["", "", ""], ["Date", "Place", "kg"], ["2024-01-01", "Lima", "3"])
    assert (found.header, found.header_row, found.rows.index.tolist()) == (("Date", "Place", "kg"), 3, [4])


def test_header_that_no_one_knows_is_the_first_wide_row() -> None:
    found = table(["Title", "", ""], ["fld1", "fld2", "fld3"], ["1", "2", "3"], known=frozenset())
    assert (found.header, found.rows_read) == (("fld1", "fld2", "fld3"), 1)


def test_header_merged_over_two_rows_takes_the_upper_name() -> None:
    found = table(["Date", "Goods", ""], ["", "Species", "kg"], ["2024-01-01", "Manis", "3"])
    assert found.header == ("Date", "Species", "kg")


def test_title_just_above_the_header_is_no_part_of_it() -> None:
    found = table(["Report of 2024", "", ""], ["", "Species", "kg"], ["1", "Manis", "3"])
    assert found.header == ("", "Species", "kg")


def test_blank_rows_do_not_count() -> None:
    assert table(["Date", "kg"], ["", " "], ["2024", "3"], ["", ""]).rows.index.tolist() == [3]


def test_totals_titles_and_repeated_headers_are_read_and_set_aside() -> None:
    found = table(
        ["Date", "Place", "Species", "kg"],
        ["Littoral", "", "", ""],
        ["2024-01-01", "Lima", "Manis", "3"],
        ["Date", "Place", "Species", "kg"],
        ["", "TOTAL", "", "3"],
    )
    assert (found.rows_read, found.rows.index.tolist(), found.set_aside.index.tolist()) == (4, [3], [2, 4, 5])
    assert notes(found) == {"rows_total": ([5], {}), "rows_not_records": ([2, 4], {})}


def test_a_place_called_like_a_total_is_a_record() -> None:
    """Only a row whose first filled cell is the word adds up others."""
    assert table(["Date", "Place", "Species", "kg"], ["2024-01-01", "Total", "Manis", "3"]).rows_read == 1
    assert len(table(["Date", "Place", "Species", "kg"], ["2024-01-01", "Total", "Manis", "3"]).set_aside) == 0


def test_a_row_with_one_cell_is_a_record_in_a_narrow_table() -> None:
    assert len(table(["Date", "Place"], ["2024-01-01", ""]).rows) == 1


def test_findings_about_the_header() -> None:
    found = table(["Date", "C/UC", "c uc", "", "Long\nname"], ["2024", "1", "2", "x", "y"], known=frozenset({"date", "c uc"}))
    assert notes(found) == {
        "header_repeated": ([1], {"number": "2"}),
        "header_unnamed": ([1], {}),
        "header_with_line_breaks": ([1], {"number": "1"}),
    }


def test_headers_cut_at_ten_characters() -> None:
    cut = table(["a", "b", "c"], header=("coordenada", "metodoexpl", "link"))
    whole = table(["a", "b", "c"], header=("coordenadas", "metodoexpl", "link"))
    assert notes(cut) == {"headers_cut": ([1], {"number": "2", "length": "10"})}
    assert notes(whole) == {}


def test_short_rows() -> None:
    found = table(["Date", "Place"], ["2024"], ["2024", "Lima"], short=(2,))
    assert notes(found) == {"rows_short": ([2], {})}


def test_no_table_in_an_empty_sheet() -> None:
    empty = Sheet(name="", cells=pd.DataFrame())
    assert find_table(empty, KNOWN) is None
