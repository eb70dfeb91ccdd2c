from datetime import date

import pytest
import xlsxwriter
from office import AFTER, HEADS, ONE, THREE, TWO, Office

from ens_reports import retention
from ens_reports.retention import remains as module
from ens_reports.store import Consent, ledger

PDF = "editions/cta/e1/report.pdf"


def test_what_its_owner_takes_back_is_deleted_from_every_place(office: Office) -> None:
    office.put("a.csv", ONE, TWO)
    (outcome,) = office.take()
    office.issue("e1", "UGA", outcome.submission, 2, 3)

    deleted = office.withdraw(outcome.submission)

    assert [one.kind for one in deleted.files] == ["file as it came", "file as it came", "feedback pack", "notebook of an edition"]
    assert [(mark.edition, mark.mark) for mark in deleted.marks] == [("e1", "recall")]
    assert office.files() == {PDF}
    assert (retention.leftovers(office.place, office.store), office.store.problems()) == ((), ())


def test_what_may_be_kept_no_longer_is_deleted_and_the_rest_stays_in_force(office: Office) -> None:
    office.put("a.csv", ONE, TWO)
    (outcome,) = office.take()
    office.issue("e1", "UGA", outcome.submission, 2)
    office.issue("e2", "KEN", outcome.submission, 2, 3)
    assert office.expire(date(2026, 6, 30)).erased == ()

    deleted = office.expire()

    assert [(one.submission, one.records, one.whole) for one in deleted.erased] == [(outcome.submission, 1, False)]
    assert [(mark.edition, mark.mark) for mark in deleted.marks] == [("e2", "supersede")]
    assert office.files() == {"editions/cta/e1/notebook.ipynb", PDF, "editions/cta/e2/report.pdf"}
    assert office.cases() == ["K1"]
    assert office.expire() == retention.Deleted()


def test_a_file_that_holds_the_same_rows_goes_too_and_brings_nothing_back(office: Office) -> None:
    """One that brought nothing new, and one that brought something else besides."""
    office.put("a.csv", ONE, TWO)
    (outcome,) = office.take()
    office.put("b.csv", TWO)
    office.put("c.csv", TWO, THREE)
    office.take()

    office.withdraw(outcome.submission)

    assert {name for name in office.files() if not name.endswith(".yaml")} == set()
    assert office.take() == []
    assert office.cases() == ["K3"]


def test_a_workbook_goes_with_one_of_its_sheets_and_so_does_the_feedback_on_the_others(office: Office) -> None:
    """Its pack is the workbook itself, with the sheet that was taken back."""
    path = office.place.inbox / "KEN" / "a.xlsx"
    path.parent.mkdir(parents=True)
    with xlsxwriter.Workbook(path) as made:
        for name, row in (("One", ONE), ("Two", THREE)):
            sheet = made.add_worksheet(name)
            sheet.write_row(0, 0, HEADS)
            sheet.write_row(1, 0, row)
    _, second = office.take()

    office.withdraw(second.submission)

    assert office.files() == set()
    assert office.cases() == ["K1"]


def test_rejected_rows_are_deleted_with_the_first_of_their_file(office: Office) -> None:
    office.put("a.csv", TWO, ONE, ("K9", "soon", "Manis spp.", "1", "kg", "UGA", ""))
    (outcome,) = office.take()
    assert len(office.store.quarantine(outcome.submission)) == 1
    office.expire()
    assert office.store.quarantine(outcome.submission).empty
    assert office.cases() == ["K1"]


def test_a_row_whose_time_was_over_when_it_came_goes_the_day_after(office: Office) -> None:
    """On its day its sender is still to be answered."""
    office.put("a.csv", ONE, (*TWO[:-1], "2025-12-31"))
    (outcome,) = office.take()
    assert outcome.rows_accepted == 2
    assert office.expire(date(2026, 1, 15)).erased == ()
    assert [one.records for one in office.expire(date(2026, 1, 16)).erased] == [1]
    assert (office.files(), office.cases()) == (set(), ["K1"])


def test_a_file_that_is_sent_again_after_it_was_taken_back_stays(office: Office) -> None:
    path = office.put("a.csv", ONE)
    (outcome,) = office.take()
    office.withdraw(outcome.submission)
    assert not path.exists()
    office.take(office.put("a.csv", ONE))

    assert office.expire().files == ()
    assert (path.is_file(), office.cases()) == (True, ["K1"])


def test_a_consent_whose_last_day_is_over_ends(office: Office) -> None:
    given = Consent(owner="KEN", recipients=("UGA",), given_by="Desk", given_on=date(2026, 1, 1), until=date(2026, 6, 30))
    office.store.consents.add(given, at=date(2026, 1, 1))
    assert office.expire(date(2026, 6, 30)).consents == ()
    assert [one.seq for one in office.expire().consents] == [1]
    assert [one.ended_on for one in office.store.consents.all()] == [AFTER]


@pytest.mark.parametrize("step", range(5))
def test_a_deletion_that_is_stopped_at_any_step_is_finished_by_the_next_run(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Stopped after the ledger has decided and before any file is gone, and after each file."""
    office.put("a.csv", ONE, TWO)
    (outcome,) = office.take()
    office.issue("e1", "UGA", outcome.submission, 2, 3)
    with monkeypatch.context() as patch:
        _stop_after(step, patch)
        with pytest.raises(KeyboardInterrupt):
            office.withdraw(outcome.submission)
    assert not office.store.submission(outcome.submission).in_force
    assert office.store.deletions.unfinished() == (outcome.submission,)
    assert len(retention.leftovers(office.place, office.store)) == 4 - max(0, step - 1)

    office.expire()

    assert office.files() == {PDF}
    assert list((office.store.folder / "records").iterdir()) == []
    assert (office.store.deletions.unfinished(), retention.leftovers(office.place, office.store)) == ((), ())


def _stop_after(step: int, patch: pytest.MonkeyPatch) -> None:
    if step == 0:
        patch.setattr(ledger, "tidy", _stop)
        return
    delete, done = module._delete, []

    def count(path: object) -> None:
        if len(done) == step - 1:
            raise KeyboardInterrupt
        done.append(path)
        delete(path)  # type: ignore[arg-type]  # a path

    patch.setattr(module, "_delete", count)


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
