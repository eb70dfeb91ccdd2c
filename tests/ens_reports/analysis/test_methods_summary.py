from dataclasses import replace

import pandas as pd
import worlds

from ens_reports.analysis.methods_summary import methods
from ens_reports.analysis.scope import scope
from ens_reports.report.view import View


def view(records: pd.DataFrame) -> View:
    base = worlds.view(worlds.World())
    period = records["date_from"].dt.year.ge(2024)
    return replace(base, incidents=records.assign(in_period=period))


NOW = pd.Timestamp("2025-05-05")


def test_recorded_stages_fall_into_five_and_two_of_one_kind_count_once() -> None:
    records = worlds.incidents(
        4, crime_area="wildlife", date_from=NOW, supply_chain_stage=["import;export", "storage", "taking;sale", None]
    )
    found = methods(scope(view(records)))
    assert found.stages.loc["wildlife"].to_dict() == {"taking": 1, "processing": 1, "transport": 1, "sale": 1, "possession": 0}
    assert (found.staged, found.unstaged) == (3, 1)


def test_a_method_needs_two_recorded_parts() -> None:
    records = worlds.incidents(
        3,
        date_from=NOW,
        transport_mode=["sea", "sea", None],
        concealment=["luggage", "none", None],
        permit_status=[None, "not_checked", "forged"],
    )
    found = methods(scope(view(records)))
    assert found.signatures["incidents"].to_dict() == {("sea", "luggage", ""): 1}
    assert found.described == 1


def test_a_method_of_an_earlier_year_is_not_new() -> None:
    days = pd.to_datetime(["2022-05-05", "2025-05-05", "2025-05-05"])
    records = worlds.incidents(3, date_from=days, transport_mode=["sea", "sea", "air"], concealment="luggage", permit_status=None)
    found = methods(scope(view(records))).signatures["before"]
    assert found.to_dict() == {("sea", "luggage", ""): True, ("air", "luggage", ""): False}


def test_online_is_unknown_when_nobody_said() -> None:
    silent = worlds.incidents(2, date_from=NOW, online_channel=None)
    told = worlds.incidents(3, date_from=NOW, online_channel=["none", "social_media", None])
    assert methods(scope(view(silent))).online is None
    assert methods(scope(view(told))).online == 1


def test_nothing_gives_no_methods() -> None:
    found = methods(scope(worlds.view(worlds.World(own=0))))
    assert (found.stages.empty, found.signatures.empty, found.basis.n) == (True, True, 0)
