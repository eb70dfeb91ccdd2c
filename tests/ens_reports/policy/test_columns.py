import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_contracts.registry import CONTRACTS, INCIDENTS
from ens_reports.locales.hidden import marked
from ens_reports.policy.columns import marked_column, shaped, types, types_of_persons, types_of_returns


def test_a_view_has_the_columns_of_all_contracts_of_incidents_whatever_was_sent() -> None:
    found = shaped(pd.DataFrame({"own": [True], "about_recipient": [False], "in_period": [True], "incident_id": ["a"], "row": [7]}))
    assert list(found.columns) == list(types())
    assert {name for contract in INCIDENTS.values() for name in contract.fields} <= set(found.columns)
    assert not {"person_status", "protected", "family_name", "minor", "movement_id", "return_year", "link"} & set(found.columns)
    assert "row" not in found


def test_what_validation_and_a_view_add_stands_before_the_fields() -> None:
    fields = {name for contract in INCIDENTS.values() for name in contract.fields}
    added = {"own": "bool", "owner": "str", "record_id": "str", "submission": "str", "about_recipient": "bool", "in_period": "bool"}
    dated = {"date_from": "datetime64[us]", "date_to": "datetime64[us]", "date_precision": "str", "record_class": "str"}
    assert {name: kind for name, kind in types().items() if name not in fields} == added | {"may_name": "bool"} | dated


def test_of_a_person_a_view_holds_texts_and_no_name() -> None:
    found = shaped(pd.DataFrame({"subject_id": ["S-1"], "family_name": ["Quillfeather"]}), types_of_persons())
    assert {name: str(kind) for name, kind in found.dtypes.items()} == dict.fromkeys(
        ("record_id", "submission", "subject_id", "person_status", "status_date", "basis_reference"), "str"
    )


@pytest.mark.parametrize(("text", "shown"), [("a\rb", "a\nb"), ("a\u202eb", "a[U+202E]b")])
def test_what_no_reader_would_see_in_a_text_is_marked(text: str, shown: str) -> None:
    found = shaped(pd.DataFrame({"place_name": [text, None], "remarks": [text, text]}), {"place_name": "str", "remarks": "str"})
    assert (found["place_name"].iloc[0], list(found["remarks"])) == (shown, [shown, shown])


def test_types_are_those_of_the_fields_even_where_all_is_blank() -> None:
    found = shaped(pd.DataFrame({"own": [True], "about_recipient": [False], "in_period": [True]}))
    kinds = {name: str(found[name].dtype) for name in ("quantity", "item_no", "commodity", "date_from", "own")}
    assert kinds == {"quantity": "float64", "item_no": "Int64", "commodity": "str", "date_from": "datetime64[us]", "own": "bool"}


def test_returns_have_their_own_columns_without_free_remarks_and_handling() -> None:
    found = shaped(pd.DataFrame({"return_year": [2025], "remarks": ["x"]}), types_of_returns())
    assert list(found.columns) == list(types_of_returns())
    assert set(types_of_returns()) - set(CONTRACTS["capacity"].fields) == {"record_id", "submission"}
    assert not {"remarks", "confidentiality", "supplied_by", "retain_until"} & set(found.columns)
    assert (str(found["return_year"].dtype), str(found["nest_status"].dtype)) == ("Int64", "str")


def test_contracts_agree_on_the_type_of_a_column_that_they_share() -> None:
    kinds: dict[str, set[str]] = {}
    for contract in CONTRACTS.values():
        for name, field in contract.fields.items():
            kinds.setdefault(name, set()).add({"number": "number", "integer": "integer"}.get(field.kind, "text"))
    assert {name for name, found in kinds.items() if len(found) > 1} == set()


def test_a_column_is_marked_and_keeps_its_gaps_and_its_type() -> None:
    column = pd.Series(["a\u202e", None, "b"], dtype="str")

    pd.testing.assert_series_equal(marked_column(column), pd.Series(["a[U+202E]", None, "b"], dtype="str"))


@pytest.mark.parametrize("texts", [["a", None], ["a ~!", "z"], [None, None], [], ["é", "a\nb\tc"]])
def test_a_column_without_any_is_the_same(texts: list[str | None]) -> None:
    column = pd.Series(texts, dtype="str")

    assert marked_column(column) is column


@given(st.lists(st.lists(st.text("a ~\x7f\r\n\t\x1fé\u202e", max_size=5) | st.none(), max_size=4), min_size=1, max_size=3))
def test_each_text_of_a_column_in_parts_is_marked(parts: list[list[str | None]]) -> None:
    column = pd.concat([pd.Series(part, dtype="str") for part in parts], ignore_index=True)

    expected = [marked(text) if isinstance(text, str) else None for text in itertools.chain(*parts)]
    assert [text if isinstance(text, str) else None for text in marked_column(column)] == expected
