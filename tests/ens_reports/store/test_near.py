"""What is looked for is found in whatever revision and spelling, and the rest stays unread."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from ens_reports.errors import DamageError
from ens_reports.store import Numbers, Route, Sought, Store
from ens_reports.store.near import near

Send = Callable[..., int]
PERMIT = Numbers(field="permit_no", wanted=frozenset({"KWS12", "KWS13"}))
TO_KENYA = Route(
    reporters=frozenset({"KEN"}),
    fields=("origin_country", "transit_countries", "destination_country"),
    countries=frozenset({"VNM"}),
    goods=("scientific_name", "commodity"),
    named=frozenset({"ivory"}),
    first=date(2025, 2, 20),
    last=date(2025, 3, 10),
)


def found(store: Store, *sought: Sought) -> list[str]:
    return sorted(store.records.held(["wildlife"]).near(sought, ["incident_id"])["incident_id"])


@pytest.mark.parametrize("cell", ["KWS12", "kws/1-2", "x; kws 13 ;y", "KW\u017f 12"])
def test_a_number_is_found_however_it_is_written(store: Store, send: Send, cell: str) -> None:
    send("KEN-1", "a", "b", "c", permit_no=[cell, "KWS124", None])
    assert found(store, PERMIT) == ["a"]


def test_a_field_that_no_file_has_holds_no_number(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    assert found(store, PERMIT) == []


def test_of_a_record_the_latest_revision_is_given_whichever_was_found(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b", permit_no="KWS12")
    send("KEN-2", "a", permit_no="other", quantity=9.0)
    latest = store.records.held(["wildlife"]).near([PERMIT], ["permit_no", "quantity", "vessel_imo"])
    assert sorted(zip(latest["permit_no"], latest["quantity"], strict=True)) == [("KWS12", 2.5), ("other", 9.0)]
    assert latest["vessel_imo"].isna().all()


@pytest.mark.parametrize(
    ("changes", "there"),
    [
        ({}, True),
        ({"destination_country": None, "transit_countries": "SGP;VNM"}, True),
        ({"commodity": "Ivory"}, True),
        ({"commodity": "\u0131vory"}, True),
        ({"reporting_country": "UGA"}, False),
        ({"destination_country": "SGP"}, False),
        ({"destination_country": None, "transit_countries": "SGP;XVNM"}, False),
        ({"commodity": "gold"}, False),
        ({"scientific_name": "Loxodonta africana"}, False),
        ({"date_from": pd.Timestamp("2025-03-11")}, False),
        ({"date_from": pd.Timestamp("2025-02-19")}, False),
        ({"date_from": pd.Timestamp("2025-02-20")}, True),
    ],
)
def test_records_on_a_route_are_found_by_all_that_is_said_of_it(store: Store, send: Send, changes: dict[str, Any], *, there: bool) -> None:
    send("KEN-1", "a", **{"destination_country": "VNM", **changes})
    assert found(store, TO_KENYA) == ["a"] * there


def test_what_is_found_by_several_is_given_once(store: Store, send: Send) -> None:
    send("KEN-1", "a", "b", destination_country="VNM", permit_no=["KWS12", "KWS99"])
    assert found(store, PERMIT, TO_KENYA) == ["a", "b"]


def test_where_nothing_is_sought_or_held_there_is_nothing(store: Store, send: Send) -> None:
    assert found(store, PERMIT) == []
    send("KEN-1", "a")
    assert found(store) == []


def test_an_altered_file_is_damage(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    (path,) = (store.folder / "records").glob("*.parquet")
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(DamageError):
        near({path: path.stem}, [PERMIT])
