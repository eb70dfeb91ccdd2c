from dataclasses import replace
from typing import get_args

from answers_back import make_answer
from mapped import make_table

from ens_reports.intake.outcome import FileOutcome, Status


def test_every_status_has_a_sentence() -> None:
    for status in get_args(Status):
        assert make_answer(outcome=FileOutcome(path="a", status=status)).status().endswith(".")


def test_totals_do_not_wait_for_a_correction() -> None:
    table = make_table({"A": ["1", "Total"]})
    aside = replace(table, rows=table.rows.loc[[2]], set_aside=table.rows.loc[[3]])
    for rejected, sentence in ((1, "All records were accepted; rows that"), (2, "Some records were accepted; the others")):
        outcome = FileOutcome(path="a", status="partly_accepted", rows_read=5, rows_accepted=5 - rejected, rows_rejected=rejected)
        assert make_answer(outcome=outcome, table=aside).status().startswith(sentence)


def test_facts_speak_the_language() -> None:
    assert dict(make_answer().facts())["Received on"] == "15 January 2026"
    assert "15 janvier 2026" in dict(make_answer("fr").facts()).values()
