"""Speed and memory side by side with what they are measured against: `nox -s bench`, with `-- --full` for the full size.

All figures are ratios within one run: commands take turns, and medians are compared, so that a busy machine is busy for all of them.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import editions, intake
from benchmarks.lines import Line, as_json, as_text


def main(arguments: Sequence[str]) -> int:
    """Measure and print a table, and JSON where it is asked for."""
    asked = _parser().parse_args(arguments)
    found: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="ens-bench-") as name:
        try:
            for line in MEASURED[asked.what](Path(name), asked):
                sys.stderr.write(f"measured: {line.what}\n")
                found.append(line)
        finally:  # hours of measuring are not lost with the comparison that fails
            sys.stdout.write(as_text(found))
            if asked.json:
                asked.json.write_text(as_json(found), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nox -s bench --", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=MEASURED, default="intake", help="what is measured; intake if nothing is said")
    parser.add_argument("--full", action="store_true", help="the full size, and long")
    parser.add_argument("--only", default="", help="letters of the comparisons, such as ac")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--world", type=Path, help="editions: keep the records here, or take those that are here")
    parser.add_argument("--turns", type=int, default=0, help="editions: how often each is measured; three times in full size, else once")
    parser.add_argument("--editions", type=int, nargs="+", default=(), help="editions: numbers of them for (d), such as 1 100 2000")
    parser.add_argument("--records", type=int, nargs="+", default=(), help="editions: numbers of records for (d), such as 10000 1000000")
    parser.add_argument("--parties", type=int, default=0, help="editions: how many send and receive, such as 40")
    parser.add_argument("--rows", type=int, default=0, help="editions: how many records they send in all")
    return parser


def _intake(folder: Path, asked: argparse.Namespace) -> Iterator[Line]:
    size = intake.FULL if asked.full else intake.SMALL
    wanted = [intake.COMPARED[letter] for letter in asked.only or intake.COMPARED]
    yield from (compare(folder, size) for compare in wanted)


def _editions(folder: Path, asked: argparse.Namespace) -> Iterator[Line]:
    size = editions.FULL if asked.full else editions.SMALL
    size = replace(size, editions=tuple(asked.editions) or size.editions, records=tuple(asked.records) or size.records)
    size = replace(size, turns=asked.turns or size.turns, parties=asked.parties or size.parties, rows=asked.rows or size.rows)
    wanted = [editions.COMPARED[letter] for letter in asked.only or editions.COMPARED]
    bench = editions.open_bench(folder, asked.world or folder / "world", size)
    for compare in wanted:
        yield from compare(bench)


MEASURED: dict[str, Callable[[Path, argparse.Namespace], Iterator[Line]]] = {"intake": _intake, "editions": _editions}
"""What can be measured."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
