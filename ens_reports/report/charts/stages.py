"""Five stages of the supply chain side by side, with a bar for what nobody recorded."""

import pandas as pd
from matplotlib.figure import Figure

from ens_reports.analysis.methods_summary import Methods
from ens_reports.locales import Language
from ens_reports.report.charts import theme

GAP = 0.5


def stages(methods: Methods, language: Language) -> Figure:
    """Incidents by stage, the areas on top of each other, and apart from them the incidents without a stage.

    Args:
        methods: Stages and methods of the period.
        language: The reader's language.
    """
    figure = theme.figure(height_mm=40)
    axes = theme.plain(figure.add_subplot(), grid="y")
    names = list(methods.stages.columns)
    below = pd.Series(0, index=names)
    areas = [area for area in theme.AREA_COLOURS if area in methods.stages.index]
    for area, row in methods.stages.loc[areas].iterrows():
        axes.bar(range(len(names)), row, bottom=below, width=0.7, color=theme.AREA_COLOURS[str(area)], edgecolor="white", linewidth=0.6)
        below = below + row
    last = len(names) + GAP
    axes.bar(last, methods.unstaged, width=0.7, facecolor="white", edgecolor=theme.MUTED, hatch=theme.HATCH, linewidth=0.8)
    for at, total in [*enumerate(below), (last, methods.unstaged)]:
        axes.annotate(language.number(int(total)), (at, int(total)), xytext=(0, 2), textcoords="offset points", ha="center", fontsize=7.5)
    labels = [stage_label(name, language) for name in names]
    axes.set_xticks([*range(len(names)), last], [*labels, language.text("Not recorded")])
    axes.margins(y=0.14)
    theme.numbers(axes.yaxis, language, most=4)
    handles = [theme.dot(theme.name(str(area), language), theme.AREA_COLOURS[str(area)]) for area in areas]
    figure.legend(handles=handles, loc="outside upper left", ncols=6, handletextpad=0.2, columnspacing=1.2)
    return figure


def stage_label(name: str, language: Language) -> str:
    """What a stage of the strip is called.

    Args:
        name: A key of `STAGES`.
        language: The reader's language.
    """
    return language.text("Possession or disposal") if name == "possession" else theme.name(name, language)
