from answers_back import make_answer, make_kept
from mapped import make_table

from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.findings import Collector
from ens_reports.intake.pack.layout import Layout
from ens_reports.intake.pack.marks import MAX_COMMENT_CHARS, MAX_COMMENTED, MAX_NOTED, fills, remarks

ROWS = MAX_COMMENTED + 40


def answer_to(*findings: tuple[str, list[int], int, str], **more: object) -> Answer:
    table = make_table({"A": ["x"] * ROWS, "B": ["y"] * ROWS})
    collector = Collector(sheet=table.sheet, header=table.header)
    for check, rows, column, field in findings:
        collector.add(check, rows, column=column, field_name=field)
    return make_answer(found=tuple(collector.found), table=table, **more)


def test_the_weightiest_finding_colours_a_cell() -> None:
    answer = answer_to(("date_unreadable", [3], 0, ""), ("country_not_listed", [2, 3, 4], 0, ""))
    assert [(fill.severity, fill.rows) for fill in fills(answer, Layout())] == [("warning", (2, 4)), ("error", (3, 3))]


def test_all_that_is_said_of_a_cell_stands_in_one_comment() -> None:
    found = remarks(answer_to(("date_unreadable", [3], 0, ""), ("country_not_listed", [3], 0, "")), Layout())
    assert [(remark.row, remark.column) for remark in found] == [(3, 0)]
    assert ("F1 \N{MIDDLE DOT} " in found[0].text, "\n\nF2 \N{MIDDLE DOT} " in found[0].text) == (True, True)
    assert len(found[0].text) <= MAX_COMMENT_CHARS


def test_of_many_cells_the_first_and_the_heading_bear_a_comment_and_all_are_coloured() -> None:
    answer = answer_to(("country_not_listed", list(range(2, 2 + MAX_COMMENTED + 1)), 1, ""))
    found = remarks(answer, Layout())
    assert [remark.row for remark in found] == [1, *range(2, 2 + MAX_COMMENTED)]
    assert [fill.rows for fill in fills(answer, Layout())] == [(2, 2 + MAX_COMMENTED)]
    few = answer_to(("country_not_listed", list(range(2, 2 + MAX_COMMENTED)), 1, ""))
    assert [remark.row for remark in remarks(few, Layout())] == list(range(2, 2 + MAX_COMMENTED))


def test_what_was_answered_is_not_marked() -> None:
    answered = make_kept("country_not_listed", "origin_country", "A")
    answer = answer_to(("country_not_listed", [3], 0, "origin_country"), answers=(answered,))
    assert (fills(answer, Layout()), remarks(answer, Layout())) == ((), ())


def test_a_note_colours_a_few_cells_and_bears_no_comment() -> None:
    few, many = (answer_to(("blanks_trimmed", list(range(2, 2 + number)), 0, "")) for number in (MAX_NOTED, MAX_NOTED + 1))
    assert ([fill.severity for fill in fills(few, Layout())], remarks(few, Layout())) == (["note"], ())
    assert fills(many, Layout()) == ()


def test_a_field_without_a_column_has_no_cell_to_mark() -> None:
    assert fills(answer_to(("country_not_listed", [3], -1, "origin_country")), Layout()) == ()
    assert [fill.column for fill in fills(answer_to(("country_not_listed", [3], -1, "")), Layout())] == [0]


def test_rows_that_are_not_in_an_excerpt_are_not_marked() -> None:
    answer = answer_to(("country_not_listed", [3, 9], 0, ""))
    layout = Layout(rows={9: 2})
    assert [fill.rows for fill in fills(answer, layout)] == [(2, 2)]
    assert [remark.row for remark in remarks(answer, layout)] == [2]
