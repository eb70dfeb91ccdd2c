from dataclasses import replace

import worlds

from ens_reports.analysis.bulletin import bulletin

WAYS = ("rail", "mail", "on_foot")


def test_new_methods_beyond_the_parameter_are_named_only() -> None:
    view = worlds.view(worlds.World(own=300, need_to_know=True))
    records = view.incidents.assign(submission=[f"S{at % 2}" for at in range(300)], may_name=True)
    late = records.index[records["date_from"].dt.year.eq(2025)]
    for at, way in enumerate(WAYS):
        rows = late[at * 4 : at * 4 + 4]
        records.loc[rows, ["crime_area", "transport_mode", "concealment", "permit_status"]] = ["wildlife", way, "in_products", "reused"]
    found = bulletin(replace(view, incidents=records), recent_quarters=4, most_methods=1)
    assert len(found.told) == 1
    assert {one.signature["mode"] for one in (*found.brief, found.told[0][0])} >= set(WAYS)


def test_no_records() -> None:
    found = bulletin(worlds.view(worlds.World(own=0, need_to_know=True)), recent_quarters=4, most_methods=3)
    assert (found.told, found.brief, found.methods.comparable) == ((), (), False)
