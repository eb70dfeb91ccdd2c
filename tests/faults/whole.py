"""A random world from end to end: files in an inbox, records, editions and feedback; and the text of all that leaves."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import yaml
from faults import worlds
from faults.worlds import Sent, World

from data_contracts.registry import INCIDENTS, SENT
from ens_reports import pipeline
from ens_reports.editions.register import Line
from ens_reports.editions.selection import Selection
from ens_reports.params import Workspace
from ens_reports.pipeline import Arrival, Run
from ens_reports.store import Store

PACKED = {".xlsx", ".zip"}


def small(seed: int) -> World:
    """A world that is soon taken in: of incidents alone, nothing withdrawn, all that came on one day."""
    world = worlds.make(seed)
    sent = [one for one in world.sent if one.contract in INCIDENTS and one.records][:4]
    return replace(world, sent=tuple(map(_plain, sent)), opened=())


def _plain(one: Sent) -> Sent:
    """No mark stands where the contract wants a code of its own form: the row would be rejected."""
    coded = {name for name, field in SENT[one.contract].fields.items() if field.pattern and field.kind == "text"}
    rows = ({name: value for name, value in record.items() if name not in coded} for record in one.records)
    return replace(one, withdrawn=False, received_on=worlds.LAST_DAY, records=tuple(rows))


def run(world: World, root: Path) -> Run:
    """Take in a world.

    Args:
        world: Who sends what.
        root: Of the workspace.
    """
    place = Workspace(root)
    place.prepare()
    for number, one in enumerate(world.sent):
        _write(one, place.inbox / one.owner / f"{number:03d}.csv")
    opened = Run(workspace=place, project=world.project(), store=Store(root), renderer="embedded")
    pipeline.take_in(opened, Arrival(received_on=worlds.LAST_DAY), lambda *_: None)
    return opened


def build(opened: Run, product: str, recipient: str) -> Line:
    """Build one edition in English."""
    wanted = Selection(products=(product,), recipients=(recipient,), language="en", period="2024-2025")
    [line] = pipeline.build_reports(opened, wanted, lambda *_: None)
    assert line.failure is None, line.failure
    return line


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file of a folder as text: pages, attachments and metadata of a PDF, the parts of a workbook."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            yield path, _pdf(path)
        elif path.suffix in PACKED:
            yield path, _parts(path.read_bytes())
        elif path.is_file():
            yield path, path.read_bytes().decode("utf-8", "replace")


def _pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [str(page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    reader = pypdf.PdfReader(path)
    attached = [content.decode("utf-8", "replace") for contents in reader.attachments.values() for content in contents]
    xmp = reader.xmp_metadata.stream.get_data().decode("utf-8", "replace") if reader.xmp_metadata else ""
    return "\n".join([*pages, *attached, str(reader.metadata), xmp])


def _parts(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def _write(one: Sent, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    names = [name for name in SENT[one.contract].fields if any(record.get(name) is not None for record in one.records)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(one.records)
    cover = {key: "; ".join(value) if isinstance(value, tuple) else value for key, value in one.cover.items()}
    path.with_name(f"{path.name}.cover.yaml").write_text(yaml.safe_dump({**cover, "synthetic": "yes"}), encoding="utf-8")
