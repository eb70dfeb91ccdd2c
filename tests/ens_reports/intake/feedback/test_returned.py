from datetime import date

import pandas as pd

from data_contracts.registry import CONTRACTS
from ens_reports.intake.feedback.returned import MAX_WORDS, take_out, understand
from ens_reports.intake.pack.marker import Marker
from ens_reports.intake.reader.grid import Note
from ens_reports.intake.source import Sheet, Source
from ens_reports.locales import LANGUAGES, Language

DAY = date(2026, 1, 15)
WILDLIFE = CONTRACTS["wildlife"]


def sheet(name: str, rows: list[list[str]]) -> Sheet:
    width = max(map(len, rows))
    frame = pd.DataFrame([row + [""] * (width - len(row)) for row in rows], index=range(1, len(rows) + 1), dtype="str")
    return Sheet(name=name, cells=frame)


def corrections(*rows: list[str], heads: tuple[str, ...] = ("No.", "Your answer", "Your words")) -> Sheet:
    marker = Marker(kind="corrections", submission="KEN-1", sheet="Cases")
    return sheet("Corrections", [["Title", "", "", str(marker)], [], [*heads, "key:check", "key:field", "key:header"], *rows])


def source(*sheets: Sheet, notes: tuple[Note, ...] = ()) -> Source:
    return Source(format="xlsx", sheets=sheets, notes=notes, encoding="", delimiter="", unreadable="", unreadable_values={})


def answers(*sheets: Sheet) -> tuple[list[tuple[str, str, str]], list[tuple[int, int]]]:
    _, returned = take_out(source(*sheets))
    assert returned is not None
    read = understand(returned, WILDLIFE, day=DAY, submission="KEN-2")
    return [(item.check, item.answer, item.value) for item in read.kept], [
        (int(item.finding.rows[0]), item.column) for item in read.unclear
    ]


def test_a_file_that_is_none_of_ours_is_left_as_it_is() -> None:
    one = source(sheet("Cases", [["a"]]))
    assert take_out(one) == (one, None)


def test_our_sheets_and_what_was_seen_in_them_are_taken_out() -> None:
    notes = (
        Note(check="rows_hidden", sheet="Corrections"),
        Note(check="rows_hidden", sheet="Cases"),
        Note(check="comments_not_read", sheet="Cases"),
    )
    left, returned = take_out(source(sheet("Cases", [["a"]]), corrections(), notes=notes))
    assert ([item.name for item in left.sheets], [note.sheet for note in left.notes]) == (["Cases"], ["Cases"])
    assert returned is not None
    assert (returned.submission, returned.sheet, returned.lines) == ("KEN-1", "Cases", ())


def test_the_columns_that_an_excerpt_has_behind_are_taken_out_in_every_language() -> None:
    for code in LANGUAGES:
        text = Language(code).text
        rows = [["Pays", text("Row in your file"), text("What was found")], ["Kenya", "812", "F1"]]
        left, _ = take_out(source(sheet("Cases", rows), corrections()))
        assert left.sheets[0].cells.to_numpy().tolist() == [["Pays"], ["Kenya"]]


def test_answers_are_read_in_every_language_and_wherever_their_columns_stand() -> None:
    for code in LANGUAGES:
        text = Language(code).text
        heads = (text("Your words"), "inserted", text("Your answer"))
        line = ["seen by a court", "", text("Our law forbids it"), "missing.outcome", "outcome", ""]
        assert answers(corrections(line, heads=heads)) == ([("missing.outcome", "law_forbids", "seen by a court")], [])


def test_blank_lines_say_nothing() -> None:
    assert answers(corrections(["F1", "", "", "missing.outcome", "outcome", ""])) == ([], [])


def test_words_without_an_answer_are_an_answer_of_their_own() -> None:
    line = ["F1", "", "x" * (MAX_WORDS + 1), "missing.outcome", "outcome", ""]
    assert answers(corrections(line)) == ([("missing.outcome", "other", "x" * MAX_WORDS)], [])


def test_what_makes_no_sense_is_a_finding_at_its_cell() -> None:
    lines = (
        ["F1", "perhaps", "", "missing.outcome", "outcome", ""],
        ["F2", "Other: see my words", "", "missing.outcome", "outcome", ""],
        ["F3", "Not available", "", "", "", ""],
    )
    assert answers(corrections(*lines)) == ([], [(4, 1), (5, 1), (6, 1)])


def understood(*rows: list[str]) -> Sheet:
    marker = Marker(kind="understood", submission="KEN-1", sheet="Cases")
    heads = ["Your heading", "Your answer", "key:fact", "key:field", "key:header", "key:value"]
    return sheet("What we understood", [["Title", str(marker)], heads, *rows])


def test_columns_are_confirmed_or_corrected() -> None:
    sheet = understood(
        ["Date", "Right", "date_order", "incident_date", "Date", "day_first"],
        ["Date", "month first: 12/31/2025", "date_order", "incident_date", "Date", "day_first"],
        ["Poids", "Quantity (quantity)", "field", "value", "Poids", "value"],
        ["Poids", "Leave this column out", "field", "value", "Poids", "value"],
        ["Poids", "Kilogram (kg)", "unit", "quantity", "Poids", "kg"],
        ["Poids", "a bucket", "unit", "quantity", "Poids", "kg"],
    )
    assert answers(sheet) == (
        [
            ("understood.date_order", "confirmed", "day_first"),
            ("understood.date_order", "instead", "month_first"),
            ("understood.field", "instead", "quantity"),
            ("understood.field", "instead", "none"),
            ("understood.unit", "confirmed", "kg"),
        ],
        [(8, 1)],
    )


def test_a_sheet_whose_columns_for_programs_are_gone_answers_nothing() -> None:
    marker = Marker(kind="corrections", submission="KEN-1", sheet="Cases")
    assert answers(sheet("Corrections", [[str(marker)], ["Your answer"], ["Not available"]])) == ([], [])
