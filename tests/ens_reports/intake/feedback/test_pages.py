from collections.abc import Callable
from dataclasses import replace

import pytest
from answers_back import SCRIPT, make_answer, make_kept
from mapped import make_table

from data_contracts.registry import CONTRACTS
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.earlier_sent import Earlier
from ens_reports.intake.feedback.pages import feedback_page, receipt_page
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.feedback.workbook import Book
from ens_reports.intake.findings import Collector
from ens_reports.intake.prepare import without_place
from ens_reports.store import KeptFinding


def page_of(answer: Answer, lost: tuple[str, ...] = ()) -> str:
    return feedback_page(answer, Book(content=b"", kind="annotated", lost=lost))


@pytest.mark.parametrize("page", [page_of, receipt_page])
def test_nothing_of_the_file_is_markup(page: Callable[[Answer], str]) -> None:
    content = page(make_answer())
    assert SCRIPT not in content
    assert "&lt;script&gt;alert(1)&lt;br&gt;" in content
    assert "Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"" in content


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("es", "ltr"), ("ar", "rtl")])
def test_language_and_direction(language: str, direction: str) -> None:
    assert f'<html lang="{language}" dir="{direction}">' in page_of(make_answer(language))


def test_findings_name_header_and_cell() -> None:
    page = page_of(make_answer())
    assert '<dd class="where"><bdi class="where"><bdi dir="ltr">B3</bdi></bdi></dd>' in page
    assert "The year of the date is not the year in the column of years; the date was taken." in page


def test_addresses_are_ranges_from_left_to_right_in_every_language() -> None:
    table = make_table({"A": ["1", "2", "3", "4"]})
    collector = Collector(sheet=table.sheet, header=table.header)
    collector.add("blanks_trimmed", [2, 3, 5], column=0)
    pages = {name: page_of(make_answer(name, found=tuple(collector.found))) for name in ("en", "ar")}
    assert '<bdi dir="ltr">A2:A3</bdi>, <bdi dir="ltr">A5</bdi>' in pages["en"]
    assert '<bdi dir="ltr">A2:A3</bdi>\u060c <bdi dir="ltr">A5</bdi>' in pages["ar"]


def test_each_cost_of_what_a_file_lacks_has_its_line() -> None:
    page = page_of(make_answer(found=(without_place("columns_absent", values={"fields": "place, outcome"}),)))
    assert ".cost{white-space:pre-line}" in page
    assert '<dd class="cost">In your reports: \n\u2022 2 records have no place: they' in page


def test_a_file_without_findings() -> None:
    assert "There is nothing to correct." in page_of(make_answer(found=()))


def test_a_sample_of_values_is_not_on_the_pages() -> None:
    """What was found is shown in the workbook; pages are passed on more easily."""
    assert page_of(make_answer()).count("&lt;script&gt;") == 1


def test_what_was_answered_or_fixed_is_not_asked_again() -> None:
    earlier = Earlier(submission="KEN-1", received_on=make_answer().received_on, found=(KeptFinding(check="date_unreadable", count=7),))
    page = page_of(replace(make_answer(), answers=(make_kept("missing.origin_country", "origin_country"),), earlier=earlier))
    assert page.count('<li class="finding') == 1
    assert "<bdi>Not available</bdi></td><td><bdi>15 January 2026</bdi>" in page
    assert "Fixed since the last time" in page


def test_how_columns_were_read_and_what_could_not_be_kept() -> None:
    read = Understood(column=0, header="Date", field="incident_date", facts={"date_order": "day_first", "proven": "no"})
    page = page_of(make_answer(understood=(read,), contract=CONTRACTS["wildlife"]), lost=("charts", "macros"))
    assert "Order of day and month: day first: 31/12/2025 (not proven: please confirm)" in page
    assert "Not kept of your workbook in feedback.xlsx: charts and macros." in page


def test_the_receipt_states_sums_digest_and_the_last_day() -> None:
    page = receipt_page(make_answer())
    assert "ab" * 32 in page
    assert "<li><strong>2</strong><span>Rows received</span></li>" in page
    assert '<li class="due"><strong>14 February 2026</strong><span>Please correct by</span></li>' in page
    assert "14 February 2026" not in receipt_page(make_answer(found=()))
