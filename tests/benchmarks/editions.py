"""Editions side by side with the plain loop, with the least they can take, and with themselves in other numbers."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from statistics import median

import dask_here
from benchmarks import growth, reference
from benchmarks.lines import Line
from benchmarks.measure import Measured, measure
from benchmarks.measure import median as median_of
from benchmarks.rounds import Round, take_round
from benchmarks.samples import spread
from benchmarks.world import ASSESSMENT, ENS, WORKERS, World, make_world

from ens_reports.editions import manifest
from ens_reports.render import quarto

STARTS = 5
"""Turns of what takes less than a second."""
ENOUGH = 3
"""Sizes by which what every run costs can be told apart."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much is measured.

    Attributes:
        parties: Who send and receive.
        rows: Records in all.
        sample: Editions that the plain loop and the limit are measured on.
        turns: How often.
        editions: Numbers of editions for the exponent.
        records: Numbers of records for the exponent.
        record_parties: Who send those.
        record_editions: Assessments that are built of those.
        workers: Numbers of Dask workers.
    """

    parties: int
    rows: int
    sample: int
    turns: int
    editions: tuple[int, ...]
    records: tuple[int, ...]
    record_parties: int
    record_editions: int
    workers: tuple[int, ...]


SMALL = Size(
    parties=6,
    rows=600,
    sample=2,
    turns=1,
    editions=(1, 3, 6),
    records=(200, 2_000),
    record_parties=2,
    record_editions=2,
    workers=(1, 2),
)
FULL = Size(
    parties=196,
    rows=10_000,
    sample=12,
    turns=3,
    editions=(1, 10, 50, 196),
    records=(10_000, 100_000, 1_000_000),
    record_parties=196,
    record_editions=4,
    workers=(1, 2, 4),
)


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What the comparisons share; each round is taken once.

    Attributes:
        folder: For what is gone afterwards.
        world: What is built there.
        size: How much is measured.
    """

    folder: Path
    world: World
    size: Size

    @cached_property
    def assessments(self) -> Round:
        """All country assessments."""
        return self._round(ASSESSMENT)

    @cached_property
    def references(self) -> Round:
        """All editions of the reference notebook."""
        return self._round(reference.NAME)

    def _round(self, product: str) -> Round:
        return take_round(self.folder / product, self.world, product, sample=self.size.sample, turns=self.size.turns)


def open_bench(folder: Path, kept: Path, size: Size) -> Bench:
    """Make the world, or take the one that was kept.

    Args:
        folder: For what is gone afterwards.
        kept: Of the world.
        size: How much is measured.
    """
    return Bench(folder=folder, world=make_world(kept, parties=size.parties, rows=size.rows), size=size)


def against_plain(bench: Bench) -> Iterator[Line]:
    """(a) All editions cold, against the plain loop."""
    loop, least = ("papermill and Quarto", 15) if quarto.find().program else ("papermill, pandoc and typst", 10)
    limits = {"assessments": (bench.assessments, "as it is"), "reference editions": (bench.references, f"at least {least}")}
    for name, (found, limit) in limits.items():
        yield Line(
            what=f"a  {found.editions} {name}, {WORKERS} workers: {loop}, scaled from {found.sample} / ours, s",
            ours=found.cold.seconds,
            other=found.plain_all_s,
            ratio=found.plain_all_s / found.cold.seconds,
            limit=limit,
        )


def against_limit(bench: Bench) -> Iterator[Line]:
    """(b) Against the same cells in a forked process and the renderer's own time, on all workers."""
    for name, found in (("assessments", bench.assessments), ("reference editions", bench.references)):
        one = f"({found.cells_s:.2f} s cells + {found.rendering_s:.2f} s rendering) / {WORKERS}"
        yield _over(f"b  {found.editions} {name}: ours / {one} each, s", found.cold.seconds, found.limit_s, "at most 1.5")


def little_to_do(bench: Bench) -> Iterator[Line]:
    """(c) Runs that find nothing to do, or one more submission."""
    found = bench.assessments
    yield _over("c  nothing to do, each edition looked at / cold, s", found.look.seconds, found.cold.seconds, "as it is")
    yield _over("c  nothing to do, once that is known / cold, s", found.nothing.seconds, found.cold.seconds, "at most 0.02")
    ours, alone, rebuilt = one_submission(bench)
    share = rebuilt / found.editions
    yield _over(f"c  one submission, {rebuilt:g} rebuilt / the same built alone, s", ours, alone, "at most 1.05")
    yield _over(f"c  one submission, {rebuilt:g} rebuilt / {share:.0%} of cold, s", ours, found.cold.seconds * share, "as it is")


def one_submission(bench: Bench) -> tuple[float, float, float]:
    """Seconds of a run after one more submission, seconds of its editions built alone, and how many these are; on a copy of the world."""
    workspace = bench.folder / "sent" / "workspace"
    shutil.copytree(bench.world.workspace, workspace)
    world = replace(bench.world, workspace=workspace)
    found = []
    for turn in range(bench.size.turns):
        world.send(world.recipients[turn], seed=turn)
        before = world.editions(ASSESSMENT)
        ours = world.ens("reports", ASSESSMENT, "--workers", str(WORKERS))
        rebuilt = sorted(manifest.read(path).recipient for path in world.editions(ASSESSMENT) - before)
        if not rebuilt:
            raise RuntimeError(f"a submission of {world.recipients[turn]} must change an edition, got none that changed")
        found.append((ours.seconds, world.build([ASSESSMENT], rebuilt).seconds, len(rebuilt)))
    ours_s, alone_s, numbers = zip(*found, strict=True)
    return median(ours_s), median(alone_s), median(numbers)


