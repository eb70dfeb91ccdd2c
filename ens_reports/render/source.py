"""The blocks that an executed notebook shows, in its order."""

import json
from pathlib import Path

from pydantic import ValidationError

from ens_reports.errors import DamageError
from ens_reports.report.blocks import BLOCK, MIME, Block


def blocks_of(notebook: Path) -> tuple[Block, ...]:
    """Read the blocks out of an executed notebook; whatever else its cells print stays behind.

    Args:
        notebook: An executed `.ipynb`.

    Returns:
        Blocks in the order of the cells.

    Raises:
        DamageError: An output says that it is a block, and is none.
    """
    cells = json.loads(notebook.read_bytes())["cells"]
    outputs = (output for cell in cells if cell["cell_type"] == "code" for output in cell["outputs"])
    return tuple(_block(output["data"][MIME]) for output in outputs if MIME in output.get("data", {}))


def _block(value: object) -> Block:
    try:
        return BLOCK.validate_python(value, strict=False)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise DamageError(
            f"a block of the notebook must be one of the known kinds, got a wrong value at {where or 'its top'}",
            hint="write blocks with ens_reports.report only",
        ) from None
