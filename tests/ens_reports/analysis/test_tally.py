import pytest
import worlds

from ens_reports.analysis import tally


def test_incidents_are_told_apart_by_owner_country_and_identifier() -> None:
    records = worlds.incidents(3, incident_id="A-1", owner=["P1", "P1", "P2"], own=False)
    assert tally.tally(records, ["crime_area"]).sum() == len(set(zip(records["crime_area"], records["owner"], strict=True)))
    assert tally.tally(records.assign(crime_area="mining"), ["crime_area", "owner"]).to_dict() == {("mining", "P1"): 1, ("mining", "P2"): 1}


def test_record_classes_are_never_in_one_count() -> None:
    with pytest.raises(ValueError, match=r"^records that are counted together must be of one record class, got open_source, police$"):
        tally.check_one_class(worlds.incidents(1, record_class="police"), worlds.incidents(1, record_class="open_source"))
    tally.check_one_class(worlds.incidents(1, record_class="police"), worlds.empty())
