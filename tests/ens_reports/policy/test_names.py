import hmac
from collections.abc import Callable

import pandas as pd
import pytest

from ens_reports.policy.columns import shaped
from ens_reports.policy.names import INCIDENT, Pseudonyms, rank_of, renamed

Make = Callable[..., pd.DataFrame]
KEY = b"0" * 32


def named(frame: pd.DataFrame, *, key: bytes = KEY, recipient: str = "KEN") -> pd.DataFrame:
    return renamed(frame, Pseudonyms(key=key, recipient=recipient))


@pytest.fixture
def theirs(records: Make) -> pd.DataFrame:
    parts = [records(code, "2025-01-01", "2025-02-02", concealment=code) for code in ("UGA", "TZA", "CMR")]
    owners = [
        frame.assign(owner=code, record_id=[f"{code}{number}" for number in range(2)])
        for frame, code in zip(parts, ("UGA", "TZA", "CMR"), strict=True)
    ]
    return shaped(pd.concat(owners, ignore_index=True).assign(own=False, about_recipient=True, in_period=True))


def test_nothing_of_the_old_names_is_left(theirs: pd.DataFrame) -> None:
    found = named(theirs)
    assert sorted(found["owner"].unique()) == ["P1", "P2", "P3"]
    for name in ("incident_id", "record_id", "owner"):
        assert set(found[name]).isdisjoint(theirs[name])
        assert found[name].dtype == "str"
    assert {len(text) for name in ("incident_id", "record_id") for text in found[name]} == {12}


def test_who_belongs_together_still_does(theirs: pd.DataFrame) -> None:
    found = named(theirs)
    for columns in (["owner"], INCIDENT, ["record_id"]):
        old, new = (frame.groupby(columns).ngroup() for frame in (theirs, found))
        assert len({*zip(old, new, strict=True)}) == old.nunique() == new.nunique()


def test_items_of_an_incident_keep_one_name(records: Make) -> None:
    frame = records("UGA", "2025-01-01", "2025-01-01", item_no=[1, 2], incident_id="A").assign(owner="UGA", record_id=["x", "y"], own=False)
    found = named(shaped(frame.assign(about_recipient=True, in_period=True)))
    assert (found["incident_id"].nunique(), found["record_id"].nunique()) == (1, 2)


@pytest.mark.parametrize(
    "told",
    [
        {"owner": ["UGA", "EIA"]},
        {"reporting_country": ["UGA", "KEN"]},
        {"incident_id": ["A", "B"]},
        {"owner": ["UGA", "EIA"], "incident_id": None},
    ],
)
def test_an_incident_is_known_by_its_owner_country_and_number(records: Make, told: dict[str, object]) -> None:
    same = {"owner": "UGA", "incident_id": "A", "record_id": ["x", "y"], "own": False, "about_recipient": True, "in_period": True}
    found = named(shaped(records("UGA", "2025-01-01", "2025-02-01").assign(**same | told)))
    assert found["incident_id"].nunique() == 2


def test_names_do_not_depend_on_whose_records_they_are(theirs: pd.DataFrame) -> None:
    """The same content under other owners and other case numbers gets the same names: so a name can't be traced back."""
    codes = {"UGA": "BRA", "TZA": "PER", "CMR": "COL"}
    other = theirs.assign(
        owner=theirs["owner"].map(codes), incident_id=theirs["incident_id"].str.lower(), record_id=theirs["record_id"] + "z"
    )
    columns = ["owner", "incident_id", "record_id"]
    pd.testing.assert_frame_equal(named(theirs)[columns], named(other)[columns])


def test_names_do_not_depend_on_the_order_of_arrival(theirs: pd.DataFrame) -> None:
    mixed = theirs.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(named(mixed).sort_index(), named(theirs))


def test_another_view_has_other_names(theirs: pd.DataFrame) -> None:
    """Two recipients who see different records of the same owners can't join them by name."""
    part = theirs.iloc[[0, 2, 4]]
    assert set(named(part)["incident_id"]).isdisjoint(named(theirs.assign(admin1="x"))["incident_id"])


def test_incidents_that_say_the_same_stay_apart(records: Make) -> None:
    frame = records("UGA", "2025-01-01", "2025-01-01").assign(
        owner="UGA", record_id=["x", "y"], own=False, about_recipient=True, in_period=True
    )
    found = named(shaped(frame))
    assert (found["incident_id"].nunique(), found["record_id"].nunique()) == (2, 2)


def test_no_records_need_no_names(theirs: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(named(theirs.iloc[:0]), theirs.iloc[:0])


def test_ranks() -> None:
    assert rank_of(["b", "a", "c"], prefix="C") == ["C2", "C1", "C3"]


@pytest.mark.parametrize("other", [{"recipient": "PER"}, {"key": b"1" * 32}])
def test_no_name_is_shared_with_another_reader_or_under_another_key(theirs: pd.DataFrame, other: dict[str, object]) -> None:
    ours, others = named(theirs), named(theirs, **other)

    for column in ("incident_id", "record_id"):
        assert set(ours[column]).isdisjoint(others[column])


def test_ranks_are_of_each_reader(records: Make) -> None:
    """Ten owners stand in another order for another reader, so that nobody's P1 is somebody's P1."""
    codes = [f"A{letter}A" for letter in "BCDEFGHIJK"]
    frames = [records(code, "2025-01-01", concealment=code).assign(owner=code, record_id=code) for code in codes]
    frame = shaped(pd.concat(frames, ignore_index=True).assign(own=False, about_recipient=True, in_period=True))

    assert list(named(frame)["owner"]) != list(named(frame, recipient="PER")["owner"])


def test_a_name_is_not_what_can_be_computed_without_the_key() -> None:
    pseudonyms = Pseudonyms(key=KEY, recipient="KEN")

    assert pseudonyms.of("a") == hmac.new(KEY, b'["KEN","a"]', "sha256").hexdigest()
    assert "0000" not in repr(pseudonyms)
