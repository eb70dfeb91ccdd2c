import pytest
from answers_back import make_kept

from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.mappings.overlay import with_answers

CONTENT = {
    "name": "m", "party": "KEN", "contract": "wildlife", "title": "t", "recognises": {"headers": ["x"]},
    "columns": {"incident_date": {"column": "Date of seizure"}, "quantity": {"column": "Weight"}, "reporting_country": {"constant": "KEN"}},
    "options": [[{"when": "Pieces", "fields": {"quantity": {"column": "Pieces"}}}]],
}  # fmt: skip


@pytest.fixture
def mapping() -> Mapping:
    return Mapping.model_validate(CONTENT)


def said(mapping: Mapping, fact: str, field: str, header: str, value: str, answer: str = "instead") -> Mapping:
    return with_answers(mapping, [make_kept(f"understood.{fact}", field, header, answer=answer, value=value)])


@pytest.mark.parametrize("answer", ["confirmed", "instead"])
def test_the_order_of_dates_that_was_said_or_confirmed_holds(mapping: Mapping, answer: str) -> None:
    changed = said(mapping, "date_order", "incident_date", "DATE of  seizure", "month_first", answer)
    assert changed.columns["incident_date"].date_order == "month_first"
    assert changed.columns["quantity"] == mapping.columns["quantity"]


def test_unit_and_currency_are_those_that_were_said(mapping: Mapping) -> None:
    assert said(mapping, "unit", "quantity", "Weight", "g").columns["quantity"].unit == "g"
    assert said(mapping, "currency", "quantity", "Weight", "XAF").columns["quantity"].currency == "XAF"
    assert said(mapping, "unit", "quantity", "Pieces", "g").options[0][0].fields["quantity"].unit == "g"


@pytest.mark.parametrize(
    ("fact", "field", "header", "value"),
    [
        ("date_order", "incident_date", "Date of report", "month_first"),
        ("date_order", "incident_date", "Date of seizure", "iso"),
        ("unit", "quantity", "Weight", "bucket"),
        ("field", "origin_country", "Weight", "value"),
        ("colour", "quantity", "Weight", "red"),
    ],
)
def test_an_answer_that_fits_no_rule_or_no_value_changes_nothing(mapping: Mapping, fact: str, field: str, header: str, value: str) -> None:
    assert said(mapping, fact, field, header, value) == mapping


def test_a_column_is_read_as_the_field_that_was_said(mapping: Mapping) -> None:
    changed = said(mapping, "field", "quantity", "Weight", "value")
    assert "quantity" not in changed.columns
    assert changed.columns["value"].column == "Weight"


def test_a_column_that_is_to_be_left_out_feeds_nothing(mapping: Mapping) -> None:
    changed = said(mapping, "field", "quantity", "Weight", "none")
    assert set(changed.columns) == {"incident_date", "reporting_country"}
    assert changed.ignored == {"Weight": "no_place_in_contract"}


def test_what_is_the_same_in_every_row_can_be_said(mapping: Mapping) -> None:
    assert said(mapping, "constant", "reporting_country", "", "UGA").columns["reporting_country"].constant == "UGA"
    assert said(mapping, "constant", "reporting_country", "", "KEN", "confirmed") == mapping


def test_an_answer_to_a_finding_is_none_to_a_column(mapping: Mapping) -> None:
    assert with_answers(mapping, [make_kept("country_not_listed", "quantity", "Weight", value="x")]) == mapping
