"""Take out of an executed notebook what differs from run to run: times, paths, random ids, memory addresses."""

import re
from typing import Any

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
OVERPRINTS, ERASED = re.compile("[\r\b]"), re.compile("[^\n]\b")
INJECTED = "injected-parameters"
"""Tag that papermill gives the cell it adds, and the fixed id that the cell gets here."""


def tidy(notebook: Any) -> int:  # noqa: ANN401 - nbformat ships no types
    """Strip a notebook in place.

    Args:
        notebook: An executed notebook node.

    Returns:
        How many lines it wrote to stderr, which are dropped: warnings carry this machine's paths.
    """
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata = type(notebook.metadata)({"kernelspec": spec, "language_info": {"name": "python"}})
    return sum(_tidy_cell(cell) for cell in notebook.cells)


def _tidy_cell(cell: Any) -> int:  # noqa: ANN401 - nbformat ships no types
    tags = cell.metadata.get("tags", [])
    cell.metadata = type(cell.metadata)({"tags": tags} if tags else {})
    if INJECTED in tags:
        cell.id = INJECTED
    if cell.cell_type != "code":
        return 0
    noise = [output for output in cell.outputs if output.output_type == "stream" and output.name == "stderr"]
    cell.outputs = _joined([output for output in cell.outputs if not any(output is one for one in noise)])
    for output in cell.outputs:
        if "text/plain" in output.get("data", {}):
            output.data["text/plain"] = ADDRESS.sub(" at 0x0", output.data["text/plain"])
    return sum(len(output.text.splitlines()) for output in noise)


def _joined(outputs: list[Any]) -> list[Any]:
    """All that a cell printed in the place of the first of it, as a terminal would leave it; nbclient takes minutes for a long line."""
    printed = [output for output in outputs if output.output_type == "stream"]
    if printed:
        text = "".join(output.text for output in printed)
        printed[0].text = "\n".join(map(_as_seen, text.split("\n"))) if OVERPRINTS.search(text) else text
    return [output for output in outputs if not any(output is one for one in printed[1:])]


def _as_seen(line: str) -> str:
    body = line.rstrip("\r")
    ended = body.rsplit("\r", 1)[-1]
    while (shorter := ERASED.sub("", ended)) != ended:
        ended = shorter
    return ended + line[len(body) :]
