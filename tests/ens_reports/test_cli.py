import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import small

from ens_reports import cli, terminal
from ens_reports.pipeline import Run

COMMANDS = (
    "check", "intake", "submissions", "withdraw", "expire", "synth", "status", "reports", "verify", "trace", "doctor",
    "consent add", "consent list", "consent revoke",
    "contracts list", "contracts template", "contracts export", "contracts dictionary",
)  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return small.open_run(small.make_project(tmp_path / "project"), tmp_path / "workspace")


def ens(run: Run, *arguments: str) -> int:
    return terminal.run(cli.app, [*arguments, "--workspace", str(run.workspace.root), "--project", str(run.project.root)])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_json_workspace_and_project(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.run(cli.app, [*command.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert all(option in said for option in ("--json", "--workspace", "--project", "--debug"))


def test_help_waits_for_no_heavy_import() -> None:
    """Pandas and the notebook machinery are imported by the commands that need them."""
    code = "import sys, ens_reports.cli; sys.exit(any(name in sys.modules for name in ('pandas', 'pydantic', 'papermill', 'nbformat')))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own line


def test_submissions_are_listed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    name = small.commit(run, "KEN")

    assert ens(run, "submissions", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)["submissions"]
    assert (row["submission"], row["file"], row["days_after_period"], row["status"]) == (name, "ken-1.csv", 20, "accepted")


def test_a_dry_run_says_what_would_be_built_and_builds_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    small.commit(run, "KEN")

    assert ens(run, "reports", "--dry-run", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert {name: told[name] for name in ("planned", "built", "up_to_date", "failed")} == {
        "planned": 1,
        "built": 0,
        "up_to_date": 0,
        "failed": 0,
    }
    (edition,) = told["editions"]
    assert {"edition", "product", "level", "recipient", "language", "marking", "pdf", "html", "pages", "seconds", "status"} <= set(edition)
    assert (edition["status"], edition["pdf"]) == ("out_of_date", None)
    assert list(run.workspace.editions.iterdir()) == []


def test_status_says_why(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    small.commit(run, "KEN")

    assert ens(run, "status") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("out_of_date  small-picture-KEN-en-2024-2025-")
    assert lines[1:] == ["    no edition yet", "0 of 1 editions are up to date."]


def test_who_sent_nothing_has_an_edition_only_when_asked_for(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Silence is a report too, for the analyst who wants it."""
    small.commit(run, "KEN")

    assert ens(run, "reports", "--dry-run", "--json") == 0
    assert [one["recipient"] for one in json.loads(capsys.readouterr().out)["editions"]] == ["KEN"]
    assert ens(run, "reports", "--dry-run", "--json", "--recipient", "FRA") == 0
    assert [one["recipient"] for one in json.loads(capsys.readouterr().out)["editions"]] == ["FRA"]


def test_a_terminal_that_knows_no_accents_is_written_to_all_the_same(run: Run) -> None:
    """A character that the terminal lacks is shown by its number; the command does not fail over it."""
    command = [sys.executable, "-c", "from ens_reports.cli import main; main()", "check", "d\u00e9p\u00f4t.csv"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, cwd=run.project.root, capture_output=True, text=True, check=False)  # noqa: S603 - our own command

    assert (2, "d\\xe9p\\xf4t.csv must be a file, got none there") == (done.returncode, done.stderr.splitlines()[0])


def test_check_leaves_no_trace(run: Run, tmp_path: Path) -> None:
    """Not even the folders of a workspace."""
    (tmp_path / "a.csv").write_text("incident_id,incident_date\nA1,2025-01-01\n", encoding="utf-8")
    place = tmp_path / "elsewhere"

    assert terminal.run(cli.app, ["check", str(tmp_path / "a.csv"), "--workspace", str(place), "--project", str(run.project.root)]) != 1
    assert not place.exists()


def test_a_withdrawal_names_what_it_touches(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    name = small.commit(run, "KEN")
    pack = run.workspace.feedback / "KEN" / name
    pack.mkdir(parents=True)
    (pack / "feedback.xlsx").write_text("their records")

    assert ens(run, "withdraw", name, "--reason", "sent by mistake", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["submission"], told["files"], told["editions"]) == (name, {"feedback pack": 1}, [])
    assert not pack.exists()


def test_what_may_be_kept_no_longer_is_told_and_then_deleted(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = small.commit(run, "KEN", retain_until="2026-06-30")
    monkeypatch.setattr(terminal, "today", lambda: date(2026, 7, 1))

    assert ens(run, "expire", "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[1].split() == [name, "12", "-"]
    assert run.store.submission(name).in_force
    assert ens(run, "expire", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["deleted"] == [{"submission": name, "records": 12, "whole": True}]
    assert run.store.submission(name).status == "expired"
    assert ens(run, "expire") == 0
    assert capsys.readouterr().out == "No record was to be deleted.\n"


def test_intake_and_reports_delete_on_their_way_and_say_so(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = small.commit(run, "KEN", retain_until="2026-06-30")
    later = small.commit(run, "KEN", seed=2, retain_until="2026-07-31")
    monkeypatch.setattr(terminal, "today", lambda: date(2026, 7, 1))
    assert ens(run, "reports", "--dry-run") == 0
    assert run.store.submission(name).in_force
    capsys.readouterr()
    assert ens(run, "intake") == 0
    assert capsys.readouterr().out.splitlines()[1] == "Could be kept no longer:"
    assert run.store.submission(name).status == "expired"
    monkeypatch.setattr(terminal, "today", lambda: date(2026, 8, 1))
    assert ens(run, "reports") == 0
    assert run.store.submission(later).status == "expired"


def test_consents_are_given_listed_and_revoked(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    name = small.commit(run, "KEN", barred_recipients="UGA")
    monkeypatch.setattr(terminal, "today", lambda: date(2026, 2, 1))
    given = ("--to", "UGA", "--for", name, "--level", "strategic", "--by", "Duty desk", "--until", "2026-12-31")

    assert ens(run, "consent", "add", "KEN", *given, "--json") == 0
    number = json.loads(capsys.readouterr().out)["consent"]
    assert [one.recipients for one in run.store.snapshot().consents] == [("UGA",)]
    assert ens(run, "consent", "list", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)["consents"]
    assert (row["number"], row["target"], row["given_by"], row["given_on"]) == (number, name, "Duty desk", "2026-02-01")
    assert ens(run, "consent", "revoke", str(number)) == 0
    assert run.store.snapshot().consents == ()
    assert ens(run, "consent", "revoke", str(number)) == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("XXX", "--to", "UGA"), "party must be in params/parties.yaml, got 'XXX'"),
        (
            ("UGA", "--to", "TZA", "--for", "KEN-1"),
            "a consent of UGA must be for all, or for a submission or record that it sent, got 'KEN-1'",
        ),
        (("KEN", "--to", "UGA", "--level", "tactica"), "level must be one of strategic, operational, tactical, got 'tactica'"),
        (
            ("KEN", "--to", "UGA", "--from", "2026-02-01", "--until", "2026-01-31"),
            "the last day must not be before 2026-02-01, got 2026-01-31",
        ),
    ],
)
def test_a_consent_that_cannot_be_read_is_refused(
    run: Run, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], message: str
) -> None:
    assert ens(run, "consent", "add", *given, "--by", "Duty desk") == 2
    assert capsys.readouterr().err.splitlines()[0] == message


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("reports",), 2, "the store must hold a submission, got none yet"),
        (("reports", "--param", "top"), 2, "--param must be name=value, got 'top'"),
        (("intake", "--received-on", "yesterday"), 2, "a day must be written as 2025-12-31, got 'yesterday'"),
        (("verify", "nothing"), 2, "'nothing' must be a PDF, an edition or a reference number, got none of these"),
        (("withdraw", "nothing", "--reason", "none"), 2, "submission must be in the ledger, got 'nothing'"),
    ],
)
def test_a_wrong_request_is_told_with_a_hint(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, message: str
) -> None:
    assert ens(run, *arguments) == code
    first, second = capsys.readouterr().err.splitlines()
    assert first == message
    assert second.startswith("hint: ")


@pytest.mark.parametrize(
    ("parameter", "message"),
    [
        ("topp=3", "a parameter of small-picture must be one that it declares, got 'topp'"),
        ("top=many", "parameter top of small-picture must be of type int, got 'many'"),
    ],
)
def test_a_wrong_parameter_is_refused_before_anything_runs(
    run: Run, capsys: pytest.CaptureFixture[str], parameter: str, message: str
) -> None:
    small.commit(run, "KEN")

    assert ens(run, "reports", "--param", parameter) == 2
    assert capsys.readouterr().err.splitlines()[0] == message


def test_the_contracts_are_listed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert ens(run, "contracts", "list", "--json") == 0
    rows = json.loads(capsys.readouterr().out)["contracts"]
    incidents = ["wildlife", "fisheries", "forestry", "pollution", "mining", "incidents"]
    assert [row["contract"] for row in rows] == [*incidents, "subjects", "movements", "capacity", "osint", "cover"]
    assert [row["contract"] for row in rows if row["family"] == "incidents"] == incidents


def test_an_empty_inbox_is_said_to_be_empty(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert ens(run, "intake") == 0
    assert capsys.readouterr().out == f"No files in {run.workspace.inbox}.\n"


SENT = "Date;Espèce;Quantité;Unité\n25/03/2024;Manis tricuspis;3;kg\n26/03/2024;Python regius;1;kg\n"


def test_a_draft_of_a_mapping_is_written_told_and_used_by_name(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(SENT, encoding="utf-8")
    asked = ("check", str(tmp_path / "a.csv"), "--party", "MAR")

    assert ens(run, *asked, "--suggest-mapping", "--json") == 0

    told = json.loads(capsys.readouterr().out)["suggestion"]
    path = run.project.root / "params" / "mappings" / "mar_a.yaml"
    assert (told["name"], told["path"], told["contract"]) == ("mar_a", str(path), "wildlife")
    assert [(column["header"], column["field"]) for column in told["columns"]] == [
        ("Date", "incident_date"),
        ("Espèce", "scientific_name"),
        ("Quantité", "quantity"),
        ("Unité", "unit"),
    ]
    assert all(0 < column["confidence"] <= 1 and column["reasons"] and column["reading"] for column in told["columns"])
    assert ens(run, *asked, "--mapping", "mar_a", "--json") == 0
    used = json.loads(capsys.readouterr().out)
    assert (used["mapping"], used["rows_accepted"]) == ("mar_a", 2)
    assert "mapping_unconfirmed" in {detail["check"] for detail in used["details"]}
    assert ens(run, *asked, "--json") == 0
    assert json.loads(capsys.readouterr().out)["mapping"] == ""


def test_a_draft_is_told_to_people_and_goes_where_they_say(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(SENT, encoding="utf-8")

    assert ens(run, "check", str(tmp_path / "a.csv"), "--suggest-mapping", "-o", str(tmp_path / "drafts")) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == [
        f"A draft of a mapping onto wildlife is in {tmp_path / 'drafts' / 'a.yaml'}.",
        "Compare it, correct it, write confirmed: true. Until then: ens check FILE --mapping a",
    ]


def test_a_pack_is_written_without_storing(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(SENT, encoding="utf-8")

    assert ens(run, "check", str(tmp_path / "a.csv"), "--party", "MAR", "--pack", str(tmp_path / "pack")) == 0

    assert capsys.readouterr().out.splitlines()[-1] == f"The feedback pack is in {tmp_path / 'pack'}."
    assert {"receipt.html", "feedback.xlsx", "feedback.html", "findings.json"} <= {path.name for path in (tmp_path / "pack").iterdir()}
    assert ens(run, "submissions", "--json") == 0
    assert json.loads(capsys.readouterr().out)["submissions"] == []


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (("template", "mining", "--language", "fr", "-o", "t.xlsx"), ["t.xlsx"]),
        (("export", "mining", "--format", "odcs,jsonschema", "-o", "out"), ["out/mining.odcs.yaml", "out/mining.schema.json"]),
        (("dictionary", "mining", "-o", "d.html"), ["d.html"]),
        (("dictionary", "mining", "--language", "es"), ["mining_es.html"]),
    ],
)
def test_a_contract_is_published_where_one_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], made: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ens(run, "contracts", *arguments) == 0
    assert [name for name in made if not (tmp_path / name).is_file()] == []


def test_synthetic_submissions_are_of_the_contracts_that_one_names(run: Run, tmp_path: Path) -> None:
    wanted = ("--countries", "4", "--rows", "400", "--seed", "1", "-o", str(tmp_path / "out"))
    assert ens(run, "synth", *wanted, "--contract", "osint", "--contract", "subjects") == 0
    names = {path.name for path in (tmp_path / "out").rglob("*.csv")}
    assert names == {"synthetic_osint.csv", "synthetic_subjects.csv"}
