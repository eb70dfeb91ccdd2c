from dataclasses import replace

import pandas as pd
import worlds

from ens_reports.analysis.routes_of_country import routes
from ens_reports.analysis.scope import scope
from ens_reports.report.view import View


def view(records: pd.DataFrame) -> View:
    base = worlds.view(worlds.World())
    return replace(base, **worlds.parted(records.assign(in_period=True)))


def test_a_chain_is_cut_into_legs_and_what_is_unknown_is_no_stop() -> None:
    records = worlds.incidents(
        4,
        origin_country=["KEN", "KEN", "XXX", None],
        transit_countries=["ARE; MYS", "none", "ARE", None],
        destination_country=["VNM", "CHN", "unknown", None],
    )
    found = routes(scope(view(records)))
    assert found.legs["own"].to_dict() == {("ARE", "MYS"): 1, ("KEN", "ARE"): 1, ("KEN", "CHN"): 1, ("MYS", "VNM"): 1}
    assert found.chains.to_dict() == {"KEN > ARE > MYS > VNM": 1, "KEN > CHN": 1}
    assert (found.basis.n, found.unrouted) == (2, 1)


def test_roles_count_the_recipient_once_for_each_part_of_the_route() -> None:
    records = worlds.incidents(
        4,
        origin_country=["KEN", "UGA", "UGA", "UGA"],
        transit_countries=[None, "KEN", None, None],
        destination_country=["KEN", "CHN", "KEN", "CHN"],
    )
    assert routes(scope(view(records))).roles.to_dict() == {"origin": 1, "transit": 1, "destination": 2, "detection": 1}


def test_others_legs_are_shown_only_under_the_owner_rule() -> None:
    leg = {"origin_country": "KEN", "transit_countries": None, "destination_country": "CHN"}
    mine = worlds.incidents(1, **leg)
    one = worlds.incidents(40, **leg, own=False, owner="P1")
    three = worlds.incidents(12, **leg, own=False, owner=["P1", "P2", "P3"] * 4)
    hidden = routes(scope(view(pd.concat([mine, one], ignore_index=True))))
    shown = routes(scope(view(pd.concat([mine, three], ignore_index=True))))
    assert hidden.legs["others"].isna().all()
    assert hidden.abroad is None
    assert shown.legs.loc[("KEN", "CHN"), "others"] == 10
    assert shown.abroad == 10


def test_the_matrix_holds_own_incidents_with_both_ends() -> None:
    records = worlds.incidents(3, origin_country=["KEN", "KEN", "KEN"], transit_countries=None, destination_country=["CHN", "CHN", None])
    assert routes(scope(view(records))).matrix.to_dict() == {"CHN": {"KEN": 2}}


def test_nothing_gives_no_routes() -> None:
    found = routes(scope(worlds.view(worlds.World(own=0))))
    assert (len(found.legs), found.matrix.empty, found.basis.n, int(found.roles.sum())) == (0, True, 0, 0)
