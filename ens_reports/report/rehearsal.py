"""What every notebook does for the first time, done once before notebooks are forked: it holds no data, and leaves nothing but memories."""

from matplotlib.figure import Figure as Drawing

from ens_reports.locales import LANGUAGES, open_language
from ens_reports.report.drawing import to_svg

ANY = "KEN"
"""A country whose name is asked for, so that all are read."""


def rehearse() -> None:
    """Read the names of countries in each language, and draw: a tenth of what a small notebook takes."""
    for code in LANGUAGES:
        open_language(code).country(ANY)
    drawing = Drawing(figsize=(3, 2))
    axes = drawing.subplots()
    axes.bar([1, 2], [1, 2], label="a")
    axes.plot([1, 2], [2, 1])
    axes.set_title("a")
    axes.legend()
    to_svg(drawing)
