from dataclasses import replace

import pandas as pd
import worlds

from ens_reports.analysis.commodities import commodities, name
from ens_reports.analysis.scope import scope
from ens_reports.report.view import View


def view(records: pd.DataFrame) -> View:
    base = worlds.view(worlds.World())
    return replace(base, incidents=records.assign(in_period=True))


def test_a_commodity_is_named_by_what_was_recorded_else_by_its_species() -> None:
    records = worlds.incidents(
        4, commodity=[" Ivory ", None, "unknown", None], scientific_name=["Loxodonta africana", "Manis sp.", None, None]
    )
    assert name(records).fillna("-").to_list() == ["ivory", "Manis sp.", "-", "-"]


def test_quantities_stay_in_the_unit_that_most_rows_have() -> None:
    records = worlds.incidents(4, commodity="ivory", quantity=[1.0, 3.0, 50.0, 9.0], unit=["kg", "kg", "pcs", "bags"])
    found = commodities(scope(view(records)))
    line = found.table.loc["ivory"]
    assert (line["incidents"], line["unit"], line["measured"], line["median"], line["largest"]) == (4, "kg", 2, 2.0, 3.0)
    assert (found.unit, found.unconverted) == ("kg", 1)


def test_other_record_classes_stand_apart() -> None:
    records = worlds.incidents(5, commodity="ivory", record_class=["police", "police", "police", "open_source", "open_source"])
    line = commodities(scope(view(records))).table.loc["ivory"]
    assert (line["incidents"], line["apart"]) == (3, 2)


def test_new_is_what_was_first_seen_in_the_last_four_quarters_three_times() -> None:
    days = pd.to_datetime(["2022-01-01", *["2025-03-01"] * 3, *["2025-03-01"] * 2, "2024-12-31"])
    records = worlds.incidents(7, commodity=["old", "new", "new", "new", "rare", "rare", "old"], date_from=days)
    assert commodities(scope(view(records))).emerging.to_dict() == {"new": 3}


def test_without_any_earlier_record_nothing_is_new() -> None:
    records = worlds.incidents(4, commodity="new", date_from=pd.Timestamp("2025-03-01"))
    assert commodities(scope(view(records))).emerging.empty


def test_values_are_told_by_currency_and_basis_and_never_added() -> None:
    records = worlds.incidents(3, value=[10.0, 30.0, 5.0], currency=["KES", "KES", "USD"], value_basis=["customs", "customs", None])
    found = commodities(scope(view(records))).worth
    assert found.loc[("KES", "customs")].to_dict() == {"rows": 2, "median": 20.0, "least": 10.0, "most": 30.0}
    assert ("USD", "unknown") in found.index
    assert "total" not in found.columns


def test_nothing_gives_an_empty_table() -> None:
    found = commodities(scope(worlds.view(worlds.World(own=0))))
    assert (found.table.empty, found.unit, found.basis.n) == (True, "", 0)
