"""The only user of pandoc: its syntax tree as plain values, and its writers."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pypandoc

from ens_reports import process

Node = dict[str, Any]
API_VERSION = [1, 23, 1]
TIMEOUT_S = 120.0


def text(value: str) -> Node:
    """A text: pandoc's writers escape it, and no reader ever parses it."""
    return {"t": "Str", "c": value}


def inline(style: str, value: str) -> Node:
    """A text in a style: `Strong`, `Emph` or `Code`."""
    return {"t": style, "c": [["", [], []], value] if style == "Code" else [text(value)]}


def link(anchor: str, value: str) -> Node:
    """A link to a place in the same document."""
    return {"t": "Link", "c": [["", [], []], [text(value)], [f"#{anchor}", ""]]}


def plain(inlines: Sequence[Node]) -> Node:
    """Inlines as a block of their own, without a paragraph around them."""
    return {"t": "Plain", "c": list(inlines)}


def header(level: int, anchor: str, value: str) -> Node:
    """A heading."""
    return {"t": "Header", "c": [level, [anchor, [], []], [text(value)]]}


def image(path: str, alternative: str, *, classes: Sequence[str] = ()) -> Node:
    """A picture with its alternative text."""
    return {"t": "Image", "c": [["", list(classes), []], [text(alternative)], [path, ""]]}


def html(markup: str) -> Node:
    """Markup of ours: never anything that came from data."""
    return {"t": "RawBlock", "c": ["html", markup]}


def write(blocks: Sequence[Node], *, to: str, folder: Path, options: Sequence[str] = (), meta: Mapping[str, str] | None = None) -> str:
    """Write a tree in a format of pandoc.

    Args:
        blocks: The tree's blocks.
        to: Name of the writer, with extensions.
        folder: Where pandoc runs; pictures are found there.
        options: Further options.
        meta: Texts for the template, by name.

    Returns:
        What pandoc wrote.

    Raises:
        ToolError: pandoc failed.
    """
    values = {name: {"t": "MetaInlines", "c": [text(value)]} for name, value in (meta or {}).items()}
    tree = json.dumps({"pandoc-api-version": API_VERSION, "meta": values, "blocks": list(blocks)}, ensure_ascii=True)
    command = [pypandoc.get_pandoc_path(), "--from=json", f"--to={to}", "--wrap=none", *options]
    return process.run(command, cwd=folder, timeout_s=TIMEOUT_S, stdin=tree.encode()).stdout


def version() -> str:
    """The version of the wheel's pandoc."""
    return str(pypandoc.get_pandoc_version())
