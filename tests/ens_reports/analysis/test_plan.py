from dataclasses import replace

import worlds

from ens_reports.analysis.plan import Plan, plan
from ens_reports.report.view import View


def made(view: View, *, exclude_operations: bool = False) -> Plan:
    return plan(view, exclude_operations=exclude_operations, resolution=5)


def test_incidents_of_operations_are_left_out_by_one_parameter() -> None:
    view = worlds.view(worlds.World(own=60))
    records = view.incidents.assign(operation_code=["OP-1", *[None] * 59], in_period=True)
    tagged = replace(view, incidents=records)
    kept, bare = made(tagged), made(tagged, exclude_operations=True)
    assert (kept.own, kept.in_operations, kept.excluded) == (60, 1, 0)
    assert (bare.own, bare.in_operations, bare.excluded) == (59, 0, 1)


def test_record_classes_are_never_in_one_count() -> None:
    view = worlds.view(worlds.World(own=60))
    records = view.incidents.assign(record_class=["administrative"] * 20 + ["police"] * 40, in_period=True)
    found = made(replace(view, incidents=records))
    assert (found.principal, found.own, found.apart) == ("police", 40, {"administrative": 20})


def test_history_is_not_planned_from() -> None:
    view = worlds.view(worlds.World(own=20))
    assert made(replace(view, incidents=view.incidents.assign(in_period=False))).own == 0


def test_the_recipients_own_records_decide_the_class() -> None:
    view = worlds.view(worlds.World(own=5, others=50))
    mine = view.incidents.assign(record_class="administrative", in_period=True)
    theirs = view.others.through(lambda rows: rows.assign(record_class="police", in_period=True))
    found = made(replace(view, incidents=mine, others=theirs))
    assert (found.principal, found.own) == ("administrative", 5)
