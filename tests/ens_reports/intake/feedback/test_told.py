from answers_back import make_kept
from mapped import make_table

from ens_reports.intake.feedback.told import MAX_KEPT_RANGES, answered_as, details, fixed, header_of, keep, tell
from ens_reports.intake.findings import Collector, Located
from ens_reports.intake.prepare import without_place
from ens_reports.locales import Language
from ens_reports.store import KeptFinding

ENGLISH = Language("en")


def found(check: str, rows: list[int], field: str = "", header: str = "Pays\n d'origine") -> Located:
    table = make_table({header: ["x"] * 3})
    collector = Collector(sheet=table.sheet, header=table.header)
    collector.add(check, rows, column=0, field_name=field)
    return collector.found[0]


def test_what_was_answered_waits_no_more_and_is_a_note() -> None:
    items = [found("country_not_listed", [2], "origin_country"), found("date_unreadable", [3], "incident_date")]
    answer = make_kept("country_not_listed", "origin_country", "Pays d'origine")
    told = tell(items, ENGLISH, answers=[answer], earlier=None)
    assert [(item.reference, item.state, item.since, item.answer) for item in told] == [
        ("F1", "answered", "", answer),
        ("F2", "open", "", None),
    ]
    assert [item.severity for item in details(items, ENGLISH, [answer])] == ["note", "error"]


def test_what_is_said_to_be_corrected_and_is_still_there_stays_open() -> None:
    answer = make_kept("country_not_listed", "origin_country", "Pays d'origine", answer="corrected")
    told = tell([found("country_not_listed", [2], "origin_country")], ENGLISH, answers=[answer], earlier=None)
    assert [item.state for item in told] == ["open"]


def test_an_answer_to_another_column_settles_nothing() -> None:
    answer = make_kept("country_not_listed", "origin_country", "Destination")
    assert tell([found("country_not_listed", [2], "origin_country")], ENGLISH, answers=[answer], earlier=None)[0].state == "open"


def test_findings_are_new_or_known_and_say_how_many_there_were() -> None:
    items = [found("country_not_listed", [2], "origin_country"), found("date_unreadable", [3], "incident_date")]
    earlier = [KeptFinding(check="country_not_listed", field="origin_country", header="Pays d'origine", count=9)]
    told = tell(items, ENGLISH, answers=(), earlier=earlier)
    assert [(item.since, item.before) for item in told] == [("still_open", 9), ("new", 0)]


def test_what_is_found_no_more_is_fixed_but_for_notes_and_what_only_analysts_see() -> None:
    earlier = [
        KeptFinding(check="date_unreadable", field="incident_date", header="Date", count=4),
        KeptFinding(check="cover_missing", count=1),
        KeptFinding(check="country_not_listed", audience="analyst"),
        KeptFinding(check="a_check_that_is_no_more"),
        KeptFinding(check="quantity_contradicts", field="quantity", wording={"party": "VNM"}),  # the other party closed its record since
    ]
    gone = fixed([found("country_not_listed", [2])], earlier, ENGLISH)
    assert [(item.check, item.count, item.header, item.cells) for item in gone] == [("date_unreadable", 4, "Date", ())]


def test_fields_that_a_file_lacks_are_answered_one_by_one() -> None:
    absent = without_place("columns_absent", values={"fields": "outcome, place, permit_status"})
    answers = [make_kept("missing.outcome", "outcome"), make_kept("missing.place", "place", answer="law_forbids")]
    told = tell([absent], ENGLISH, answers=answers, earlier=None)
    assert [(item.reference, item.state, item.located.finding.values["fields"]) for item in told] == [
        ("F1", "open", "permit_status"),
        ("F2", "answered", "outcome"),
        ("F3", "answered", "place"),
    ]


def test_a_gap_is_answered_wherever_it_shows() -> None:
    """Once said of a column that is there and blank, it holds for a file without the column."""
    assert answered_as(found("missing.outcome", [2], "outcome")) == ("missing.outcome", "outcome", "")


def test_the_ledger_keeps_ranges_and_no_sample_of_values() -> None:
    item = found("date_unreadable", [2, 3], "incident_date")
    assert keep([item]) == (
        KeptFinding(check="date_unreadable", field="incident_date", header="Pays d'origine", column=0, count=2, places=((2, 3),)),
    )
    many = found("date_unreadable", list(range(2, 6 * MAX_KEPT_RANGES, 2)))
    assert len(keep([many])[0].places) == MAX_KEPT_RANGES


def test_headers_can_be_written_anywhere() -> None:
    assert header_of(found("date_unreadable", [2], header="a\n\u202eb\ud800")) == r"a \u202eb\ud800"
