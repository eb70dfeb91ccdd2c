import pandas as pd
import pytest
from matplotlib.container import BarContainer

from ens_reports.locales import LANGUAGES, open_language
from ens_reports.report.charts.method_timeline import method_timeline

BASELINE, RECENT = pd.period_range("2023Q1", "2024Q4", freq="Q"), pd.period_range("2025Q1", "2025Q4", freq="Q")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_quarter_has_a_bar_and_recent_ones_their_own_shade(code: str) -> None:
    seen = pd.Series([3, 2], index=pd.PeriodIndex(["2024Q4", "2025Q2"], freq="Q"))
    axes = method_timeline(seen, baseline=BASELINE, recent=RECENT, language=open_language(code)).axes[0]
    heights = [[bar.get_height() for bar in bars] for bars in axes.containers if isinstance(bars, BarContainer)]
    assert heights == [[0, 0, 0, 0, 0, 0, 0, 3], [0, 2, 0, 0]]
