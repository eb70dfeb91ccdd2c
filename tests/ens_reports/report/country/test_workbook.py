import io
from dataclasses import replace

import openpyxl
import worlds

from ens_reports.analysis.assessment import assess
from ens_reports.report.country.workbook import workbook


def sheet(view) -> openpyxl.worksheet.worksheet.Worksheet:  # noqa: ANN001 - a view
    return openpyxl.load_workbook(io.BytesIO(workbook(assess(view))))["records"]


def test_only_own_rows_of_the_period_are_inside() -> None:
    view = worlds.view(worlds.World(own=40, others=60))
    rows = list(sheet(view).iter_rows(values_only=True))
    assert len(rows) - 1 == int((view.incidents["own"] & view.incidents["in_period"]).sum())
    assert "owner" not in rows[0]


def test_a_formula_in_a_cell_stays_text() -> None:
    view = worlds.view(worlds.World(own=1, first_year=2025))
    view = replace(view, incidents=view.incidents.assign(place_name='=HYPERLINK("http://x","y")'))
    cells = {cell.value: cell.data_type for row in sheet(view).iter_rows() for cell in row}
    assert cells['=HYPERLINK("http://x","y")'] == "s"


def test_equal_records_give_equal_bytes() -> None:
    assert workbook(assess(worlds.view(worlds.World(own=20)))) == workbook(assess(worlds.view(worlds.World(own=20))))
