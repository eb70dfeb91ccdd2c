"""Real files with bytes flipped, cut out, put in, doubled or spliced; in packages also within their parts."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from faults.cases import zipped
from faults.tables import NASTY, File

REPOSITORY = Path(__file__).parents[2]
REAL = REPOSITORY.parent / "shared" / "realdata"
EXAMPLES = REPOSITORY / "data_contracts" / "examples"
MAX_LINES = 40
TEXTS = {".csv", ".tsv", ".txt", ".json", ".geojson"}
SIGNS = [text.encode("utf-8", "replace") for text in NASTY] + [bytes([byte]) for byte in range(256)]


def corpus() -> list[File]:
    """Beginnings of the real files where they are, and small examples."""
    found = []
    for path in sorted([*REAL.glob("*.csv"), *EXAMPLES.glob("*/*/*")]):
        content = path.read_bytes()
        if path.name.endswith(".cover.yaml") or not path.is_file():
            continue
        if path.suffix in {".csv", ".tsv"}:
            content = b"".join(content.splitlines(keepends=True)[:MAX_LINES])
        found.append(File(name=f"x{path.suffix}", content=content))
    return [item for item in found if len(item.content) < 60_000]


def mutate(files: Sequence[File], number: int, *, seed: int) -> File:
    """The file of one case: the same for the same number and seed.

    Args:
        files: To choose from.
        number: Of the case.
        seed: Of the run.
    """
    chance = random.Random(f"{seed}-{number}")  # noqa: S311 - to be drawn again, not to be secret
    file = chance.choice(files)
    content = file.content
    if content.startswith(b"PK") and chance.random() < 0.7:
        return File(name=file.name, content=_within(content, files, chance))
    return File(name=file.name, content=_changed(content, files, chance))


def _within(content: bytes, files: Sequence[File], chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    given = parts[name]
    parts[name] = _changed(given if isinstance(given, bytes) else given.encode(), files, chance)
    mimetype = parts.pop("mimetype", b"")
    return zipped(parts, mimetype=mimetype.decode(errors="replace") if isinstance(mimetype, bytes) else mimetype)


def _changed(content: bytes, files: Sequence[File], chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        content = chance.choice(CHANGES)(content, files, chance)
    return content


def _flip(content: bytes, _: Sequence[File], chance: random.Random) -> bytes:
    place = chance.randrange(max(1, len(content)))
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def _cut(content: bytes, _: Sequence[File], chance: random.Random) -> bytes:
    start = chance.randrange(max(1, len(content)))
    return content[:start] + content[start + chance.choice((1, 3, 30, 300, 10**9)) :]


def _insert(content: bytes, _: Sequence[File], chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(SIGNS) + content[place:]


def _double(content: bytes, _: Sequence[File], chance: random.Random) -> bytes:
    start = chance.randrange(max(1, len(content)))
    piece = content[start : start + chance.choice((1, 10, 100, 1000))]
    return content[:start] + piece * chance.choice((2, 3, 20)) + content[start:]


def _splice(content: bytes, files: Sequence[File], chance: random.Random) -> bytes:
    other = chance.choice(files).content
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other)) :]


def _swap(content: bytes, _: Sequence[File], chance: random.Random) -> bytes:
    signs = sorted({content[place : place + 1] for place in (chance.randrange(max(1, len(content))) for _ in range(2))})
    return content.replace(signs[0], signs[-1])


CHANGES: tuple[Callable[[bytes, Sequence[File], random.Random], bytes], ...] = (_flip, _cut, _insert, _insert, _double, _splice, _swap)
