from datetime import date

import pytest

from ens_reports.store import KeptAnswer, KeptFinding


def _answer(check: str, **values: str) -> KeptAnswer:
    return KeptAnswer(check=check, answer="right", day=date(2026, 1, 2), submission="KEN-1", **values)


def test_an_answer_has_the_cause_of_the_finding_that_it_answers() -> None:
    finding = KeptFinding(check="date_unreadable", field="incident_date", header="Fecha")
    assert _answer("date_unreadable", field="incident_date", header="Fecha").cause == finding.cause


@pytest.mark.parametrize(("check", "fact"), [("understood.date_order", "date_order"), ("date_unreadable", ""), ("other.fact", "")])
def test_an_answer_to_how_a_column_was_read_names_the_fact(check: str, fact: str) -> None:
    assert _answer(check).fact == fact
