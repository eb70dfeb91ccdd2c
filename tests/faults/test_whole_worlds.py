"""Nothing that leaves for a recipient holds a word of a record that is closed to it; and all is the same without those records."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from faults import oracle, whole, worlds
from faults.worlds import MARK, Record, Sent, World

PRODUCTS = {product.name: product.level for product in worlds.repository().products}
RELEASED = ("report.pdf", "report.html")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One world for each product in turn."""
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(int(metafunc.config.getoption("--whole", default=1))))


def test_nothing_that_leaves_holds_what_is_closed(tmp_path: Path, seed: int) -> None:
    world, product = whole.small(seed), sorted(PRODUCTS)[seed % len(PRODUCTS)]
    recipient = world.sent[seed % len(world.sent)].owner
    reader = oracle.reader(world, recipient, level=PRODUCTS[product], day=worlds.LAST_DAY)
    run = whole.run(world, tmp_path / "full")
    line = whole.build(run, product, recipient)
    folder = line.pdf.parent
    shown = set(_shown(world, reader))
    may = {
        mark for sent, record in shown_records(world, reader) for mark in oracle.marks_for(sent, record, reader=reader, rules=world.rules)
    }
    for path, text in whole.texts(folder):
        if path.name != "manifest.json":
            assert not set(MARK.findall(text)) - may - _own(world, recipient), path.name
    for party in world.parties:
        for path, text in whole.texts(run.workspace.feedback / party):
            assert not set(MARK.findall(text)) - _own(world, party), path.name
    less = world.only(lambda sent, record: sent.owner == recipient or oracle.key_of(sent, record) in shown)
    twin = whole.build(whole.run(less, tmp_path / "less"), product, recipient).pdf.parent
    assert {name: (folder / name).read_bytes() == (twin / name).read_bytes() for name in RELEASED} == dict.fromkeys(RELEASED, True)


def shown_records(world: World, reader: oracle.Reader) -> Iterator[tuple[Sent, Record]]:
    """What a reader may see."""
    for sent, record in oracle.in_force(world):
        if oracle.may_see(sent, record, reader=reader, rules=world.rules):
            yield sent, record


def _shown(world: World, reader: oracle.Reader) -> Iterator[tuple[str, ...]]:
    for sent, record in shown_records(world, reader):
        yield oracle.key_of(sent, record)


def _own(world: World, party: str) -> set[tuple[str, str]]:
    own = [one for one in world.sent if one.owner == party]
    return set(MARK.findall(str(own)))
