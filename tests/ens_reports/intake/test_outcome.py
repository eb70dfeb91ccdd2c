import json
from dataclasses import replace

import pytest

from ens_reports.intake.outcome import Detail, FileOutcome, shown, together


def detail(severity: str) -> Detail:
    return Detail(
        check="x",
        severity=severity,
        field="",
        header="Long\nheader",
        sheet="S",
        count=3,
        cells=("S!B7",),
        message="Wrong.",
        fix="Do.",
        cost="None.",
    )  # type: ignore[arg-type]


def test_a_lost_row_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match=r"^a\.csv: rows read must be the sum of accepted, rejected and duplicate$"):
        FileOutcome(path="inbox/KEN/a.csv", rows_read=3, rows_accepted=2, status="accepted")


@pytest.mark.parametrize(
    ("status", "rejected", "code"),
    [
        ("accepted", 0, 0),
        ("partly_accepted", 1, 3),
        ("rejected", 0, 3),
        ("unreadable", 0, 3),
        ("duplicate", 0, 0),
        ("nil_return", 0, 0),
    ],
)
def test_exit_code(status: str, rejected: int, code: int) -> None:
    assert FileOutcome(path="a", rows_read=rejected, rows_rejected=rejected, status=status).exit_code == code  # type: ignore[arg-type]


def test_row_is_json_with_causes_counted_by_severity() -> None:
    outcome = FileOutcome(path="a", status="accepted", details=(detail("error"), detail("note"), detail("note")))
    row = json.loads(json.dumps(outcome.row()))
    assert row["findings"] == {"error": 1, "warning": 0, "note": 2}
    assert list(row)[:11] == [
        *("path", "party", "contract", "submission", "sha256", "rows_read", "rows_accepted", "rows_rejected", "rows_duplicate"),
        *("findings", "status"),
    ]


def test_a_detail_is_one_line() -> None:
    assert str(detail("warning")) == "warning S!B7 Long header (3): Wrong. Do."


def test_no_header_can_command_a_terminal_or_turn_the_line_around() -> None:
    assert str(replace(detail("warning"), header="\x1b[2J\u202eX")) == r"warning S!B7 \x1b[2J\u202eX (3): Wrong. Do."


def sheet(read: int, accepted: int, status: str, *details: Detail) -> FileOutcome:
    return FileOutcome(path="a", rows_read=read, rows_accepted=accepted, rows_rejected=read - accepted, status=status, details=details)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sheets", "status"),
    [
        ([("accepted", 2)], "accepted"),
        ([("accepted", 2), ("accepted", 2)], "accepted"),
        ([("accepted", 2), ("rejected", 0)], "partly_accepted"),
        ([("partly_accepted", 1), ("accepted", 2)], "partly_accepted"),
        ([("rejected", 0), ("rejected", 0)], "rejected"),
    ],
)
def test_the_sheets_of_a_file_together(sheets: list[tuple[str, int]], status: str) -> None:
    outcome = together([sheet(2, accepted, name, detail("note")) for name, accepted in sheets])
    assert outcome.status == status
    assert (outcome.rows_read, outcome.rows_accepted) == (2 * len(sheets), sum(accepted for _, accepted in sheets))
    assert outcome.findings["note"] == 1


def test_shown_leaves_letters_of_every_script() -> None:
    assert shown("inbox/JOR/\u062a\u0644\u0648\u062b ñ.csv") == "inbox/JOR/\u062a\u0644\u0648\u062b ñ.csv"
    assert shown("a\tb\u2066\x9b") == r"a\tb\u2066\x9b"
