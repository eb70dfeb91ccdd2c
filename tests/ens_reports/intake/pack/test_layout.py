from answers_back import make_answer
from mapped import make_table

from ens_reports.intake.feedback.told import Told
from ens_reports.intake.findings import Collector
from ens_reports.intake.pack.layout import SHOWN_RANGES, Layout
from ens_reports.intake.prepare import without_place
from ens_reports.locales import Language

ENGLISH = Language("en")


def told(rows: list[int], column: int = 1) -> Told:
    table = make_table({"A": ["x"] * 99, "B": ["y"] * 99})
    collector = Collector(sheet=table.sheet, header=table.header)
    collector.add("date_unreadable", rows, column=column)
    return make_answer(found=tuple(collector.found), table=table).told[0]


def test_cells_are_told_in_ranges_as_they_stand_in_the_workbook() -> None:
    assert Layout().where(told([2, 3, 7]), ENGLISH) == "B2:B3, B7"
    assert Layout(below=1).where(told([2, 3, 7]), ENGLISH) == "B3:B4, B8"
    assert Layout().where(told([2, 3], column=-1), ENGLISH) == "rows 2:3"


def test_of_very_many_ranges_the_first_are_told_and_how_many_more() -> None:
    where = Layout().where(told(list(range(2, 2 + 2 * (SHOWN_RANGES + 2), 2))), ENGLISH)
    assert where.startswith("B2, B4, ")
    assert where.endswith(" and 2 more places")


def test_what_has_no_cell_is_told_so() -> None:
    assert Layout(head=1).where(told([1], column=-1), ENGLISH) == "the headings"
    whole = make_answer(found=(without_place("cover_missing"),)).told[0]
    assert (Layout().where(whole, ENGLISH), Layout().link(whole)) == ("the whole file", "")


def test_a_link_leads_to_the_first_cell() -> None:
    item = told([5, 9])
    assert Layout(names={"": "Joe's"}, below=1).link(item) == "'Joe''s'!B6"
    assert Layout(names={"": "x"}, rows={9: 2}).link(item) == ""
    assert Layout(names={"": "x"}, rows={5: 2}).link(item) == "'x'!B2"
    assert Layout().link(item) == ""
