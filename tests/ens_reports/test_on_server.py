"""From files to editions and back, with the ledger on a server: the same as with the workspace's own."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import small
from pg_server import PASSWORD, Server

from data_contracts.publish.synth import synth
from ens_reports import digest, pipeline
from ens_reports.editions.selection import Selection
from ens_reports.pipeline import Arrival, Run
from ens_reports.store import Store

PROMISED = {"report.pdf", "report.html", "notebook.ipynb", "manifest.json"}


def send(run: Run, party: str, seed: int) -> str:
    path = run.workspace.inbox / party / f"{party.lower()}.csv"
    path.parent.mkdir(parents=True)
    synth("wildlife", country=party, rows=30, seed=seed, years=range(2024, 2026)).to_csv(path, index=False)
    (outcome,) = pipeline.take_in(run, Arrival(paths=(path,), received_on=small.DAY), lambda *_: None)
    assert outcome.rows_accepted > 0
    return outcome.submission


def said_of(store: Store) -> object:
    """What a ledger holds, without the times of acts."""
    with store._access.reading() as connection:
        acts = connection.exec_driver_sql("select action, subject, actor from audit order by id").all()
    return (
        store.submissions(),
        [store.told.findings(row.id) for row in store.submissions()],
        store.editions.marks(),
        store.deletions.gone(),
        [tuple(act) for act in acts],
    )


def go_all_the_way(root: Path) -> object:
    """Two files arrive, an edition for one sender is built, the other takes its file back."""
    run = small.open_run(small.make_project(root / "project"), root / "workspace")
    names = send(run, "KEN", 1), send(run, "UGA", 2)
    wanted = Selection(recipients=("KEN",))
    built = pipeline.build_reports(run, wanted, lambda *_: None)
    assert [line.status for line in built] == ["built"]
    bytes_of = {line.edition: small.bytes_of(run.workspace.editions / line.product / line.edition) for line in built}
    assert all(set(files) == PROMISED for files in bytes_of.values())
    assert [line.status for line in pipeline.look(run, wanted)] == ["up_to_date"]
    before = [pipeline.verify(run, line.edition, rebuild=False) for line in built]
    pipeline.withdraw(run, names[1], reason="sent in error", at=date(2026, 2, 1))
    after = [pipeline.verify(run, line.edition, rebuild=False) for line in built]
    health = pipeline.examine(run)
    assert (health.problems, health.answers) == ((), True)
    assert [mark.mark for mark in run.store.editions.marks()] == ["recall"]
    records = sorted((path.name, digest.of_file(path)) for path in (run.store.folder / "records").iterdir())
    return bytes_of, before, after, records, said_of(run.store), run.store.snapshot().day


@pytest.mark.slow
def test_a_ledger_on_a_server_gives_the_same_editions_and_says_the_same(
    tmp_path: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = go_all_the_way(tmp_path / "own")
    monkeypatch.setenv("ENS_LEDGER_URL", postgres.new())
    shared = go_all_the_way(tmp_path / "shared")
    assert shared == own
    assert not (tmp_path / "shared" / "workspace" / "store" / "ledger.sqlite").exists()


def ens(*arguments: str, url: str) -> subprocess.CompletedProcess[str]:
    """The program as people start it."""
    command = [sys.executable, "-m", "ens_reports.cli", *arguments]
    return subprocess.run(command, env={**os.environ, "ENS_LEDGER_URL": url}, capture_output=True, text=True, check=False)  # noqa: S603 - our own


def test_doctor_says_which_ledger_is_used_and_never_its_password(tmp_path: Path, postgres: Server) -> None:
    project, place, url = small.make_project(tmp_path / "project"), tmp_path / "w", postgres.new()
    options = ("--project", str(project), "--workspace", str(place))
    well = ens("doctor", "--json", *options, url=url)
    assert (well.returncode, well.stderr) == (0, "")
    health = json.loads(well.stdout)
    assert health["ledger"].startswith("PostgreSQL ")
    assert health["ledger"].endswith(f" at postgresql://ens@127.0.0.1:{postgres.port}/postgres, which answers")
    ill = ens("doctor", *options, "--debug", url=url.replace(f":{postgres.port}/", ":1/"))
    assert (ill.returncode, ill.stderr) == (5, "")
    assert "ledger       the ledger at postgresql://ens@127.0.0.1:1/postgres must answer, got: connection failed: " in ill.stdout
    assert "store and editions were not looked at: the ledger does not answer" in ill.stdout
    refused = ens("submissions", *options, "--debug", url=url.replace(f":{postgres.port}/", ":1/"))
    assert refused.returncode == 5
    written = "".join(path.read_text() for path in place.rglob("*") if path.is_file())
    for secret in (PASSWORD, url.partition("ens:")[2].partition("@")[0]):
        assert secret not in well.stdout + ill.stdout + refused.stderr + written
