from typing import get_args

from answers_back import make_answer

from ens_reports.intake.outcome import FileOutcome, Status


def test_every_status_has_a_sentence() -> None:
    for status in get_args(Status):
        assert make_answer(outcome=FileOutcome(path="a", status=status)).status().endswith(".")


def test_facts_speak_the_language() -> None:
    assert dict(make_answer().facts())["Received on"] == "15 January 2026"
    assert "15 janvier 2026" in dict(make_answer("fr").facts()).values()
