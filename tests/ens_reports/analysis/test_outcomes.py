import math
from dataclasses import replace

import pandas as pd
import worlds

from ens_reports.analysis.outcomes import outcomes
from ens_reports.analysis.scope import scope
from ens_reports.report.view import View


def view(records: pd.DataFrame) -> View:
    base = worlds.view(worlds.World())
    return replace(base, incidents=records.assign(in_period=True))


def test_who_is_convicted_was_also_investigated_and_charged() -> None:
    records = worlds.incidents(
        5,
        date_from=pd.Timestamp("2025-01-01"),
        outcome=["convicted", "charged", "under_investigation", "unknown", None],
        sanction_type=["forfeiture", None, None, None, None],
        disposal=[None, "stored", None, None, "unknown"],
    )
    found = outcomes(scope(view(records)))
    assert found.funnel.loc[2025].to_dict() == {
        "detected": 5,
        "investigated": 3,
        "charged": 2,
        "convicted": 1,
        "sanctioned": 1,
        "goods": 2,
        "not_known": 2,
    }
    assert found.funnel.loc[2024].sum() == 0
    assert found.not_known == 0.4


def test_persons_are_summed_over_the_rows_that_give_a_number() -> None:
    records = worlds.incidents(3, persons_detected=[2, 0, None], persons_charged=[1, None, None], persons_convicted=None)
    found = outcomes(scope(view(records))).persons
    assert found.to_dict("index") == {
        "persons_detected": {"persons": 2, "rows": 2},
        "persons_charged": {"persons": 1, "rows": 1},
        "persons_convicted": {"persons": 0, "rows": 0},
    }


def test_sanctions_stay_in_their_currency() -> None:
    records = worlds.incidents(3, sanction_amount=[10.0, 30.0, 7.0], sanction_currency=["KES", "KES", None])
    assert outcomes(scope(view(records))).sanctions.to_dict("index") == {"KES": {"rows": 2, "median": 20.0, "largest": 30.0}}


def test_without_incidents_the_share_is_missing() -> None:
    assert math.isnan(outcomes(scope(worlds.view(worlds.World(own=0)))).not_known)
