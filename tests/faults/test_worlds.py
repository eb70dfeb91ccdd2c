"""Over random worlds no reader finds a record that the rules close to it, nor anything that is otherwise because there is one."""

import shutil
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pandas as pd
import pytest
from faults import oracle, worlds
from faults.worlds import MARK, Asked, Record, Sent, World

from ens_reports import policy
from ens_reports.params import Period
from ens_reports.policy import Viewed, Wish
from ens_reports.policy.basis import Bases
from ens_reports.policy.rules import RULES
from ens_reports.report.others import opened
from ens_reports.report.view import FRAMES, write_view
from ens_reports.store import Snapshot

PERIOD = Period(first_year=2024, last_year=2025, history_from=2021)
BUNDLE = 10
LEAST = 5
"""Countries of a region, at least, besides the reader."""
ROUTE = ("reporting_country", "origin_country", "transit_countries", "destination_country")


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """One edition's view of a world, and what the oracle says of it."""

    world: World
    asked: Asked
    viewed: Viewed
    folder: Path

    @cached_property
    def reader(self) -> oracle.Reader:
        """Who reads it."""
        return oracle.reader(self.world, self.asked.recipient, level=self.asked.product.level, day=worlds.LAST_DAY)

    def may_see(self, sent: Sent, record: Record) -> bool:
        """Whether its reader may see a record at all."""
        return oracle.may_see(sent, record, reader=self.reader, rules=self.world.rules)

    def records(self) -> list[tuple[Sent, Record]]:
        """The records of incidents that the view must hold: open, of its years, and of those that the product rests on."""
        wanted = [(sent, record) for sent, record in oracle.in_force(self.world) if sent.contract in oracle.COUNTED]
        return [(sent, record) for sent, record in wanted if self.may_see(sent, record) and self.rests_on(sent, record)]

    def about(self) -> list[tuple[Sent, Record]]:
        """What the product is about, were it open: incidents of its years, and the reader's own returns if it reads them."""
        incidents = [(sent, record) for sent, record in oracle.in_force(self.world) if sent.contract in oracle.COUNTED]
        found = [(sent, record) for sent, record in incidents if self.rests_on(sent, record)]
        own = [
            (sent, record) for sent, record in oracle.in_force(self.world) if sent.owner == self.reader.code and sent.contract == "capacity"
        ]
        returns = [(sent, record) for sent, record in own if record["reporting_country"] == sent.owner]
        return [*found, *(returns if "capacity" in self.asked.product.reads else [])]

    def region(self) -> list[tuple[Sent, Record]]:
        """What the reader's region is measured by, if the product does so and it has enough countries."""
        incidents = [(sent, record) for sent, record in oracle.in_force(self.world) if sent.contract in oracle.COUNTED]
        inside = [(sent, record) for sent, record in incidents if PERIOD.first_year <= record["date_from"].year <= PERIOD.last_year]
        found = [(sent, record) for sent, record in inside if sent.owner in worlds.AFRICA and self.may_see(sent, record)]
        enough = len({sent.owner for sent, _ in found} - {self.reader.code}) >= LEAST
        return found if enough and self.reader.code in worlds.AFRICA and "region" in self.asked.product.reads else []

    def rests_on(self, sent: Sent, record: Record) -> bool:
        """Whether the product is about a record, were it open."""
        inside = PERIOD.history_from <= record["date_from"].year <= PERIOD.last_year
        about = any(self.asked.recipient in str(record[name]).split(";") for name in ROUTE)
        return inside and (sent.owner == self.asked.recipient or about or self.asked.product.scope == "visible")

    @cached_property
    def text(self) -> str:
        """Everything that a notebook can read, and the files' bytes as they lie there."""
        frames = [pd.read_parquet(self.folder / f"{name}.parquet") for name in FRAMES]
        cells = [str(cell) for frame in frames for cell in frame.to_numpy().ravel()]
        return "\n".join([*cells, *(path.read_bytes().decode("latin-1") for path in sorted(self.folder.iterdir()))])


def first_reader(root: Path, world: World) -> Seen:
    """What the first who asks for an edition in a world sees."""
    asked = next(worlds.asked(world))
    return Seen(
        world=world, asked=asked, viewed=look(worlds.snapshot(world, root / "full"), world, asked, root / "view"), folder=root / "view"
    )


def look(held: Snapshot, world: World, asked: Asked, folder: Path) -> Viewed:
    wish = Wish(product=asked.product, recipient=asked.recipient, language="en", period=PERIOD)
    viewed = policy.view(held, world.project(), wish)
    write_view(folder, viewed.view)
    return viewed


def check_marks(seen: Seen) -> None:
    """Of a record that is closed no word; of one that is open no word of a field that is closed; of one to be seen all others."""
    rules, reader = seen.world.rules, seen.reader
    found = set(MARK.findall(seen.text))
    must = {mark for sent, record in seen.records() for mark in oracle.marks_for(sent, record, reader=reader, rules=rules)}
    own = [one for one in seen.world.sent if one.owner == reader.code]
    returns = {mark for sent in own for record in sent.records if sent.contract == "capacity" for mark in MARK.findall(str(record))}
    covers = {mark for sent in own for mark in MARK.findall(str(sent.cover))}
    assert not found - must - returns - covers
    assert not must - found


