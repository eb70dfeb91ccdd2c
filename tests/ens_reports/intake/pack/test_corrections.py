from answers_back import make_answer, make_kept
from mapped import make_table

from ens_reports.intake.findings import Collector
from ens_reports.intake.pack.corrections import ANSWER, HEAD, HEADS, corrections
from ens_reports.intake.pack.layout import Layout
from ens_reports.intake.pack.listing import findings, since
from ens_reports.intake.pack.sheet import PackSheet
from ens_reports.intake.pack.start import start
from ens_reports.intake.prepare import without_place
from ens_reports.locales import Language


def lines(sheet: PackSheet) -> list[list[str]]:
    return [[cell.text for cell in line] for line in sheet.lines[sheet.head + 1 :]]


def test_each_finding_that_waits_has_a_line_with_its_cause_for_programs() -> None:
    sheet = corrections(make_answer(), Layout())
    assert [(line[0], line[3], line[11:]) for line in lines(sheet)] == [
        ("F1", "B3", ["year_disagrees", "", "<script>alert(1)<br>"]),
        ("F2", "rows 2:3", ["missing.origin_country", "origin_country", ""]),
    ]
    assert [cell.text for cell in sheet.lines[HEAD]][11:] == ["key:check", "key:field", "key:header"]
    assert sheet.hidden == (11, 12, 13)
    assert [(choice.column, choice.rows) for choice in sheet.choices] == [(HEADS.index(ANSWER), (HEAD + 1, HEAD + 2))]


def test_a_line_shows_what_was_written_there() -> None:
    """The sample of the finding, else the cells themselves; whole rows and blank cells show nothing."""
    assert [line[5] for line in lines(corrections(make_answer(), Layout()))] == ["<script>alert(1)<br>", ""]
    table = make_table({"Pays": ["=1+1", "", "Wakanda", "Wakanda"]})
    collector = Collector(sheet=table.sheet, header=table.header)
    collector.add("country_not_listed", [2, 3, 4, 5], column=0)
    answer = make_answer(found=tuple(collector.found), table=table)
    assert [line[5] for line in lines(corrections(answer, Layout()))] == ["=1+1\nWakanda"]


def test_only_answers_can_be_written_in() -> None:
    sheet = corrections(make_answer(), Layout())
    assert sheet.protected
    assert [[place for place, cell in enumerate(line) if cell.style == "entry"] for line in sheet.lines[HEAD + 1 :]] == [[9, 10]] * 2


def test_what_was_answered_is_not_asked_again_and_stands_among_the_findings() -> None:
    answer = make_answer(answers=(make_kept("missing.origin_country", "origin_country"),))
    assert [line[0] for line in lines(corrections(answer, Layout()))] == ["F1"]
    assert [(line[0], line[2]) for line in lines(findings(answer, Layout()))] == [("F1", ""), ("F2", "Answered")]


def test_what_was_said_to_be_corrected_and_is_not_shows_the_answer() -> None:
    said = make_kept("missing.origin_country", "origin_country", answer="corrected", value="see row 2")
    line = lines(corrections(make_answer(answers=(said,)), Layout()))[1]
    assert line[9:11] == ["Corrected in the file", "see row 2"]


def test_each_field_that_a_file_lacks_has_its_own_line() -> None:
    absent = without_place("columns_absent", values={"fields": "place, outcome"})
    sheet = corrections(make_answer(found=(absent,)), Layout())
    assert [(line[0], line[6], line[11]) for line in lines(sheet)] == [
        ("F1.1", "Not in the file: place", "missing.place"),
        ("F1.2", "Not in the file: outcome", "missing.outcome"),
    ]


def test_without_anything_to_correct_nothing_is_offered() -> None:
    sheet = corrections(make_answer(found=()), Layout())
    assert (lines(sheet), sheet.choices) == ([], ())


def test_the_first_sheet_says_by_when_only_if_something_waits() -> None:
    for answer, there in ((make_answer(), True), (make_answer(found=()), False)):
        texts = [cell.text for line in start(answer, kind="annotated").lines for cell in line]
        assert ("14 February 2026" in texts) == there


def test_a_finding_that_is_less_than_before_says_so() -> None:
    item = make_answer().told[0]
    changed = type(item)(**{**vars(item), "since": "still_open", "before": 5})
    assert since(changed, Language("en")) == "Still open: 1 of 5"
