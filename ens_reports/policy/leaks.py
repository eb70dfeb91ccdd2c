"""What must not leave: the traces of all records and of others' editions, and whether something that leaves shows one.

The index holds keyed digests, no values: a process that scans pages can't tell what it looks for, or whose it is.
"""

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.util import hash_array

from ens_reports.params import ReleasePolicy
from ens_reports.policy.ground import ground
from ens_reports.policy.identifiers import FIELDS, KINDS, labelled, traces_in
from ens_reports.policy.runs import LONGEST, Known, heads_of, run_of, runs_in, words
from ens_reports.store import Snapshot

SECRET_BYTES = 32
RUNS, ROWS, HEADS, LENGTHS = "runs.npy", "leaks.npy", "heads.npy", "lengths.npy"
"""Files of an index: digests of runs in order, what belongs to each, digests of how they begin in order, and how long these are."""
ROW = np.dtype([("run", "<u8"), ("owner", "<u8"), ("kind", "u1")])
START = np.dtype([("head", "<u8"), ("length", "u1")])


@dataclass(frozen=True, kw_only=True)
class Watch:
    """What one recipient's edition is held against, as a worker gets it.

    Attributes:
        folder: Where the index lies.
        secret: What its digests are keyed with; of one run.
        own: Tag of the recipient, whose own values are no leak.
    """

    folder: Path
    secret: bytes
    own: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Index:
    """Digests of all traces, in order of their runs.

    Attributes:
        rows: `run`, `owner` and `kind` of each.
        heads: How they begin, in no order: `head` and its `length`, each once.
        secret: What the digests are keyed with.
    """

    rows: NDArray[Any]
    heads: NDArray[Any]
    secret: bytes

    def watch(self, folder: Path, recipient: str) -> Watch:
        """What a recipient's edition is held against.

        Args:
            folder: Where `write` put the index.
            recipient: Code of the party.
        """
        return Watch(folder=folder, secret=self.secret, own=_digest(self.secret, recipient))

    def write(self, folder: Path) -> None:
        """Lay the index down for other processes; they share one copy of it in memory."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / RUNS, np.ascontiguousarray(self.rows["run"]))
        np.save(folder / ROWS, self.rows)
        np.save(folder / HEADS, np.unique(self.heads["head"]))
        np.save(folder / LENGTHS, np.unique(self.heads["length"]))


def index(snapshot: Snapshot, policy: ReleasePolicy, editions: Iterable[tuple[str, str]], *, secret: bytes | None = None) -> Index:
    """Gather what must not leave.

    Args:
        snapshot: All records, whoever may see them.
        policy: The rules by which they were sorted.
        editions: Recipient and name or reference of every edition there is or will be.
        secret: Keys the digests; by default one that nobody knows, for one run.
    """
    key = secret or secrets.token_bytes(SECRET_BYTES)
    others = sorted({row.contract for row in snapshot.others})
    frames = chain(ground(snapshot, policy).sheets.each(["owner", *FIELDS]), map(snapshot.frame, others))
    told = [_rows(key, *found) for frame in frames if len(frame) for found in traces_in(frame)]
    rows, heads = zip(*told, _rows(key, *_of_editions(editions)), strict=True)
    whole = np.concatenate(rows)
    return Index(rows=whole[np.argsort(whole["run"], kind="stable")], heads=np.unique(np.concatenate(heads)), secret=key)


def _rows(secret: bytes, kind: str, traces: pd.DataFrame) -> tuple[NDArray[Any], NDArray[Any]]:
    """Digests of traces of a kind, and of how they begin."""
    rows = np.empty(len(traces), dtype=ROW)
    rows["run"] = _digests(secret, traces["run"])
    numbers, owners = pd.factorize(traces["owner"])
    rows["owner"] = _digests(secret, owners)[numbers]
    rows["kind"] = KINDS.index(kind)
    return rows, _heads(secret, heads_of(traces["run"]))


def leaks(watch: Watch, texts: Iterable[str], *, excused: Callable[[], Iterable[str]]) -> Counter[str]:
    """What is shown that must not be.

    Args:
        watch: What it is held against.
        texts: All that can be read in what leaves.
        excused: Gives the text in which a value is no secret: what the recipient sees anyway, and our own words. Asked for only when
            something was found.

    Returns:
        Number of traces by kind, of which a value can leave several; empty when nothing leaks. Never the values.
    """
    found = _found(watch, runs_in(texts, begin=partial(_known_heads, watch)))
    if not found:
        return Counter()
    known = Known(excused())
    return Counter(kind for run, kind in found.items() if not known.has(run))


def shown(frame: pd.DataFrame) -> Iterator[str]:
    """The texts of a frame that a recipient sees, for `excused`.

    Args:
        frame: Of a view.
    """
    for name in frame.select_dtypes(["str", "object"]):
        for value in frame[name].dropna().astype("str").unique():
            yield value
            yield from labelled(str(name), value) if name in FIELDS else ()


def _of_editions(editions: Iterable[tuple[str, str]]) -> tuple[str, pd.DataFrame]:
    """Their ends, where the digests stand: of a name of many words no run is looked for."""
    told = [(recipient, run_of(words(name)[-LONGEST:])) for recipient, name in editions]
    return "edition", pd.DataFrame(told, columns=["owner", "run"], dtype="str")


def _heads(secret: bytes, known: Sequence[str]) -> NDArray[Any]:
    found = np.empty(len(known), dtype=START)
    found["head"], found["length"] = _digests(secret, known), [len(head) for head in known]
    return found


def _known_heads(watch: Watch, heads: set[str]) -> set[str]:
    """The heads with which some trace begins."""
    lengths = set(np.load(watch.folder / LENGTHS).tolist())
    asked = [head for head in heads if len(head) in lengths]
    first, last = _places(watch.folder / HEADS, _digests(watch.secret, asked))
    return {asked[at] for at in np.flatnonzero(last > first)}


def _found(watch: Watch, runs: set[str]) -> dict[str, str]:
    """Runs that are a trace of others and none of the recipient's own, each with its kind."""
    asked = list(runs)
    first, last = _places(watch.folder / RUNS, _digests(watch.secret, asked))
    rows = np.load(watch.folder / ROWS, mmap_mode="r")
    hits = {asked[at]: rows[first[at] : last[at]] for at in np.flatnonzero(last > first)}
    return {run: KINDS[int(hit["kind"][0])] for run, hit in hits.items() if watch.own not in hit["owner"]}


def _places(path: Path, wanted: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each of some digests begins and ends in a file of digests in order, of which only what is looked at is read."""
    there = np.load(path, mmap_mode="r")
    return np.searchsorted(there, wanted, "left"), np.searchsorted(there, wanted, "right")


def _digests(secret: bytes, runs: Sequence[str] | pd.Series | pd.Index) -> NDArray[np.uint64]:
    """SipHash with a key that is made of the secret."""
    return hash_array(np.asarray(runs, dtype=object), hash_key=_key(secret), categorize=False)


@cache
def _key(secret: bytes) -> str:
    """112 of its bits, as the letters that pandas wants a key in."""
    return bytes(byte & 0x7F for byte in hashlib.sha256(secret).digest()[:16]).decode("ascii")


def _digest(secret: bytes, text: str) -> int:
    return int(_digests(secret, [text])[0])
