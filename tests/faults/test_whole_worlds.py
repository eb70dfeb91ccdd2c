"""Nothing that leaves for a recipient holds a word of a record that is closed to it; and all is the same without those records."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from faults import oracle, whole, worlds
from faults.worlds import MARK, Record, Sent, World

from ens_reports import digest, pipeline
from ens_reports.editions.register import Line
from ens_reports.policy.sheets import Sheets
from ens_reports.store import records

PRODUCTS = {product.name: product.level for product in worlds.repository().products}
STANDING = "This product may not reflect all information held"
"""What a reader is told, whatever was withheld."""
INTERNAL = "manifest.json"
MAY_READ = {"ens_reports.policy", "ens_reports.intake.known", "ens_reports.retention"}
"""Packages that may ask the store for records: what says who sees them, what lays a file against them, and what deletes them."""
RELEASED = ("report.pdf", "report.html")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One world for each product in turn."""
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(int(metafunc.config.getoption("--whole", default=1))))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Packages from which records are read, as the program runs."""
    found: set[str] = set()
    for name in ("latest", "pieces", "members", "distinct", "read"):
        monkeypatch.setattr(records, name, _watched(getattr(records, name), found))
    for name in ("take", "each"):
        monkeypatch.setattr(Sheets, name, _watched(getattr(Sheets, name), found))
    return found


def _watched(read: Callable[..., Any], found: set[str]) -> Callable[..., Any]:
    def watched(*args: object, **kwargs: object) -> object:
        callers = (frame.frame.f_globals.get("__name__", "") for frame in inspect.stack(context=0)[1:])
        outside = next(name for name in callers if name.startswith("ens_reports.") and not name.startswith("ens_reports.store"))
        found.add(outside.rpartition(".")[0])
        return read(*args, **kwargs)

    return watched


def test_nothing_that_leaves_holds_what_is_closed(tmp_path: Path, seed: int, asked: set[str]) -> None:
    world, product = whole.small(seed), sorted(PRODUCTS, reverse=True)[seed % len(PRODUCTS)]
    recipient = world.sent[seed % len(world.sent)].owner
    reader = oracle.reader(world, recipient, level=PRODUCTS[product], day=worlds.LAST_DAY)
    run = whole.run(world, tmp_path / "full")
    line = whole.build(run, product, recipient)
    if line.pdf:
        check_edition(world, line.pdf.parent, reader)
        pipeline.verify(run, line.edition, rebuild=False)
    check_feedback(world, run.workspace.feedback)
    pipeline.trace(run, run.store.submissions()[0].id)
    assert {"ens_reports.policy"} < asked <= MAY_READ
    shown = {oracle.key_of(sent, record) for sent, record in shown_records(world, reader)}
    less = world.only(lambda sent, record: sent.owner == recipient or oracle.key_of(sent, record) in shown)
    twin = whole.build(whole.run(less, tmp_path / "less"), product, recipient)
    assert (line.status in {"built", "too_few"}, released(line)) == (True, released(twin))


def released(line: Line) -> dict[str, str]:
    """Digests of what leaves; of a product that is not built from so few incidents nothing does."""
    return {name: digest.of_file(line.pdf.with_name(name)) for name in RELEASED} if line.pdf else {}


def check_edition(world: World, folder: Path, reader: oracle.Reader) -> None:
    """Pages, attachments, metadata and notebook hold words of open records and fields alone, and the one fixed sentence."""
    seen = [oracle.marks_for(sent, record, reader=reader, rules=world.rules) for sent, record in shown_records(world, reader)]
    may = set().union(*seen) | own_marks(world, reader.code)
    for path, text in whole.texts(folder):
        assert path.name == INTERNAL or not set(MARK.findall(text)) - may, path.name
        assert path.name not in RELEASED or STANDING in " ".join(text.split()), path.name


def check_feedback(world: World, folder: Path) -> None:
    """A sender is told of its own words alone."""
    for party in world.parties:
        for path, text in whole.texts(folder / party):
            assert not set(MARK.findall(text)) - own_marks(world, party), path.name


def shown_records(world: World, reader: oracle.Reader) -> Iterator[tuple[Sent, Record]]:
    """What a reader may see."""
    for sent, record in oracle.in_force(world):
        if oracle.may_see(sent, record, reader=reader, rules=world.rules):
            yield sent, record


def own_marks(world: World, party: str) -> set[tuple[str, str]]:
    """All words of what a party sent."""
    return set(MARK.findall(str([one for one in world.sent if one.owner == party])))
