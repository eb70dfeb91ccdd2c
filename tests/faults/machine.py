"""The intake as the fuzz test runs it: read here instead of in a process of its own where that is safe, and everything looked at."""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from unittest import mock

import openpyxl
from read_here import read_here

from data_contracts.catalogue import CHECKS
from ens_reports.intake import receive as receiving
from ens_reports.intake import run as running
from ens_reports.intake.feedback.words_of import detail
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import FileOutcome
from ens_reports.locales import LANGUAGES, Language
from ens_reports.params import Project, Workspace, load

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 1, 20)
PARTY = "CMR"
OURS = ("store", "feedback", "inbox")
OWN_FORMULAS = {"=1/0"}
"""What cells of the files sent here calculate: formulas of a sender's own that reach nothing outside stay formulas."""
TONGUES = tuple(Language(code) for code in LANGUAGES)


@dataclass(kw_only=True)
class Machine:
    """A project, and folders for one file at a time.

    Attributes:
        project: Parties and mappings.
        root: Where the workspaces are made.
        told: Checks that were told so far, with how often.
        statuses: What became of the files so far.
    """

    project: Project
    root: Path
    told: dict[str, int] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)

    def try_file(self, name: str, content: bytes, *, whole: bool, apart: bool) -> list[FileOutcome]:
        """Send one file through the intake, and look at all that must hold of any file.

        Args:
            name: What the file is called.
            content: Its bytes.
            whole: Store it and write the answer, instead of checking it only.
            apart: Read it in a process of its own, as `ens` does.
        """
        with tempfile.TemporaryDirectory(dir=self.root) as folder:
            workspace = Workspace(root=Path(folder))
            path = workspace.inbox / PARTY / name
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
            before = _digests(workspace.root)
            with _listening() as found, nullcontext() if apart else read_here(max_bytes=len(content)):
                outcomes = self._run(path, workspace, whole=whole)
            self._look(outcomes, found)
            after = _digests(workspace.root)
            changed = {name for name, value in after.items() if before.get(name) != value}
            assert set(before) <= set(after), "a file is gone"
            assert all(item.split("/")[0] in ("store", "feedback") for item in changed), changed
            if whole:
                _look_at_answers(outcomes)
        return outcomes

    def _run(self, path: Path, workspace: Workspace, *, whole: bool) -> list[FileOutcome]:
        if whole:
            return running.take_in([path], workspace=workspace, project=self.project, today=TODAY)
        return [running.check(path, project=self.project, party=PARTY, today=TODAY)]

    def _look(self, outcomes: list[FileOutcome], found: list[Located]) -> None:
        assert outcomes
        for outcome in outcomes:
            assert outcome.rows_read == outcome.rows_accepted + outcome.rows_rejected + outcome.rows_duplicate
            assert str(outcome.status) != "crashed", [item.message for item in outcome.details]
            json.dumps(outcome.row()).encode()
            self.statuses[outcome.status] = self.statuses.get(outcome.status, 0) + 1
        for item in found:
            assert item.finding.check in CHECKS
            assert item.finding.check != "check_crashed", item.finding
            self.told[item.finding.check] = self.told.get(item.finding.check, 0) + 1
            for language in TONGUES:
                words = detail(item, language)
                assert words.message
                assert "{" not in words.message.replace("{{", ""), words
                json.dumps(asdict(words), ensure_ascii=False).encode()


def machine(root: Path) -> Machine:
    """The intake of this repository's project.

    Args:
        root: Where workspaces are made.
    """
    return Machine(project=load(REPOSITORY), root=root)


@contextmanager
def _listening() -> Iterator[list[Located]]:
    """Gather findings with their places on their way into words."""
    found: list[Located] = []
    order = receiving.in_order

    def hear(items: list[Located]) -> tuple[Located, ...]:
        found.extend(items)
        return order(items)

    with mock.patch.object(receiving, "in_order", hear):
        yield found


def _digests(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _look_at_answers(outcomes: list[FileOutcome]) -> None:
    """Each answer opens again, and no text of a sender has become a formula."""
    for outcome in outcomes:
        if not outcome.feedback:
            continue
        for path in Path(outcome.feedback).glob("*.xlsx"):
            book = openpyxl.load_workbook(path)
            cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
            formulas = {str(cell.value) for cell in cells if cell.data_type == "f"}
            assert formulas <= OWN_FORMULAS, path.name
        for path in Path(outcome.feedback).glob("*.json"):
            json.loads(path.read_text(encoding="utf-8"))
        for path in Path(outcome.feedback).glob("*.html"):
            assert "<script" not in path.read_text(encoding="utf-8")
