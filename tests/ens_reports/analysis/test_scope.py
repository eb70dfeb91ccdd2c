from dataclasses import replace

import pandas as pd
import worlds

from ens_reports.analysis.scope import scope
from ens_reports.report.others import opened


def test_own_records_of_the_period_are_kept_and_the_principal_class_is_the_largest() -> None:
    found = scope(worlds.view(worlds.World(own=60, others=20, classes=("police", "police", "administrative"))))
    assert found.own["own"].all()
    assert found.own["in_period"].all()
    assert found.principal == "police"
    assert set(found.records["record_class"]) == {"police"}
    assert set(found.history["record_class"]) == {"police", "administrative"}
    assert len(found.history) == 60


def test_others_records_are_apart_and_only_those_that_touch_the_recipient() -> None:
    view = worlds.view(worlds.World(own=5, others=20))
    elsewhere = view.others.through(lambda rows: rows.assign(about_recipient=rows["owner"].ne("P1")))
    found = scope(replace(view, others=elsewhere))
    assert set(opened(found.others)["owner"]) == {"P2", "P3", "P4"}
    assert not found.own["owner"].ne("KEN").any()


def test_without_own_records_the_class_is_one_that_may_be_told_of_others() -> None:
    """Else the line under a title would tell of records that are in no table."""
    theirs = worlds.incidents(40, own=False, owner=["P1"] * 40, record_class="administrative")
    more = worlds.incidents(12, own=False, owner=["P1", "P2", "P3", "P4"] * 3, record_class="partner")
    view = worlds.view(worlds.World(own=0))
    together = worlds.others(pd.concat([theirs, more], ignore_index=True).assign(in_period=True))
    assert scope(replace(view, others=worlds.others(theirs.assign(in_period=True)))).principal == "police"
    assert scope(replace(view, others=together)).principal == "partner"


def test_silence_is_told_from_a_declared_nil_return() -> None:
    nothing, nil, some = (worlds.World(own=0, returned=False), worlds.World(own=0, nil=("forestry", "wildlife")), worlds.World(own=3))
    assert scope(worlds.view(nothing)).silence == "nothing"
    assert scope(worlds.view(nil)).silence == "nil"
    assert scope(worlds.view(nil)).nil_areas == ("wildlife", "forestry")
    assert scope(worlds.view(some)).silence == ""


def test_a_nil_return_for_earlier_years_is_none_for_this_period() -> None:
    view = worlds.view(worlds.World(own=0, nil=("wildlife",)))
    view.submissions["period_from"], view.submissions["period_to"] = pd.Timestamp("2020-01-01"), pd.Timestamp("2022-12-31")
    assert scope(view).nil_areas == ()


def test_a_basis_tells_how_many_of_how_many() -> None:
    found = scope(worlds.view(worlds.World(own=60)))
    basis = found.usable(found.records["quantity"].notna())
    assert basis.of == found.basis.n == len(found.records)
    assert basis.n == int(found.records["quantity"].notna().sum())
