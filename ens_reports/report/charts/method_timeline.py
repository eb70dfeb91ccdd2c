"""When a method was seen: incidents per quarter, the recent quarters dark, those before them pale."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from ens_reports.locales import Language
from ens_reports.report.charts import theme

HEIGHT_MM = 34.0
PALE = "#9DB7CB"


def method_timeline(quarterly: "pd.Series[int]", *, baseline: pd.PeriodIndex, recent: pd.PeriodIndex, language: Language) -> Figure:
    """Incidents of one method.

    Args:
        quarterly: Incidents per quarter that occurs.
        baseline: The quarters with which the recent ones are compared.
        recent: The recent quarters.
        language: The reader's language.
    """
    span = baseline.append(recent)
    counts = quarterly.reindex(span, fill_value=0).to_numpy()
    late = span.isin(recent)
    figure = theme.figure(height_mm=HEIGHT_MM)
    axes = theme.plain(figure.add_subplot(), grid="y")
    at = np.arange(len(span))
    axes.bar(at[~late], counts[~late], width=0.75, color=PALE)
    axes.bar(at[late], counts[late], width=0.75, color=theme.ACCENT)
    axes.set_xticks(at, [language.quarter(quarter.year, quarter.quarter) for quarter in span], fontsize=6.5)
    axes.set_ylim(0, max(3, int(counts.max())) * 1.15)
    theme.numbers(axes.yaxis, language, most=3)
    shades = [(PALE, language.text("Quarters compared with")), (theme.ACCENT, language.text("Recent quarters"))]
    handles = [Patch(facecolor=colour, label=label) for colour, label in shades]
    figure.legend(handles=handles, loc="outside upper right", ncols=2)
    return figure
