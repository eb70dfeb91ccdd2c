"""All editions of a product, cold and warm, in turns with the loops that they are measured against."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Measured, median
from benchmarks.samples import write_samples
from benchmarks.world import WORKERS, World

LOOPS = str(Path(__file__).with_name("loops.py"))


@dataclass(frozen=True, kw_only=True)
class Round:
    """What was measured side by side.

    Attributes:
        editions: How many were built.
        sample: How many of them the loops took.
        cold: All of them, built.
        look: A run that finds nothing to do, by looking at each.
        nothing: The next run.
        plain_s: One edition by the plain loop.
        cells_s: The cells of one edition, in a forked process.
        rendering_s: The renderer's time for one edition.
    """

    editions: int
    sample: int
    cold: Measured
    look: Measured
    nothing: Measured
    plain_s: float
    cells_s: float
    rendering_s: float

    @property
    def limit_s(self) -> float:
        """What all editions take at least: their cells and their rendering, on all workers."""
        return (self.cells_s + self.rendering_s) * self.editions / WORKERS

    @property
    def plain_all_s(self) -> float:
        """All editions by the plain loop, one after the other, scaled from the sample."""
        return self.plain_s * self.editions


def take_round(folder: Path, world: World, product: str, *, sample: int, turns: int) -> Round:
    """Measure in turns.

    Args:
        folder: For the sample.
        world: What is built there.
        product: Of which product.
        sample: Editions that the loops take.
        turns: How often.

    Returns:
        Medians of the turns; of one edition by a loop, the mean of the sample.

    Raises:
        RuntimeError: There was something to do where there must be nothing.
    """
    built, loops = [], []
    folders: list[Path] = []
    for _ in range(turns):
        built.append(_build_and_look(world, product))
        folders = folders or write_samples(folder, world, product, sample)
        loops.append([loop_s(what, folders) for what in ("plain", "cells", "rendering")])
    cold, look, nothing = (median(found) for found in zip(*built, strict=True))
    plain_s, cells_s, rendering_s = (statistics.median(found) for found in zip(*loops, strict=True))
    return Round(
        editions=len(world.recipients),
        sample=len(folders),
        cold=cold,
        look=look,
        nothing=nothing,
        plain_s=plain_s,
        cells_s=cells_s,
        rendering_s=rendering_s,
    )


def _build_and_look(world: World, product: str) -> tuple[Measured, Measured, Measured]:
    cold, there = world.build([product]), world.editions(product)
    look, nothing = world.ens("reports", product), world.ens("reports", product)
    if world.editions(product) != there:
        raise RuntimeError("a run after all were built must find nothing to do, got more editions: was the program changed meanwhile?")
    return cold, look, nothing


def loop_s(what: str, folders: Sequence[Path]) -> float:
    """Seconds of one edition by a loop, the mean of the sample: few editions take long, and a median would leave them out of the sum.

    Args:
        what: Which loop.
        folders: The sample.
    """
    command = [sys.executable, "-W", "ignore", LOOPS, what, *map(str, folders)]
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own script
    seconds: list[float] = json.loads(done.stdout.splitlines()[-1])
    return statistics.fmean(seconds)
