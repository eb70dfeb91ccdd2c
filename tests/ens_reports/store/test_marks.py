from datetime import date

import pytest

from ens_reports.store import Counts, Cover, EditionInput, EditionRow, Submission, marks, rowset
from ens_reports.store.marks import Cause, MarkName

KENYA = Submission(
    id="KEN-1", party="KEN", contract="wildlife", contract_version=2, file_name="a.csv", sha256="0", received_on=date(2026, 1, 20),
    cover=Cover(), counts=Counts(read=2, accepted=2, rejected=0, duplicate=0),
)  # fmt: skip


def edition(recipient: str, *, which: str = "", submission: str = "KEN-1") -> EditionRow:
    return EditionRow(
        id=f"e-{recipient}", product="cta", level="strategic", recipient=recipient, language="en", period="2024-2025", reference="R",
        number=1, key="k", as_of=1, marking="M", manifest="0", pages=10, seconds=1.5, built_at="2026",
        inputs=(EditionInput(submission=submission, sha256="0", rows=2, which=which),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("recipient", "cause", "expected"),
    [
        ("UGA", "withdrawal", "recall"),
        ("KEN", "withdrawal", "supersede"),
        ("UGA", "expiry", "supersede"),
        ("KEN", "expiry", "supersede"),
    ],
)
def test_what_its_owner_takes_back_is_recalled_from_others(recipient: str, cause: Cause, expected: MarkName) -> None:
    (mark,) = marks.of_deletion([edition(recipient)], KENYA, gone={2}, cause=cause, seq=4)
    assert (mark.mark, mark.edition, mark.submission, mark.cause, mark.seq) == (expected, f"e-{recipient}", "KEN-1", cause, 4)


def test_only_editions_that_used_a_deleted_row_are_marked() -> None:
    one, other = edition("UGA", which=rowset.pack({2, 3})), edition("TZA", which=rowset.pack({4}))
    assert [mark.edition for mark in marks.of_deletion([one, other], KENYA, gone={3}, cause="expiry", seq=4)] == ["e-UGA"]
    assert len(marks.of_deletion([one, other], KENYA, gone=None, cause="expiry", seq=4)) == 2
    assert marks.of_deletion([edition("UGA", submission="KEN-2")], KENYA, gone=None, cause="expiry", seq=4) == []
