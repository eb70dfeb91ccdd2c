import json

import pytest

from ens_reports.intake.outcome import Detail, FileOutcome


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
