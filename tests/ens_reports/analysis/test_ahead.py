import pandas as pd
import pytest

from ens_reports.analysis.ahead import Ahead, ahead


def series(*values: int) -> "pd.Series[int]":
    return pd.Series(values, index=pd.period_range("2021Q1", periods=len(values), freq="Q"))


def test_the_range_is_of_the_four_quarters_that_follow() -> None:
    found = ahead(series(*[10] * 16), since=None)
    assert found == Ahead(first=pd.Period("2025Q1", freq="Q"), low=6, middle=10, high=14)
    assert [str(quarter) for quarter in found.quarters] == ["2025Q1", "2025Q2", "2025Q3", "2025Q4"]


def test_only_the_newest_eight_quarters_carry_it() -> None:
    assert ahead(series(*[90] * 8, *[10] * 8), since=None) == ahead(series(*[10] * 16), since=None)


def test_what_varies_more_has_a_wider_range() -> None:
    steady, wild = ahead(series(*[10] * 16), since=None), ahead(series(*[2, 18] * 8), since=None)
    assert steady is not None
    assert wild is not None
    assert wild.low < steady.low
    assert wild.high > steady.high


@pytest.mark.parametrize("quarters", [0, 15])
def test_fewer_than_sixteen_quarters_give_none(quarters: int) -> None:
    assert ahead(series(*[10] * quarters), since=None) is None


def test_quarters_without_an_incident_give_none() -> None:
    assert ahead(series(*[10] * 8, *[0] * 8), since=None) is None


def test_a_level_that_changed_within_the_eight_quarters_gives_none_and_an_earlier_change_does_not_matter() -> None:
    values = series(*[2] * 8, *[10] * 8)
    assert ahead(values, since=pd.Period("2023Q1", freq="Q")) is not None
    assert ahead(values, since=pd.Period("2023Q2", freq="Q")) is None
