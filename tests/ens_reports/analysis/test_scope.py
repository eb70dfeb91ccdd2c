import pandas as pd
import worlds

from ens_reports.analysis.scope import scope


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
    view.incidents.loc[view.incidents["owner"].eq("P1"), "about_recipient"] = False
    found = scope(view)
    assert set(found.others["owner"]) == {"P2", "P3", "P4"}
    assert not found.own["owner"].ne("KEN").any()


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
