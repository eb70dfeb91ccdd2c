import pandas as pd
import worlds

from data_contracts.capacity import OUTCOMES
from ens_reports.analysis.capacity import Capacity, capacity
from ens_reports.analysis.scope import scope


def of(*years: int) -> Capacity:
    """What a country says that sent returns for these years; the period is 2024 and 2025."""
    view = worlds.view(worlds.World(own=2, returns=years))
    return capacity(view, scope(view))


def test_without_a_return_there_is_none_and_no_outcome_is_assessed() -> None:
    found = of()
    assert found.newest is None
    assert found.earlier == 0
    assert list(found.scores.index) == list(OUTCOMES)
    assert found.scores.isna().all(axis=None)


def test_the_newest_return_of_the_period_stands_with_the_one_before() -> None:
    found = of(2025, 2024)
    assert found.newest is not None
    assert (found.newest.name, list(found.returns.index)) == (2025, [2024, 2025])
    assert found.scores.loc["detection"].tolist() == [3, 3]
    assert found.scores.loc["penalties"].tolist() == [0, 0]
    assert found.scores.loc["holistic"].isna().all()


def test_one_return_has_none_before_it() -> None:
    found = of(2025)
    assert found.scores.loc["law", "score"] == 2
    assert found.scores["before"].isna().all()


def test_a_return_of_the_history_is_named_only_where_the_period_has_none() -> None:
    assert (of(2021, 2023).newest, of(2021, 2023).earlier) == (None, 2023)
    assert (list(of(2023, 2025).returns.index), of(2023, 2025).earlier) == ([2025], 0)


def test_scores_are_whole_numbers_or_missing() -> None:
    assert [str(kind) for kind in of(2025).scores.dtypes] == ["Int64", "Int64"]
    assert of(2025).scores["score"].dropna().between(0, 3).all()
    assert pd.isna(of(2025).scores.loc["proactive", "score"])
