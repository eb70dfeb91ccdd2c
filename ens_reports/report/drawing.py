"""A matplotlib figure as SVG whose bytes depend on the drawing alone."""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

MM_PER_INCH = 25.4
NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def to_svg(drawing: "Drawing") -> str:
    """Draw a figure as SVG, and close it.

    Args:
        drawing: The figure, at the size at which it is to be printed.

    Returns:
        SVG: no date, no random ids, text as outlines.
    """
    import matplotlib as mpl  # noqa: PLC0415 - who draws has imported it; who reads what was drawn need not
    from matplotlib import pyplot as plt  # noqa: PLC0415 - as above

    buffer = io.BytesIO()
    # Ids without a random part; text as outlines, so that no reader's machine needs the font.
    with mpl.rc_context({"svg.hashsalt": "ens", "svg.fonttype": "path", "svg.image_inline": True}):
        drawing.savefig(buffer, format="svg", metadata=NO_METADATA)
    plt.close(drawing)
    return buffer.getvalue().decode()


def size_mm(drawing: "Drawing") -> tuple[float, float]:
    """Width and height of a figure in millimetres, to a tenth."""
    width, height = drawing.get_size_inches()
    return round(float(width) * MM_PER_INCH, 1), round(float(height) * MM_PER_INCH, 1)
