"""Lollipops: how completely the fields are filled that findings hang on."""

from matplotlib.figure import Figure

from ens_reports.analysis.coverage import FIELDS, Coverage
from ens_reports.locales import Language
from ens_reports.report.charts import theme

LOW = 0.5


def completeness(coverage: Coverage, language: Language) -> Figure:
    """Share of rows with each field filled, weakest last; below one half in the colour that asks for attention.

    Args:
        coverage: Who reported and what is filled.
        language: The reader's language.
    """
    shares = coverage.completeness["share"].fillna(0.0).sort_values(kind="stable")
    figure = theme.figure(height_mm=50)
    axes = theme.plain(figure.add_subplot(), grid="x")
    for at, share in enumerate(shares):
        colour = theme.ALERT if share < LOW else theme.ACCENT
        axes.plot([0, share], [at, at], color=colour, linewidth=1.6, solid_capstyle="butt")
        axes.plot(share, at, marker="o", markersize=6, color=colour)
        axes.annotate(language.percent(share), (share, at), xytext=(7, 0), textcoords="offset points", va="center", color=theme.INK)
    axes.set_yticks(range(len(shares)), [language.text(FIELDS[str(name)][1]) for name in shares.index])
    axes.set_xlim(0, 1.08)
    theme.percents(axes.xaxis, language)
    axes.spines["bottom"].set_visible(False)
    return figure
