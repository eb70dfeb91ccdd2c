from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_contracts.registry import SENT
from ens_reports.policy.identifiers import FIELDS, KINDS, Trace, labelled, stands_alone, traces_in, traces_of
from ens_reports.policy.runs import words

NOT_IDENTIFYING = {
    "account_provider", "admin1", "agencies_covered", "allowed_recipients", "barred_recipients", "cas_no", "commodity_code", "common_name",
    "detecting_agency", "end_place", "end_port", "end_time", "fao_area", "given_names", "handling_code", "hs_code", "national_priorities",
    "offence_code", "operation_code", "operations_joined", "place_name", "port_of_landing", "protected_area", "publisher",
    "regional_task_forces", "scientific_name", "source_language", "species_3a", "specimen_text", "start_port", "start_time",
    "substance_name", "supplied_by", "trade_name", "un_no",
}  # fmt: skip
"""Places, agencies, goods and codes: many records share them."""


def test_every_free_field_of_every_contract_is_judged() -> None:
    free = {
        name for contract in SENT.values() for name, field in contract.fields.items() if field.kind in {"text", "list"} and not field.codes
    }

    assert free - NOT_IDENTIFYING == {name for name in FIELDS if name not in {"record_id", "submission"}}
    assert not NOT_IDENTIFYING & FIELDS.keys()


def test_every_kind_is_known() -> None:
    assert set(FIELDS.values()) | {"edition"} == set(KINDS)


@pytest.mark.parametrize(
    ("value", "alone"),
    [
        ("KEN-12", False),
        ("KEN-123", True),
        ("ABCDE", False),
        ("ABCDEF", True),
        ("1234567", False),
        ("12345678", True),
        ("2024-01-15", False),
        ("2024-1234", False),
        ("2024-0012", True),
        ("2024-012-3", False),
        ("12 345 678", False),
        ("12345 678", False),
        ("123456 78", True),
    ],
)
def test_short_values_and_what_may_be_a_date_do_not_stand_alone(value: str, *, alone: bool) -> None:
    assert alone == stands_alone(words(value))


def test_what_does_not_stand_alone_is_known_by_its_label() -> None:
    runs = {trace.run for trace in traces_of("vessel_imo", "9074729")}

    assert "9074729" not in runs
    assert {"vesselimo9074729", "imo9074729"} <= runs
    assert {"".join(words(text)) for text in labelled("vessel_imo", "9074729")} == runs


def test_members_of_a_list_are_values_of_their_own() -> None:
    found = list(traces_of("other_references", "UGA-2024-0012; ; TZA-2024-0034"))

    assert [Trace("case reference", "uga20240012"), Trace("case reference", "tza20240034")] == found


SAID_BEFORE = {
    "incident_id": ("incident id", "incident", "case", "case no", "incident no"),
    "other_references": ("other references", "reference", "case", "case no"),
    "basis_reference": ("basis reference", "warrant", "warrant no", "case", "case no"),
    "permit_no": ("permit no", "permit", "licence"),
    "vessel_name": ("vessel name", "vessel", "ship", "mv", "fv"),
    "vessel_imo": ("vessel imo", "imo", "imo no"),
    "vessel_mmsi": ("vessel mmsi", "mmsi"),
    "vessel_call_sign": ("vessel call sign", "call sign"),
    "container_no": ("container no", "container"),
    "document_no": ("document no", "passport", "document"),
    "licence_plate": ("licence plate", "plate"),
    "site_ref": ("site ref", "site"),
    "account_no": ("account no", "account"),
}


@pytest.mark.parametrize(("field", "labels"), SAID_BEFORE.items())
def test_people_say_what_a_value_is_in_short(field: str, labels: tuple[str, ...]) -> None:
    assert {f"{label} 77" for label in labels} <= {text.lower() for text in labelled(field, "77")}


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("vessel_imo", "Numéro OMI"),
        ("vessel_imo", "OMI"),
        ("vessel_imo", "Número OMI del buque"),
        ("vessel_imo", "رقم السفينة (IMO)"),
        ("permit_no", "permis"),
        ("container_no", "contenedor"),
        ("incident_id", "قضية"),
        ("site_ref", "Référence de site"),
    ],
)
def test_a_short_value_is_known_by_its_label_in_each_language(field: str, label: str) -> None:
    assert "".join(words(f"{label} 9074729")) in {trace.run for trace in traces_of(field, "9074729")}


def test_sentences_of_five_words_count() -> None:
    found = list(traces_of("narrative", "Seen at dawn. It was seen there. The driver ran into it"))

    assert [Trace("free text", "thedriverranintoit")] == found


def test_traces_come_with_their_owner() -> None:
    frame = pd.DataFrame(
        {"owner": ["UGA", "UGA", "TZA"], "permit_no": ["P-1234-X", "P-1234-X", None], "commodity": ["ivory", "ivory", "gold"]}
    )

    ((kind, found),) = traces_in(frame)

    assert (kind, found.to_dict("records")) == ("permit or document", [{"owner": "UGA", "run": "p1234x"}])


VALUES = st.text("ABzé019 ;-/.[U+00ADß", max_size=40)


@given(st.lists(VALUES, min_size=1, max_size=20), st.sampled_from(["permit_no", "incident_id", "narrative", "vessel_imo"]))
def test_many_values_at_once_leave_the_traces_that_each_leaves(values: list[str], field: str) -> None:
    frame = pd.DataFrame({"owner": "UGA", field: pd.Series(values, dtype="str")})
    ((kind, found),) = traces_in(frame)

    expected = [trace for value in dict.fromkeys(values) for trace in traces_of(field, value)]
    assert Counter(Trace(kind, run) for run in found["run"]) == Counter(expected)
