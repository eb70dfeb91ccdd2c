from dataclasses import replace

import pandas as pd
import pytest
import worlds

from ens_reports.analysis.convergence import convergence
from ens_reports.analysis.scope import scope
from ens_reports.report.view import View


def view(records: pd.DataFrame) -> View:
    base = worlds.view(worlds.World())
    return replace(base, incidents=records.assign(in_period=True))


def test_only_incidents_where_somebody_looked_are_divided_by() -> None:
    records = worlds.incidents(4, linked_offences=["corruption", "none", None, "unknown"], supply_chain_stage="sale")
    found = convergence(scope(view(records)))
    assert found.looked.to_dict() == {"taking": 0, "processing": 0, "transport": 0, "sale": 3, "possession": 0, "all": 3}
    assert found.unlooked == 1
    assert found.table.loc["corruption"].to_dict() == {
        "taking": 0,
        "processing": 0,
        "transport": 0,
        "sale": 1,
        "possession": 0,
        "all": 1,
        "administrative": 0,
    }


def test_an_incident_with_two_offences_counts_for_both_at_its_stage() -> None:
    records = worlds.incidents(1, linked_offences="corruption;drugs", supply_chain_stage="sale")
    table = convergence(scope(view(records))).table
    assert table["sale"].to_dict() == {"corruption": 1, "drugs": 1}


def test_administrative_breaches_stand_in_a_column_of_their_own() -> None:
    records = worlds.incidents(4, linked_offences="drugs", record_class=["police", "police", "police", "administrative"])
    found = convergence(scope(view(records)))
    assert (found.table.loc["drugs", "all"], found.table.loc["drugs", "administrative"], found.looked_administrative) == (3, 1, 1)


def test_a_lift_compares_a_stage_with_the_other_stages() -> None:
    stages, offences = ["sale"] * 20 + ["taking"] * 20, ["drugs"] * 12 + ["none"] * 8 + ["drugs"] * 3 + ["none"] * 17
    found = convergence(scope(view(worlds.incidents(40, linked_offences=offences, supply_chain_stage=stages))))
    sale = next(lift for lift in found.lifts if lift.stage == "sale")
    assert sale.ratio == pytest.approx((12 / 20) / (3 / 20))
    assert sale.low > 1
    assert sale.notable


def test_no_lift_below_thirty_incidents() -> None:
    records = worlds.incidents(29, linked_offences="drugs", supply_chain_stage=["sale"] * 15 + ["taking"] * 14)
    assert convergence(scope(view(records))).lifts == ()


def test_nothing_gives_an_empty_table() -> None:
    found = convergence(scope(worlds.view(worlds.World(own=0))))
    assert (found.table.empty, int(found.looked["all"])) == (True, 0)
