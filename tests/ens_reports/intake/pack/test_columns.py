from dataclasses import replace

import pandas as pd
from answers_back import make_answer, make_kept
from mapped import make_table

from data_contracts.registry import CONTRACTS
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.pack.columns import HEAD, columns, example, facts_of, unproven

DATE = Understood(column=0, header="Date", field="incident_date", facts={"date_order": "day_first", "proven": "no"})
WEIGHT = Understood(column=1, header="Poids", field="quantity", facts={"decimal": ",", "unit": "kg"})
COUNTRY = Understood(column=-1, header="", field="reporting_country", facts={"constant": "KEN"})


def answer_to(*understood: Understood, **more: object) -> Answer:
    table = make_table({"Date": ["", "03/04/2025", "05/04/2025"], "Poids": ["x", "3", "3,5"]})
    records = pd.DataFrame({"incident_date": [None, "2025-04-03", "2025-04-05"], "quantity": [None, 3.0, 3.5]}, index=[2, 3, 4])
    return replace(make_answer(found=(), table=table, understood=understood, contract=CONTRACTS["wildlife"]), records=records, **more)


def lines(answer: Answer) -> list[list[str]]:
    sheet = columns(answer)
    assert sheet is not None
    return [[cell.text for cell in line][:7] for line in sheet.lines[HEAD + 1 :]]


def test_each_column_and_each_conclusion_has_its_line() -> None:
    assert [list(facts_of(item)) for item in (DATE, WEIGHT, COUNTRY)] == [
        [("field", "incident_date"), ("date_order", "day_first")],
        [("field", "quantity"), ("decimal", ","), ("unit", "kg")],
        [("constant", "KEN")],
    ]
    assert lines(answer_to(DATE, COUNTRY)) == [
        ["A", "Date", "Read as", "Incident date (incident_date)", "03/04/2025", "2025-04-03", ""],
        [
            "A", "Date", "Order of day and month \N{MIDDLE DOT} Incident date (incident_date)",
            "day first: 31/12/2025 - not proven: please confirm", "03/04/2025", "2025-04-03", "",
        ],
        ["", "", "The same in every row \N{MIDDLE DOT} Reporting country (reporting_country)", "Kenya (KEN)", "", "", ""],
    ]  # fmt: skip


def test_an_example_shows_a_value_that_changed_if_there_is_one() -> None:
    assert example(answer_to(WEIGHT), WEIGHT) == ("3,5", "3.5")
    unread = replace(WEIGHT, field="value")
    assert example(answer_to(unread), unread) == ("x", "")
    assert example(answer_to(COUNTRY), COUNTRY) == ("", "")
    assert example(replace(answer_to(DATE), records=pd.DataFrame()), DATE) == ("03/04/2025", "")


def test_what_the_sender_said_before_stands_in_its_place() -> None:
    given = (
        make_kept("understood.field", "incident_date", "Date", answer="confirmed", value="incident_date"),
        make_kept("understood.date_order", "incident_date", "Date", answer="instead", value="month_first"),
    )
    assert [line[6] for line in lines(answer_to(DATE, answers=given))] == ["Right", "month first: 12/31/2025"]


def test_only_an_order_of_dates_can_be_unproven() -> None:
    unclear = replace(DATE, facts={"date_order": "unclear"})
    assert [unproven(DATE, "date_order"), unproven(unclear, "date_order"), unproven(WEIGHT, "unit")] == [True, True, False]
    assert not unproven(replace(DATE, facts={"date_order": "day_first", "proven": "yes"}), "date_order")


def test_every_line_offers_its_list_and_only_constants_take_what_is_typed() -> None:
    sheet = columns(answer_to(DATE, WEIGHT, COUNTRY))
    assert sheet is not None
    assert [(choice.rows[0] - HEAD, choice.options, choice.closed) for choice in sheet.choices] == [
        (1, "field", True), (2, "date_order", True), (3, "field", True), (4, "decimal", True), (5, "unit", True),
        (6, "constant.reporting_country", False),
    ]  # fmt: skip
    assert sheet.options["date_order"] == ("Right", "day first: 31/12/2025", "month first: 12/31/2025")


def test_without_a_contract_nothing_was_understood() -> None:
    assert columns(make_answer()) is None
    assert columns(answer_to()) is None
