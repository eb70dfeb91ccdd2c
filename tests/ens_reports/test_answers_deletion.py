from pathlib import Path

from ens_reports import answers_deletion
from ens_reports.editions.marked import Marked
from ens_reports.retention import Deleted, Leftover
from ens_reports.store import Erased, Mark
from ens_reports.terminal import Answer

MARK = Mark(edition="e1", seq=4, submission="KEN-1", mark="recall", cause="expiry")
MARKED = Marked(edition="e1", reference="CTA-UGA-1", recipient="UGA", mark="recall", submissions=("KEN-1",), superseded_by="")
OTHER = Marked(edition="e2", reference="CTA-TZA-1", recipient="TZA", mark="supersede", submissions=("KEN-2",), superseded_by="e3")
FILES = tuple(Leftover(path=Path(name), kind="feedback pack", why="w") for name in "ab")
DELETED = Deleted(erased=(Erased(submission="KEN-1", records=3, whole=False, marks=(MARK,)),), files=FILES)


def test_what_went_is_told_with_the_editions_that_used_it_and_no_others() -> None:
    answer = answers_deletion.of_expiry(DELETED, (MARKED, OTHER))
    assert isinstance(answer.data, dict)
    assert (answer.data["deleted"], answer.data["editions"], answer.data["files"]) == (
        [{"submission": "KEN-1", "records": 3, "whole": False}],
        ["e1"],
        {"feedback pack": 2},
    )
    assert answer.lines[2:] == [
        "Deleted besides the store: 2 x feedback pack.",
        "1 editions rest on records that were deleted:",
        "    e1 (CTA-UGA-1): to be recalled from UGA; `ens reports` builds the next",
    ]


def test_only_what_is_still_to_be_done_is_listed_by_status() -> None:
    assert answers_deletion.lines_of((OTHER,)) == []
    assert len(answers_deletion.lines_of((OTHER, MARKED))) == 2


def test_a_command_says_what_it_deleted_on_its_way_and_is_silent_where_it_did_not() -> None:
    plain = Answer(data={"files": []}, lines=["done"])
    assert answers_deletion.with_deleted(plain, Deleted(), ()) == plain
    told = answers_deletion.with_deleted(plain, DELETED, ())
    assert told.lines[:2] == ["done", "Could be kept no longer:"]
    assert isinstance(told.data, dict)
    assert set(told.data) == {"files", "expired"}
