import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import small
from pypdf import PdfReader, PdfWriter

from ens_reports import pipeline
from ens_reports.editions import manifest
from ens_reports.editions import register as registering
from ens_reports.editions.marked import marked
from ens_reports.editions.selection import Selection
from ens_reports.editions.verify import Verdict
from ens_reports.errors import RequestError
from ens_reports.pipeline import Run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A workspace with one edition, for Kenya."""
    root = tmp_path_factory.mktemp("one")
    run = small.open_run(small.make_project(root / "project"), root / "workspace")
    small.commit(run, "KEN")
    pipeline.build_reports(run, Selection(), lambda *_: None)
    return run


@pytest.fixture
def run(built: Run, tmp_path: Path) -> Iterator[Run]:
    """A copy of that workspace, to change."""
    shutil.copytree(built.workspace.root, tmp_path / "workspace")
    shutil.copytree(built.project.root, tmp_path / "project")
    return small.open_run(tmp_path / "project", tmp_path / "workspace")


def pdf_of(run: Run) -> Path:
    return next(run.workspace.editions.glob("*/*/report.pdf"))


def verify(run: Run, target: Path | str, *, rebuild: bool = False) -> Verdict:
    return pipeline.verify(run, str(target), rebuild=rebuild)


def test_a_pdf_is_whole_current_and_whose_it_is(built: Run) -> None:
    verdict = verify(built, pdf_of(built))

    assert (verdict.whole, verdict.current, verdict.recipient, verdict.why_not, verdict.exit_code) == ("yes", True, "KEN", (), 0)
    assert verdict.edition == pdf_of(built).parent.name


def test_an_edition_is_found_by_its_name_and_by_its_reference_number(built: Run) -> None:
    by_pdf = verify(built, pdf_of(built))

    assert verify(built, by_pdf.edition) == by_pdf
    assert verify(built, by_pdf.reference) == by_pdf


def test_built_again_it_has_the_same_bytes(built: Run) -> None:
    verdict = verify(built, pdf_of(built), rebuild=True)

    assert (verdict.rebuilt, verdict.why_not) == (True, ())


def test_a_pdf_that_was_changed_is_not_whole(run: Run, tmp_path: Path) -> None:
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(pdf_of(run).read_bytes() + b"\n")

    verdict = verify(run, changed)

    assert (verdict.whole, verdict.exit_code) == ("no", 6)
    assert verdict.why_not == (f"the file is not the report.pdf of edition {verdict.edition}",)


def test_an_edition_whose_page_was_changed_is_not_whole(run: Run) -> None:
    """The size stays the same, so only every byte tells."""
    page = pdf_of(run).with_name("report.html")
    page.write_bytes(page.read_bytes()[:-1] + b" ")

    verdict = verify(run, pdf_of(run))

    assert (verdict.whole, verdict.exit_code) == ("no", 6)
    assert verdict.why_not == (f"report.html of {verdict.edition} must be what its manifest says, got another or none",)


def test_an_edition_of_another_workspace_is_unknown(built: Run, tmp_path: Path) -> None:
    elsewhere = small.open_run(built.project.root, tmp_path / "elsewhere")
    small.commit(elsewhere, "FRA")

    verdict = verify(elsewhere, pdf_of(built))

    assert (verdict.whole, verdict.recipient, verdict.exit_code) == ("unknown", "KEN", 2)


def test_a_new_submission_makes_it_out_of_date(run: Run) -> None:
    name = small.commit(run, "KEN", seed=2)

    verdict = verify(run, pdf_of(run))

    assert (verdict.whole, verdict.current) == ("yes", False)
    assert verdict.why_not == (f"new submission {name} (ken-2.csv)",)


def test_with_another_notebook_it_cannot_be_built_again(run: Run) -> None:
    small.write_notebook(run.project.root, *small.CELLS, "report.text('One more line.')")

    verdict = verify(run, pdf_of(run), rebuild=True)

    assert verdict.rebuilt is None
    assert verdict.why_not[-1] == "it can't be built again: what it was made of must be the same, got a change: the notebook changed"


def test_after_a_withdrawal_it_is_genuine_but_cannot_be_built_again(run: Run) -> None:
    (row,) = run.store.submissions()
    small.commit(run, "KEN", seed=2)
    run.store.deletions.withdraw(row.id, reason="sent by mistake", at=date(2026, 1, 21))

    verdict = verify(run, pdf_of(run), rebuild=True)

    assert (verdict.whole, verdict.rebuilt, verdict.exit_code) == ("yes", None, 0)
    assert verdict.why_not[-1] == (
        "it can't be built again: the records as of 1 must be whole, got 1 of its submissions lawfully erased since: 1 withdrawn"
    )


def test_after_a_deletion_it_is_genuine_and_its_inputs_are_lawfully_erased(run: Run) -> None:
    """Its notebook, which holds rows, is gone; what was issued stays, and nothing is damaged."""
    (row,) = run.store.submissions()
    record = str(run.store.snapshot().records["record_id"].iloc[0])
    pdf = pdf_of(run)
    small.commit(run, "KEN", seed=2)
    deleted = pipeline.withdraw(run, row.id, reason="sent by mistake", at=date(2026, 1, 21))

    verdict = verify(run, pdf)

    assert [one.path.name for one in deleted.files] == ["notebook.ipynb"]
    assert (verdict.whole, verdict.current, verdict.mark, verdict.exit_code) == ("yes", False, "supersede", 0)
    assert verdict.erased == (f"submission {row.id} was withdrawn by its owner",)
    assert [(use.edition, use.rows, use.certain, use.mark) for use in pipeline.trace(run, record)] == [
        (verdict.edition, 1, True, "supersede")
    ]
    assert [use.rows for use in pipeline.trace(run, row.id)] == [12]
    assert pipeline.examine(run).problems == ()


def test_after_rows_have_expired_the_next_edition_takes_its_place(run: Run) -> None:
    small.commit(run, "KEN", seed=2, retain_until="2026-06-30")
    before = pipeline.build_reports(run, Selection(), lambda *_: None)[0]
    assert (before.status, before.failure) == ("built", None)
    (mark,) = pipeline.expire(run, at=date(2026, 7, 1)).marks
    assert (mark.edition, mark.mark, mark.cause) == (before.edition, "supersede", "expiry")
    assert [one.is_open for one in marked(run.store)] == [True]

    after = pipeline.build_reports(run, Selection(), lambda *_: None)[0]

    assert after.status == "built"
    assert [(one.superseded_by, one.is_open) for one in marked(run.store)] == [(after.edition, False)]
    assert verify(run, before.edition, rebuild=True).why_not[-1] == (
        "it can't be built again: the records as of 2 must be whole, got 1 of its submissions lawfully erased since: 1 expired"
    )


def test_each_look_and_each_edition_is_in_the_log_and_its_place_in_the_manifest(run: Run) -> None:
    (row,) = run.store.editions.find()
    proof = manifest.read(pdf_of(run).parent)
    assert (proof.audit.entries, proof.audit.head) == (row.audit_entries, row.audit_head)
    assert proof.audit.entries == 2  # a submission, a look
    before = run.store.head().entries
    verify(run, pdf_of(run), rebuild=True)
    assert run.store.head().entries > before


def test_a_log_that_was_cut_and_made_to_fit_is_found_by_the_editions(run: Run) -> None:
    ledger = run.workspace.store / "ledger.sqlite"
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("delete from audit where id > 1")
        connection.execute("update audit_ends set entries = 1, digest = (select digest from audit)")
        connection.execute("update editions set audit_entries = 0, audit_head = ''")
    name = pdf_of(run).parent.name
    assert pipeline.examine(run).problems == (
        f"the ledger must have the same place in the log for edition {name} as its manifest, got another",
    )


def test_an_edition_whose_records_are_withdrawn_while_it_is_built_is_deleted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    name = small.commit(run, "KEN", seed=2)
    register = registering.register

    def withdraw_first(*given: Any, **named: Any) -> object:  # noqa: ANN401 - passed on
        run.store.deletions.withdraw(name, reason="sent by mistake", at=date(2026, 1, 21))
        return register(*given, **named)

    monkeypatch.setattr(registering, "register", withdraw_first)
    (line,) = pipeline.build_reports(run, Selection(), lambda *_: None)

    assert line.failure is not None
    assert (line.status, line.failure.exit_code) == ("failed", 4)
    assert line.failure.message == f"edition {line.edition} must rest on records that are there, got 1 of its submissions erased meanwhile"
    assert not (run.workspace.editions / line.product / line.edition).exists()


def test_a_higher_marking_that_is_asked_for_is_a_line_of_editions_of_its_own(run: Run) -> None:
    (line,) = pipeline.build_reports(run, Selection(marking="restricted"), lambda *_: None)
    assert (line.status, line.marking) == ("built", "INTERPOL RESTRICTED")
    verdict = verify(run, line.edition, rebuild=True)
    assert (verdict.current, verdict.rebuilt) == (True, True)
    assert [one.status for one in pipeline.look(run, Selection())] == ["up_to_date"]


def test_less_than_the_marking_of_the_records_is_refused_with_counts(run: Run) -> None:
    small.commit(run, "KEN", seed=2, confidentiality="restricted")
    (line,) = pipeline.look(run, Selection(marking="official"))
    assert line.failure is not None
    assert (line.failure.exit_code, line.failure.message) == (
        4,
        "the marking of small-picture for KEN must be restricted at least, got 'official': of its records 12 are restricted",
    )
    with pytest.raises(RequestError, match=r"^--marking must be one of official, restricted, confidential, got 'secret'$"):
        pipeline.look(run, Selection(marking="secret"))


def test_a_pdf_without_our_manifest_is_refused(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    writer = PdfWriter()
    writer.add_page(PdfReader(pdf_of(run)).pages[0])
    writer.write(other)

    with pytest.raises(RequestError) as caught:
        verify(run, other)

    assert caught.value.message == "other.pdf must carry a manifest.json, got none that reads as one"


def test_what_is_no_pdf_is_refused(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_text("not a PDF")

    with pytest.raises(RequestError) as caught:
        verify(run, other)

    assert caught.value.message == "other.pdf must carry a manifest.json, got none that reads as one"


def test_an_unknown_name_is_refused(run: Run) -> None:
    with pytest.raises(RequestError) as caught:
        verify(run, "no-such-edition")

    assert caught.value.message == "'no-such-edition' must be a PDF, an edition or a reference number, got none of these"


def test_the_releasable_manifest_travels_in_the_pdf(built: Run) -> None:
    attached = PdfReader(pdf_of(built)).attachments

    assert list(attached) == ["manifest.json"]


def test_a_submission_and_a_record_are_traced_to_their_editions(built: Run) -> None:
    (row,) = built.store.submissions()
    record = str(built.store.snapshot().records["record_id"].iloc[0])

    by_submission = pipeline.trace(built, row.id)
    by_record = pipeline.trace(built, record)

    assert [(use.recipient, use.rows) for use in by_submission] == [("KEN", 12)]
    assert [(use.edition, use.rows, use.certain) for use in by_record] == [(by_submission[0].edition, 1, True)]


def test_a_record_that_a_reader_may_not_see_is_not_traced_to_its_edition(run: Run) -> None:
    small.commit(run, "FRA", reporting_country="FRA", barred_recipients="KEN")
    snapshot = run.store.snapshot().records
    record = str(snapshot.loc[snapshot["owner"] == "FRA", "record_id"].iloc[0])

    assert pipeline.trace(run, record) == ()


def test_nothing_known_by_that_name_is_refused(built: Run) -> None:
    with pytest.raises(RequestError) as caught:
        pipeline.trace(built, "KEN-wildlife-0000000000")

    assert caught.value.message == "'KEN-wildlife-0000000000' must be a submission or a record, got neither"


def test_the_doctor_finds_damage(run: Run) -> None:
    assert pipeline.examine(run).problems == ()

    pdf_of(run).unlink()

    health = pipeline.examine(run)
    assert health.exit_code == 6
    assert health.problems == (f"report.pdf of {pdf_of_name(run)} must be what its manifest says, got another or none",)
    assert health.renderer == "embedded"


def pdf_of_name(run: Run) -> str:
    return next(run.workspace.editions.glob("*/*/report.html")).parent.name
