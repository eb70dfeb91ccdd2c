"""Stands in for the `quarto` command: records how it was called, and turns the notebook into a page as Quarto's core does, by pandoc."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypandoc

RECORD = Path(__file__).with_name("record.json")


def main() -> None:
    """Answer `--version`, or render the notebook."""
    if "--version" in sys.argv:
        sys.stdout.write("1.7.34\n")
        return
    here = Path.cwd()
    names = sorted(str(path.relative_to(here)) for path in here.rglob("*"))
    notebook = json.loads((here / sys.argv[2]).read_text())
    cells = notebook["cells"]
    record = {"arguments": sys.argv[1:], "environment": dict(os.environ), "files": names, "cells": cells, "metadata": notebook["metadata"]}
    RECORD.write_text(json.dumps(record))
    markdown = "\n\n".join("".join(cell["source"]) for cell in cells)
    options = ["--from=markdown", "--to=html5", "--template=page.html", "--toc", "--toc-depth=3", "--output=edition.html"]
    subprocess.run([pypandoc.get_pandoc_path(), *options], input=markdown.encode(), check=True)  # noqa: S603 - our own pandoc
    (here / "edition.typ").write_text((here / "quarto.typ").read_text())
    (here / "edition.pdf").write_bytes(b"by a typst of its own")


if __name__ == "__main__":
    main()
