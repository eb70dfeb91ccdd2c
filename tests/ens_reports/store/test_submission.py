from dataclasses import asdict

import plain
import pytest
from pydantic import ValidationError

from ens_reports.store import Counts, Cover, SubmissionRow, submission_id


def _row(**changes: object) -> SubmissionRow:
    return plain.row("a", rows=3, **changes)


@pytest.mark.parametrize(
    ("counts", "status"),
    [
        ((3, 3, 0, 0), "accepted"),
        ((3, 2, 1, 0), "partly_accepted"),
        ((3, 0, 1, 2), "partly_accepted"),
        ((3, 0, 0, 3), "accepted"),
        ((3, 0, 3, 0), "rejected"),
        ((0, 0, 0, 0), "nil_return"),
    ],
)
def test_the_status_follows_the_counts(counts: tuple[int, int, int, int], status: str) -> None:
    assert _row(counts=Counts(**dict(zip(asdict(_row().counts), counts, strict=True)))).status == status


def test_a_withdrawn_submission_is_nothing_else() -> None:
    assert (_row(withdrawn_seq=2).status, _row(withdrawn_seq=2).in_force) == ("withdrawn", False)


def test_a_name_derives_from_sender_contract_and_content() -> None:
    name = submission_id(party="KEN", contract="wildlife", sha256="ab")
    assert name.startswith("KEN-wildlife-")
    assert len(name) == len("KEN-wildlife-") + 10
    others = [
        submission_id(party="UGA", contract="wildlife", sha256="ab"),
        submission_id(party="KEN", contract="mining", sha256="ab"),
        submission_id(party="KEN", contract="wildlife", sha256="ac"),
        submission_id(party="KEN", contract="wildlife", sha256="ab", earlier=1),
    ]
    assert len({text[-10:] for text in [name, *others]}) == 5


def test_an_unknown_entry_of_a_cover_sheet_is_an_error() -> None:
    with pytest.raises(ValidationError):
        Cover(periodfrom="2024-01-01")  # type: ignore[call-arg]
