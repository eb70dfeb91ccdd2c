"""A dot in a band: the recipient's value between the quartiles of its region, no country named or ranked."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ens_reports.analysis.region import Band
from ens_reports.locales import Language
from ens_reports.report.charts import theme

ROW_MM, FRAME_MM = 9.5, 8.0
RATIOS = ("completeness", "share_with_route", "share_evaluated", "routed", "route")


def band(bands: tuple[Band, ...], labels: tuple[str, ...], language: Language, *, you: str) -> Figure:
    """One row per measure, each on its own scale.

    Args:
        bands: Measures of reporting, at least one.
        labels: What each is called.
        language: The reader's language.
        you: What the recipient's dot is called.
    """
    figure = theme.figure(height_mm=FRAME_MM + ROW_MM * len(bands))
    grid = figure.subplots(len(bands), 1, squeeze=False)[:, 0]
    for axes, one, label in zip(grid, bands, labels, strict=True):
        _row(axes, one, label, language)
    handles, names = grid[0].get_legend_handles_labels()
    said = {"you": you, "median": language.text("Regional median"), "band": language.text("Middle half of the region")}
    figure.legend(handles, [said[name] for name in names], loc="outside upper left", ncols=3)
    return figure


def _row(axes: Axes, one: Band, label: str, language: Language) -> None:
    theme.plain(axes).barh(0, one.high - one.low, left=one.low, height=0.55, color=theme.LINE, label="band")
    axes.plot([one.middle, one.middle], [-0.28, 0.28], color=theme.MUTED, linewidth=1.6, label="median")
    top = max(one.high, one.value or 0.0)
    axes.plot([one.value if one.value is not None else float("nan")], [0], "o", markersize=7, color=theme.ACCENT, label="you")
    axes.set_yticks([0], [label])
    axes.set_ylim(-0.5, 0.5)
    if is_ratio(one):
        axes.set_xlim(0, 1)
        theme.percents(axes.xaxis, language)
    else:
        axes.set_xlim(0, top * 1.15 or 1)
        theme.numbers(axes.xaxis, language, most=4)


def is_ratio(one: Band) -> bool:
    """Whether a measure is a share between 0 and 1."""
    return one.measure.startswith("share") or one.measure in RATIOS
