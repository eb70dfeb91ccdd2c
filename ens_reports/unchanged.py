"""An answer that still holds: while ledger, project, program, tools, editions and day are what they were, another look would say the same.

Light to import, for `ens status` should not wait for what it then does not need.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

from ens_reports import atomic, digest
from ens_reports.store.stand import stand
from ens_reports.terminal import Answer, Place

KEPT = "answers.json"
MARKER = Path("params") / "project.yaml"
PROJECT = ("params", "reports", "requirements.lock")
"""What of a project decides about editions, beside the program."""
PROGRAM = Path(__file__).parent
TOOLS = ("QUARTO_PATH", "PATH")


def recall(place: Place, asked: Sequence[object]) -> Answer | None:
    """The answer that was kept, if it still holds.

    Args:
        place: Of the workspace and the project.
        asked: The command with its options.
    """
    kept = _kept(place).get(_name(asked), {})
    if not kept or kept["state"] != _state(place):
        return None
    return Answer(**kept["answer"])


def keep(place: Place, asked: Sequence[object], answer: Answer) -> Answer:
    """Keep an answer for as long as it holds; one that tells of a failure is given anew each time.

    Args:
        place: Of the workspace and the project.
        asked: The command with its options.
        answer: What it said.

    Returns:
        The same answer.
    """
    state = _state(place)
    if state and answer.exit_code == 0:
        kept = {name: one for name, one in _kept(place).items() if one["state"] == state}
        kept[_name(asked)] = {"state": state, "answer": asdict(answer)}
        atomic.write_text(place.workspace / "store" / KEPT, json.dumps(kept, ensure_ascii=False) + "\n")
    return answer


def _kept(place: Place) -> dict[str, Any]:
    """Nothing where the file is not there or not ours to read: then the answer is worked out."""
    with suppress(OSError, ValueError):
        found = json.loads((place.workspace / "store" / KEPT).read_bytes())
        return found if isinstance(found, dict) else {}
    return {}


def _name(asked: Sequence[object]) -> str:
    return digest.of_value([str(part) for part in asked])


def _state(place: Place) -> str:
    """A digest of all that an answer depends on; empty where there is no ledger or project to speak of."""
    root = (place.project or Path.cwd()).resolve()
    project = next((folder for folder in (root, *root.parents) if (folder / MARKER).is_file()), None)
    ledger = stand(place.workspace)
    if project is None or not ledger:
        return ""
    tools = [shutil.which("quarto"), *(os.environ.get(name) for name in TOOLS), sys.version, sys.prefix]
    contents = [(path, digest.of_file(Path(path))) for part in PROJECT for path in _files(project / part)]
    looks = [look for folder in (PROGRAM, PROGRAM.parent / "data_contracts") for look in _looks(str(folder))]
    made = [*_looks(str(place.workspace / "editions"))]
    return digest.of_value([ledger, tools, contents, looks, made, datetime.now(UTC).date().isoformat()])


def _files(place: Path) -> Iterator[str]:
    return iter([str(place)]) if place.is_file() else (path for path, _, _ in _looks(str(place)))


def _looks(folder: str) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of each file, which is enough where nobody changes one in passing; there can be ten thousand, so no `Path`."""
    try:
        entries = sorted(os.scandir(folder), key=attrgetter("name"))
    except FileNotFoundError:
        return
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            with suppress(FileNotFoundError):  # another run may be at work there
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns
        elif not entry.name.startswith((".", "__pycache__")):
            yield from _looks(entry.path)
