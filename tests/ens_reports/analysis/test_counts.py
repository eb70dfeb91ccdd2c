import pandas as pd
import pytest
import worlds

from ens_reports.analysis import counts


def test_an_incident_with_three_items_is_one() -> None:
    records = worlds.incidents(3, incident_id="A-1", item_no=[1, 2, 3])
    assert counts.number(records) == 1


def test_the_same_identifier_of_two_owners_is_two_incidents() -> None:
    records = worlds.incidents(2, incident_id="A-1", owner=["KEN", "UGA"])
    assert counts.number(records) == 2


def test_an_aggregate_row_counts_what_it_stands_for_once() -> None:
    records = worlds.incidents(3, incident_id=["A", "B", "B"], record_type="aggregate", incident_count=[1, 30, 30])
    assert counts.number(records) == 31


def test_nil_returns_and_annulled_notices_are_no_incidents() -> None:
    records = worlds.incidents(4, record_type=["nil", "seizure", "seizure", "seizure"], outcome=["unknown", "annulled", None, "charged"])
    assert list(counts.counted(records).index) == [2, 3]


def test_an_incident_in_two_groups_counts_in_both() -> None:
    records = worlds.incidents(2, incident_id="A", crime_area=["wildlife", "forestry"])
    assert counts.by(records, ["crime_area"]).to_dict() == {"forestry": 1, "wildlife": 1}
    assert counts.number(records) == 1


@pytest.mark.parametrize("count", [counts.number, lambda records: counts.by(records, ["crime_area"])])
def test_record_classes_are_never_in_one_count(count) -> None:  # noqa: ANN001 (two shapes of callable)
    records = worlds.incidents(2, record_class=["police", "open_source"])
    with pytest.raises(ValueError, match=r"^records that are counted together must be of one record class, got open_source, police$"):
        count(records)


def test_classes_stand_side_by_side_in_a_fixed_order() -> None:
    records = worlds.incidents(4, record_class=["open_source", "administrative", "police", "administrative"])
    assert counts.by_class(records) == {"police": 1, "administrative": 2, "open_source": 1}
    assert counts.principal_class(records) == "administrative"


def test_a_section_on_nothing_is_built_on_police_records() -> None:
    assert counts.principal_class(worlds.empty()) == "police"


def test_a_list_cell_gives_one_row_per_entry() -> None:
    records = worlds.incidents(3, transit_countries=["ARE; MYS", None, "ARE;"])
    assert counts.exploded(records, "transit_countries")["transit_countries"].to_list() == ["ARE", "MYS", "ARE"]


def test_quantities_come_in_one_unit_per_kind_and_what_has_no_factor_stays_out() -> None:
    records = worlds.incidents(5, quantity=[2.0, 500.0, 3.0, 4.0, None], unit=["t", "g", "m3", "bags", "kg"])
    found = counts.quantities(records)
    assert found["common_unit"].to_list()[:3] == ["kg", "kg", "m3"]
    assert found["common_quantity"].to_list()[:3] == [2000.0, 0.5, 3.0]
    assert pd.isna(found["common_unit"].iloc[3])
    assert len(found) == 4


def test_nothing_counts_as_nothing() -> None:
    records = worlds.empty()
    assert counts.number(records) == 0
    assert counts.by_class(records) == {}
    assert counts.by(records, ["crime_area"]).empty


@pytest.mark.parametrize("count", [counts.number, counts.by_class, lambda records: counts.by(records, ["crime_area"])])
def test_others_records_are_not_counted_here(count) -> None:  # noqa: ANN001 (three shapes of callable)
    records = worlds.incidents(2, own=[True, False], owner=["KEN", "P1"])
    with pytest.raises(ValueError, match=r"^records that are counted must be the recipient's own, got others': `shown` tells what "):
        count(records)
    assert counts.number(records.assign(**{counts.KNOWN: True})) == 2
