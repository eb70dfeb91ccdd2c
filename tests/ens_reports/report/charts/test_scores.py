import pandas as pd

from ens_reports.locales import open_language
from ens_reports.report.charts.scores import scores

TABLE = pd.DataFrame({"score": [3, 0, pd.NA], "before": [2, pd.NA, 1]}, index=["a", "b", "c"], dtype="Int64")
LABELS = ("Detection", "Penalties", "Law")


def test_bars_are_as_long_as_their_scores_and_what_was_not_assessed_has_none() -> None:
    axes = scores(TABLE, LABELS, open_language("en")).axes[0]
    assert [bar.get_width() for bar in axes.patches] == [3, 0]
    assert [text.get_text() for text in axes.texts] == ["not assessed"]
    assert [label.get_text() for label in axes.get_yticklabels()] == list(LABELS)


def test_rings_stand_where_the_return_before_stood() -> None:
    figure = scores(TABLE, LABELS, open_language("en"), before="Return for 2024")
    rings = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert [float(ring.get_xdata()[0]) for ring in rings] == [2, 1]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["Return for 2024"]


def test_without_a_return_before_there_is_no_legend() -> None:
    figure = scores(TABLE.assign(before=pd.Series(pd.NA, index=TABLE.index, dtype="Int64")), LABELS, open_language("ar"), before="x")
    assert figure.legends == []
    assert not [line for line in figure.axes[0].lines if line.get_marker() == "o"]
