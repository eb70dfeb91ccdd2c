import plain
import pytest

from ens_reports.store import EditionInput, EditionRow, marks, rowset
from ens_reports.store.marks import Cause, MarkName

KENYA = plain.submission("KEN-1")


def edition(recipient: str, *, which: str = "", submission: str = "KEN-1") -> EditionRow:
    used = EditionInput(submission=submission, sha256="0", rows=2, which=which)
    return plain.edition(f"e-{recipient}", recipient=recipient, inputs=(used,))


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
