import pandas as pd
import pytest

from ens_reports.locales import LANGUAGES, open_language
from ens_reports.report.charts import seasons

STRIPS = pd.DataFrame(
    [[0] * 11 + [4], [1] + [0] * 11], index=pd.MultiIndex.from_tuples([("KEN", "VNM"), ("UGA", "KEN")]), columns=range(1, 13)
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_row_per_leg_a_column_per_month_and_numbers_only_where_there_are_some(code: str) -> None:
    axes = seasons.seasons(STRIPS, open_language(code)).axes[0]
    assert (len(axes.get_yticklabels()), len(axes.get_xticklabels())) == (2, 12)
    assert sorted(text.get_text() for text in axes.texts) == ["1", "4"]