def check_names(seen: Seen) -> None:
    """Nothing tells whose a record of another is, but its country where the owner lets it be told."""
    theirs = [one.id for one in seen.world.sent if one.owner != seen.reader.code]
    text = seen.text
    assert not [name for name in theirs if name in text]
    others = opened(seen.viewed.view.others)
    assert others["owner"].str.fullmatch(r"P\d+").all()
    told = {mark for text in others.loc[others["may_name"], "place_name"] for mark in MARK.findall(text)}
    records = [(sent, record) for sent, record in seen.records() if sent.owner != seen.reader.code]
    may = [record for sent, record in records if oracle.may_name(sent, record, reader=seen.reader, rules=seen.world.rules)]
    assert told == {mark for record in may for mark in MARK.findall(record["place_name"])}


def check_counts(seen: Seen) -> None:
    """What was withheld is counted whole, inside; the marking is the highest of what went in, and of nothing else."""
    closed = [record for sent, record in seen.about() if not seen.may_see(sent, record)]
    assert sum(seen.viewed.withheld.values()) == len(closed)
    went_in = [*((sent, record) for sent, record in seen.about() if seen.may_see(sent, record)), *seen.region()]
    kept = {oracle.confidentiality(sent, record, seen.world.rules) for sent, record in went_in}
    highest = max(kept, key=oracle.ORDER.index, default="official")
    assert seen.viewed.marking == worlds.repository().marking(highest)


def check_same_without(seen: Seen, root: Path) -> None:
    """The files of the view are the same, byte for byte, in a world in which the records that the reader may not see are not."""
    shown = {oracle.key_of(sent, record) for sent, record in oracle.in_force(seen.world) if seen.may_see(sent, record)}
    world = seen.world.only(
        lambda sent, record: sent.owner == seen.reader.code or (oracle.key_of(sent, record) in shown and not sent.withdrawn)
    )
    look(worlds.snapshot(world, root / "less"), world, seen.asked, root / "view-less")
    assert {path.name: path.read_bytes() for path in (root / "view-less").iterdir()} == {
        path.name: path.read_bytes() for path in seen.folder.iterdir()
    }


def basis_of(held: Snapshot, seen: Seen) -> str:
    """What the view of the reader rests on, as it is kept from one run to the next."""
    return Bases(held, seen.world.project()).of(seen.asked.product, seen.asked.recipient)


def changes_unseen(seen: Seen, root: Path) -> int:
    """Take out one submission after the other: where what the view rests on stays the same, so must the view. Tells how often it did."""
    before, same = basis_of(worlds.snapshot(seen.world, root / "before"), seen), 0
    for number, gone in enumerate(seen.world.sent):
        world = replace(seen.world, sent=tuple(one for one in seen.world.sent if one is not gone))
        held = worlds.snapshot(world, root / f"without-{number}")
        if basis_of(held, seen) == before:
            same += 1
            look(held, world, seen.asked, root / "view-after")
            assert {path.name: path.read_bytes() for path in (root / "view-after").iterdir()} == {
                path.name: path.read_bytes() for path in seen.folder.iterdir()
            }
    return same


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Worlds in bundles, for workers to share."""
    if "bundle" in metafunc.fixturenames:
        number = int(metafunc.config.getoption("--worlds", default=10))
        starts = range(0, number, BUNDLE)
        metafunc.parametrize(
            "bundle", [range(start, min(start + BUNDLE, number)) for start in starts], ids=[f"from-{start}" for start in starts]
        )


def test_no_reader_finds_what_the_rules_close_to_it(tmp_path: Path, bundle: range) -> None:
    for seed in bundle:
        root = tmp_path / str(seed)
        seen = first_reader(root, worlds.make(seed))
        check_marks(seen)
        check_names(seen)
        check_counts(seen)
        check_same_without(seen, root)
        shutil.rmtree(root)


def test_a_view_is_the_same_while_what_it_rests_on_is(tmp_path: Path) -> None:
    """And a submission that it does not rest on changes nothing of that, else each would have all views made again."""
    assert sum(changes_unseen(first_reader(tmp_path / str(seed), worlds.make(seed)), tmp_path / str(seed)) for seed in range(5))


def test_with_the_rules_off_a_reader_finds_what_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what keeps the marks out elsewhere is the rules."""
    for name in RULES:
        monkeypatch.setitem(RULES, name, lambda _case: False)
    tried = (first_reader(tmp_path / str(seed), worlds.make(seed)) for seed in range(9))
    seen = next(
        one for one in tried if any(sent.owner != one.reader.code and not one.may_see(sent, record) for sent, record in one.about())
    )
    with pytest.raises(AssertionError):
        check_marks(seen)
