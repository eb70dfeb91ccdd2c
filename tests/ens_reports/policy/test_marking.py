import pandas as pd
import pytest

from ens_reports.errors import PolicyError
from ens_reports.params import Confidentiality
from ens_reports.policy.marking import Asked, Marks

RECORDS = pd.Series(["official", "restricted", "restricted"])
WHAT = "hotspots-and-routes for KEN"


@pytest.mark.parametrize(
    ("asked", "lowest", "records", "marking"),
    [
        ("", "official", RECORDS, "restricted"),
        ("restricted", "official", RECORDS, "restricted"),
        ("confidential", "official", RECORDS, "confidential"),
        ("", "confidential", RECORDS, "confidential"),
        ("", "official", RECORDS[:0], "official"),
    ],
)
def test_a_product_is_marked_as_the_highest_of_what_went_in(
    asked: Asked, lowest: Confidentiality, records: pd.Series, marking: str
) -> None:
    assert Marks(asked=asked, lowest=lowest).whole(records, what=WHAT) == marking


def test_less_is_refused_with_counts() -> None:
    with pytest.raises(PolicyError) as told:
        Marks(asked="official", lowest="official").whole(RECORDS, what=WHAT)
    assert str(told.value) == f"the marking of {WHAT} must be restricted at least, got 'official': of its records 2 are restricted"


def test_each_part_is_marked_by_its_own_records() -> None:
    parts = {"others": RECORDS.to_frame("marked"), "incidents": RECORDS[:1].to_frame("marked"), "persons": RECORDS[:0].to_frame("marked")}
    assert Marks(asked="", lowest="official").parts(**parts) == {"incidents": "official", "others": "restricted", "persons": "official"}
    assert set(Marks(asked="confidential", lowest="official").parts(**parts).values()) == {"confidential"}
