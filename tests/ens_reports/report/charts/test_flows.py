import pandas as pd
from matplotlib.patches import FancyArrowPatch

from ens_reports.locales import open_language
from ens_reports.report.charts.flows import flows


def legs(*rows: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["start", "end", "own"]).set_index(["start", "end"])


def test_the_title_and_the_legend_say_alleged() -> None:
    axes = flows(legs(("KEN", "CHN", 4), ("UGA", "KEN", 1)), "KEN", open_language("en")).axes[0]
    said = [axes.get_title(loc="left"), *(text.get_text() for text in axes.get_legend().get_texts())]
    assert said == ["Alleged routes", "Alleged, 4 incidents", "Alleged, one incident of yours only"]


def test_a_leg_with_one_incident_is_dashed_and_thin() -> None:
    axes = flows(legs(("KEN", "CHN", 4), ("UGA", "KEN", 1)), "KEN", open_language("en")).axes[0]
    first, second = (patch for patch in axes.patches if isinstance(patch, FancyArrowPatch))
    assert (first.get_linestyle(), second.get_linestyle() == "solid") == ("solid", False)
    assert first.get_linewidth() > second.get_linewidth()


def test_countries_that_the_map_does_not_know_give_no_map() -> None:
    assert flows(legs(("XZZ", "XXX", 4)), "KEN", open_language("en")) is None


def test_legs_of_others_only_are_not_drawn() -> None:
    axes = flows(legs(("KEN", "CHN", 2), ("VNM", "CHN", 0)), "KEN", open_language("ar")).axes[0]
    assert len([patch for patch in axes.patches if isinstance(patch, FancyArrowPatch)]) == 1
