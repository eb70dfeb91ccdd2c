import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import small

from ens_reports import pipeline, policy
from ens_reports.editions import manifest
from ens_reports.editions.job import kernel_wish
from ens_reports.editions.manifest import Manifest
from ens_reports.editions.register import Line
from ens_reports.editions.selection import Selection
from ens_reports.errors import RequestError, ToolError
from ens_reports.params import Project
from ens_reports.pipeline import Run
from ens_reports.policy import Viewed, Wish
from ens_reports.report.view import View
from ens_reports.store import Snapshot

OTHER_PLACE = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "HTTPS_PROXY": "http://127.0.0.1:9"}
PROMISED = {"report.pdf", "report.html", "notebook.ipynb", "manifest.json"}


@pytest.fixture(scope="module")
def kenya_and_france(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A workspace with an edition for each of two parties that may not see each other's records."""
    root = tmp_path_factory.mktemp("two")
    run = small.open_run(small.make_project(root / "project"), root / "workspace")
    send_both(run)
    build(run)
    return run


@pytest.fixture
def run(kenya_and_france: Run, tmp_path: Path) -> Run:
    """A copy of that workspace, to change."""
    shutil.copytree(kenya_and_france.workspace.root, tmp_path / "workspace")
    shutil.copytree(kenya_and_france.project.root, tmp_path / "project")
    return small.open_run(tmp_path / "project", tmp_path / "workspace")


def send_both(run: Run) -> None:
    small.commit(run, "KEN", barred_recipients="FRA")
    small.commit(run, "FRA", barred_recipients="KEN")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own."""
    return small.make_project(tmp_path / "project")


def build(run: Run, selection: Selection | None = None) -> dict[str, Line]:
    lines = pipeline.build_reports(run, selection or Selection(), lambda *_: None)
    return {line.recipient: line for line in lines}


def proof_of(line: Line) -> Manifest:
    assert line.pdf is not None
    return manifest.read(line.pdf.parent)


def look(run: Run) -> dict[str, Line]:
    return {line.recipient: line for line in pipeline.look(run, Selection())}


def test_an_edition_is_four_files(kenya_and_france: Run) -> None:
    for line in look(kenya_and_france).values():
        assert line.pdf is not None
        assert {path.name for path in line.pdf.parent.iterdir()} == PROMISED


def test_a_second_run_builds_nothing(kenya_and_france: Run) -> None:
    assert {line.status for line in build(kenya_and_france).values()} == {"up_to_date"}


def test_an_unchanged_position_is_not_looked_at_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first key: no view is made, whatever it would cost."""
    monkeypatch.setattr("ens_reports.policy.view", _no_view)

    assert {line.status for line in look(run).values()} == {"up_to_date"}


def test_a_new_submission_rebuilds_just_what_depends_on_it(run: Run) -> None:
    """And the new edition knows the one before it."""
    before = look(run)
    name = small.commit(run, "FRA", seed=2, barred_recipients="KEN")

    after = build(run)

    assert {code: line.status for code, line in after.items()} == {"KEN": "up_to_date", "FRA": "built"}
    assert after["KEN"].edition == before["KEN"].edition
    assert after["FRA"].reasons == (f"new submission {name} (fra-2.csv)",)
    assert {line.status for line in look(run).values()} == {"up_to_date"}
    proof = proof_of(after["FRA"])
    assert proof.number == 2
    assert proof.inputs.previous is not None
    assert proof.inputs.previous.edition == before["FRA"].edition


def test_no_view_is_made_of_which_it_is_known_what_would_come_of_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever others sent that it does not rest on, and whoever asked for what in between."""
    build(run, Selection(force=True))
    look(run)
    build(run, Selection(recipients=("FRA",)))
    small.commit(run, "UGA", seed=5, origin_country="UGA", transit_countries="VNM", destination_country="VNM")
    made, view = [], policy.view

    def note(snapshot: Snapshot, project: Project, wish: Wish) -> Viewed:
        made.append(wish.recipient)
        return view(snapshot, project, wish)

    monkeypatch.setattr("ens_reports.policy.view", note)

    assert {code: line.status for code, line in look(run).items()} == {"KEN": "up_to_date", "FRA": "up_to_date", "UGA": "out_of_date"}
    assert made == ["UGA"]


def test_no_notebook_sees_what_views_are_made_from(run: Run) -> None:
    """All records lie there, whoever may see them, and the key of their names."""
    with pipeline.open_batch(run) as batch:
        laid = batch.desk.lay_out()
        hidden = kernel_wish(batch, way="warm").hidden
        assert [folder for folder in hidden if laid.is_relative_to(folder)] == [batch.snapshot.scratch]
    assert not laid.exists()


def test_a_withdrawn_submission_is_named_as_the_reason(run: Run) -> None:
    name = next(row.id for row in run.store.submissions() if row.party == "FRA")
    small.commit(run, "FRA", seed=3, barred_recipients="KEN")
    run.store.deletions.withdraw(name, reason="sent by mistake", at=date(2026, 1, 21))

    assert look(run)["FRA"].reasons[1] == f"submission {name} (fra-1.csv) is no longer used"


def test_what_is_sent_again_after_a_withdrawal_does_not_bring_the_marked_edition_back(run: Run) -> None:
    """Others' records that are withdrawn and sent again give the same view; the edition that is to be recalled stays so."""
    name = small.commit(run, "UGA", seed=7, origin_country="KEN")
    first = build(run)["KEN"]
    run.store.deletions.withdraw(name, reason="sent by mistake", at=small.DAY)
    small.commit(run, "UGA", seed=7, origin_country="KEN", narrative="never shown")

    again = build(run)["KEN"]

    assert (again.status, again.edition == first.edition) == ("built", False)
    previous = proof_of(again).inputs.previous
    assert previous is not None
    assert previous.edition == first.edition
    assert look(run)["KEN"].status == "up_to_date"


def test_a_changed_notebook_makes_all_its_editions_out_of_date(run: Run) -> None:
    small.write_notebook(run.project.root, *small.CELLS, "report.text('One more line.')")

    assert {line.reasons for line in look(run).values()} == {("the notebook changed",)}


@pytest.mark.parametrize(
    "line", ["need_to_know: true", "scope: visible", "reads: [capacity]", "period: {history_years: 8}", "due_months: 6"]
)
def test_a_product_that_speaks_of_something_else_is_out_of_date(run: Run, line: str) -> None:
    """Though nothing has come since."""
    (run.project.root / "params" / "products" / "small-picture.yaml").write_text(f"{small.PRODUCT}{line}\n")
    found = look(small.open_run(run.project.root, run.workspace.root))
    assert {code: one.reasons for code, one in found.items()} == dict.fromkeys(("KEN", "FRA"), ("organisation, product or a name changed",))


@pytest.mark.parametrize("line", ["minimum: 1", "recipients: {rule: submitters, listed: [UGA]}"])
def test_who_gets_a_product_and_from_how_many_incidents_changes_no_edition(run: Run, line: str) -> None:
    kept = "".join(one for one in small.PRODUCT.splitlines(keepends=True) if not one.startswith("recipients"))
    (run.project.root / "params" / "products" / "small-picture.yaml").write_text(f"{kept}{line}\n")
    found = look(small.open_run(run.project.root, run.workspace.root))
    assert {found[code].status for code in ("KEN", "FRA")} == {"up_to_date"}


def test_a_failure_is_told_and_does_not_stop_the_others(run: Run) -> None:
    """One fails in a cell; the other is refused, because its cover names a third country."""
    cover = small.CELLS[2].replace("view.language.country(recipient)", "view.language.country('PER')")
    small.write_notebook(run.project.root, *small.CELLS[:2], "assert recipient != 'FRA'", cover)

    lines = build(run)

    failures = {code: (line.status, line.pdf, line.failure.message, line.failure.exit_code) for code, line in lines.items() if line.failure}
    assert failures == {
        "FRA": ("failed", None, "cell 4 of small-picture.ipynb must run to its end, got AssertionError", 1),
        "KEN": ("failed", None, "the cover must name the recipient Kenya, got another or none", 4),
    }
    assert len(run.store.editions.find()) == 2


def test_a_damaged_edition_is_told_and_built_again_by_force(run: Run) -> None:
    pdf = look(run)["KEN"].pdf
    assert pdf is not None
    pdf.write_bytes(b"%PDF-1.7")

    failure = look(run)["KEN"].failure
    assert failure is not None
    assert failure.exit_code == 6
    assert failure.message == f"report.pdf of {pdf.parent.name} must be what its manifest says, got another or none"

    again = build(run, Selection(recipients=("KEN",), force=True))["KEN"]
    assert (again.status, again.edition) == ("built", pdf.parent.name)


def test_a_product_is_not_built_from_too_few_incidents(run: Run) -> None:
    path = run.project.root / "params" / "products" / "small-picture.yaml"
    path.write_text(path.read_text() + "minimum: 1000\n")
    again = small.open_run(run.project.root, run.workspace.root)
    small.commit(again, "KEN", seed=5)

    line = look(again)["KEN"]

    assert line.status == "too_few"
    assert line.reasons[0].endswith("incidents of the period may be told of; small-picture takes 1000")


def test_an_unknown_product_is_refused(run: Run) -> None:
    with pytest.raises(RequestError) as caught:
        pipeline.look(run, Selection(products=("small-pictures",)))

    assert caught.value.message == "product must be in params/products, got 'small-pictures'"


def test_a_workspace_keeps_to_its_renderer(run: Run) -> None:
    """A Quarto that appears later would change the look of every page."""
    auto = replace(run, renderer="auto")

    with pipeline.open_batch(auto) as batch:
        assert batch.renderer.name == "embedded"


def test_a_renderer_that_cannot_run_is_not_kept_to(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("QUARTO_PATH", raising=False)
    run = small.open_run(project, tmp_path / "workspace")
    small.commit(run, "KEN")

    with pytest.raises(ToolError):
        pipeline.look(replace(run, renderer="quarto"), Selection())

    assert look(run)["KEN"].status == "out_of_date"
    assert (run.workspace.store / pipeline.KEPT_RENDERER).read_text() == "embedded\n"


def test_examples_fill_an_empty_inbox_and_no_other(run: Run) -> None:
    example = run.project.root / pipeline.EXAMPLES / "KEN" / "a.csv"
    example.parent.mkdir(parents=True)
    example.write_text("incident_id\n")

    assert pipeline.put_examples(run) == 1
    assert (run.workspace.inbox / "KEN" / "a.csv").read_text() == "incident_id\n"
    assert pipeline.put_examples(run) == 0


@pytest.mark.slow
def test_the_same_bytes_in_another_place(kenya_and_france: Run, tmp_path: Path) -> None:
    """Other folder (with a space and an accent), time zone, locale, hash seed, number of workers: every byte stays."""
    place = tmp_path / "à côté"
    shutil.copytree(kenya_and_france.project.root, place / "project")
    send_both(small.open_run(place / "project", place / "workspace"))
    command = [sys.executable, "-m", "ens_reports.cli", "reports", "--json", "--workers", "1", "--project", str(place / "project")]

    done = subprocess.run(command, cwd=place, env={**os.environ, **OTHER_PLACE}, capture_output=True, check=False)  # noqa: S603 - ours

    assert done.returncode == 0, done.stderr
    built = json.loads(done.stdout)["editions"]
    here = {line.edition: line.pdf.parent for line in look(kenya_and_france).values() if line.pdf}
    there = {line["edition"]: place / Path(line["pdf"]).parent for line in built}
    assert {name: small.bytes_of(folder) for name, folder in there.items()} == {
        name: small.bytes_of(folder) for name, folder in here.items()
    }


def _no_view(*_: object) -> View:
    pytest.fail("a view was made")
