"""What commands say of findings that are for analysts alone, and of the history of a record."""

from pathlib import Path

import plain
import pytest

from ens_reports import answers
from ens_reports.intake import FileOutcome
from ens_reports.intake.outcome import Detail
from ens_reports.params import Workspace
from ens_reports.store import KeptFinding, Revision

ROW = plain.row("KEN-1", records="0")
MARK = "For analysts alone, and in no feedback: what rests on records that the sender may not see."
KEPT = KeptFinding(check="quantity_contradicts", field="quantity", header="kg", count=3, wording={"party": "UGA"}, audience="analyst")


def test_submissions_tell_what_is_for_analysts_under_a_mark() -> None:
    answer = answers.of_submissions([ROW], {"KEN-1": (KEPT,)})
    assert answer.lines[-2] == MARK
    assert answer.lines[-1].startswith("    KEN-1: warning FOR ANALYSTS ONLY kg (3): Uganda gives another quantity for what seems to be ")


def test_submissions_are_silent_where_there_is_nothing_for_analysts() -> None:
    answer = answers.of_submissions([ROW], {})
    assert MARK not in answer.lines
    assert answers.of_submissions([ROW]).data == answer.data


@pytest.mark.parametrize(("audience", "marked"), [("analyst", [MARK]), ("sender", [])])
def test_intake_tells_what_is_for_analysts_under_a_mark(audience: str, marked: list[str], tmp_path: Path) -> None:
    item = Detail(
        check="quantity_contradicts",
        severity="warning",
        field="",
        header="kg",
        sheet="",
        count=1,
        cells=("C2",),
        message="M.",
        fix="F.",
        cost="C.",
        audience=audience,  # type: ignore[arg-type]  # one of the two
    )
    answer = answers.of_intake([FileOutcome(path="a.csv", status="accepted", details=(item,))], Workspace(tmp_path), examples=0)
    assert [line for line in answer.lines if line == MARK] == marked


def test_a_record_is_traced_to_where_it_came_from() -> None:
    history = [Revision(submission=ROW, record_digest="aa", in_force=False), Revision(submission=ROW, record_digest="bb", in_force=True)]
    answer = answers.of_trace("0a", (), history)
    assert isinstance(answer.data, dict)
    assert [one["in_force"] for one in answer.data["history"]] == [False, True]
    assert "replaced" in "".join(answer.lines)
    assert answers.of_trace("KEN-1", ()).lines == ["No edition used KEN-1."]
