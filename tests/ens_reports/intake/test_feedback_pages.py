import pytest
from answers_back import SCRIPT, make_answer
from mapped import make_table

from ens_reports.intake.feedback_pages import feedback_page, receipt_page
from ens_reports.intake.findings import Collector
from ens_reports.intake.prepare import without_place


@pytest.mark.parametrize("page", [feedback_page, receipt_page])
def test_nothing_of_the_file_is_markup(page: object) -> None:
    content = page(make_answer())  # type: ignore[operator]
    assert SCRIPT not in content
    assert "&lt;script&gt;alert(1)&lt;br&gt;" in content
    assert "Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"" in content


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("es", "ltr"), ("ar", "rtl")])
def test_language_and_direction(language: str, direction: str) -> None:
    assert f'<html lang="{language}" dir="{direction}">' in feedback_page(make_answer(language))


def test_findings_name_header_and_cell() -> None:
    page = feedback_page(make_answer())
    assert '</strong><br><bdi dir="ltr">B3</bdi></bdi>' in page
    assert "The year of the date is not the year in the column of years; the date was taken." in page


def test_addresses_stand_from_left_to_right_in_every_language() -> None:
    table = make_table({"A": ["1", "2", "3"]})
    collector = Collector(sheet=table.sheet, header=table.header)
    collector.add("blanks_trimmed", [2, 3], column=0)
    pages = {name: feedback_page(make_answer(name, found=tuple(collector.found))) for name in ("en", "ar")}
    assert '<bdi dir="ltr">A2</bdi>, <bdi dir="ltr">A3</bdi>' in pages["en"]
    assert '<bdi dir="ltr">A2</bdi>\u060c <bdi dir="ltr">A3</bdi>' in pages["ar"]


def test_each_cost_of_what_a_file_lacks_has_its_line() -> None:
    page = feedback_page(make_answer(found=(without_place("columns_absent", values={"fields": "place, outcome"}),)))
    assert "td.cost{white-space:pre-line}" in page
    assert '<td class="cost">Of the records: \n\u2022 place: They are missing' in page


def test_a_file_without_findings() -> None:
    assert "There is nothing to correct." in feedback_page(make_answer(found=()))


def test_a_sample_of_values_is_not_on_the_pages() -> None:
    """What was found is shown beside its row in the workbook; pages are passed on more easily."""
    assert feedback_page(make_answer()).count("&lt;script&gt;") == 2


def test_the_receipt_states_sums_and_digest() -> None:
    page = receipt_page(make_answer())
    assert "ab" * 32 in page
    assert '<th scope="row">Records read</th><td><bdi>2</bdi></td>' in page
