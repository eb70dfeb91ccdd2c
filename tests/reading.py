"""What the tests of the pages read out of blocks."""

import re
from collections.abc import Iterable

from ens_reports.report.blocks import Block, Callout, Figure, Items, Paragraph, Section, Table


def texts(blocks: Iterable[Block]) -> str:
    """All that a reader reads, drawings and attached files apart."""
    dumped = [block.model_dump_json(exclude={"svg", "content_base64"}) for block in blocks]
    return "\n".join(dumped)


def table(blocks: Iterable[Block], key: str) -> Table:
    """The table with that key."""
    return next(block for block in blocks if isinstance(block, Table) and block.key == key)


def rows(blocks: Iterable[Block], key: str) -> list[list[str]]:
    """The texts of a table's cells."""
    return [[cell.text for cell in row] for row in table(blocks, key).rows]


def keys(blocks: Iterable[Block]) -> list[str]:
    """Keys of figures and tables in their order."""
    return [block.key for block in blocks if isinstance(block, Figure | Table)]


def refs(blocks: Iterable[Block]) -> set[str]:
    """Keys that something points to."""
    return set(re.findall(r'"text":"([^"]+)","style":"ref"', texts(blocks)))


def paragraphs(blocks: Iterable[Block]) -> list[str]:
    """Paragraphs and list entries as plain text, those in boxes too."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Callout):
            found += paragraphs(block.body)
        elif isinstance(block, Paragraph):
            found.append("".join(span.text for span in block.spans))
        elif isinstance(block, Items):
            found += ["".join(span.text for span in item) for item in block.items]
    return found


def titles(blocks: Iterable[Block]) -> list[str]:
    """Headings in their order."""
    return [block.title for block in blocks if isinstance(block, Section)]