def growing(bench: Bench) -> Iterator[Line]:
    """(d) Against the number of editions, and of records."""
    number = len(bench.world.recipients)
    wanted = [growth.products_and_recipients(editions, number) for editions in bench.size.editions]
    reference.write(bench.world.project, max(products for products, _ in wanted))
    builds = [_some(bench.world, products, recipients) for products, recipients in wanted]
    yield from grown("editions", [products * recipients for products, recipients in wanted], take_turns(builds, bench.size.turns))
    size, kept = bench.size, bench.world.workspace.parent
    worlds = [make_world(kept.with_name(f"{kept.name}-{rows}"), parties=size.record_parties, rows=rows) for rows in size.records]
    what = f"records of {size.record_parties} parties, {size.record_editions} assessments"
    yield from grown(what, size.records, take_turns([_assessments(world, size.record_editions) for world in worlds], size.turns))


def _some(world: World, products: int, recipients: int) -> Callable[[], float]:
    names = [reference.product(number) for number in range(1, products + 1)]
    return lambda: world.build(names, world.recipients[:recipients]).seconds


def _assessments(world: World, number: int) -> Callable[[], float]:
    return lambda: world.build([ASSESSMENT], spread(world.recipients, number)).seconds


def take_turns(runs: Sequence[Callable[[], float]], turns: int) -> list[float]:
    """The median of what each run gives; the runs take turns.

    Args:
        runs: What is measured.
        turns: How often each.
    """
    found = [[run() for run in runs] for _ in range(turns)]
    return [median(figures) for figures in zip(*found, strict=True)]


def grown(what: str, sizes: Sequence[int], seconds: Sequence[float]) -> Iterator[Line]:
    """How seconds grow: as they are, and beside what every run costs where that can be told apart.

    Args:
        what: Of what the sizes are.
        sizes: From the smallest.
        seconds: Of each.
    """
    each = ", ".join(f"{size:,}: {cost:.1f} s" for size, cost in zip(sizes, seconds, strict=True))
    fits = {f"d  {what}, {each}": growth.power}
    if len(sizes) >= ENOUGH:
        fits[f"d  {what}, beside what every run costs"] = growth.beyond_start
    for name, fit in fits.items():
        law = fit(sizes, seconds)
        yield Line(
            what=f"{name}; most, s; constant, s; exponent", ours=seconds[-1], other=law.constant, ratio=law.exponent, limit="at most 1.05"
        )


def memory(bench: Bench) -> Iterator[Line]:
    """(e) Most memory of the first process, and of all."""
    found = bench.assessments
    cold = found.cold
    what = f"e  {found.editions} assessments: peak of the parent, of all processes, MB"
    yield Line(what=what, ours=cold.parent_mb, other=cold.peak_mb, ratio=cold.parent_mb, limit="at most 600")


def on_cluster(bench: Bench) -> Iterator[Line]:
    """(f) One Dask worker against several."""
    runs = [_on_workers(bench, workers) for workers in bench.size.workers]
    first, *others = take_turns(runs, bench.size.turns)
    cores = os.cpu_count() or 1
    for workers, seconds in zip(bench.size.workers[1:], others, strict=True):
        yield Line(
            what=f"f  {len(bench.world.recipients)} assessments, {workers} Dask workers on {cores} cores, one, s; efficiency",
            ours=seconds,
            other=first,
            ratio=first * bench.size.workers[0] / (workers * seconds),
            limit="at least 0.8" if workers <= cores else "as it is: fewer cores",
        )


def _on_workers(bench: Bench, workers: int) -> Callable[[], float]:
    folder = bench.folder / f"workers-{workers}"

    def run() -> float:
        folder.mkdir(exist_ok=True)
        with dask_here.open_cluster(folder, workers=workers) as cluster:
            return bench.world.build([ASSESSMENT], (), "--scheduler", cluster.address).seconds

    return run


def starting(bench: Bench) -> Iterator[Line]:
    """(g) Computing of commands that have next to nothing to do."""
    bench.world.ens("status")
    commands: dict[str, Callable[[], Measured]] = {"--help": lambda: measure([ENS, "--help"]), "status": lambda: bench.world.ens("status")}
    for name, run in commands.items():
        found = median_of([run() for _ in range(STARTS)])
        yield Line(what=f"g  ens {name}: s, computing", ours=found.seconds, other=0.0, ratio=found.cpu_s, limit="at most 0.3")


def _over(what: str, ours: float, other: float, limit: str) -> Line:
    return Line(what=what, ours=ours, other=other, ratio=ours / other, limit=limit)


COMPARED: dict[str, Callable[[Bench], Iterator[Line]]] = {
    "a": against_plain,
    "b": against_limit,
    "c": little_to_do,
    "d": growing,
    "e": memory,
    "f": on_cluster,
    "g": starting,
}
"""Letter -> comparisons."""
