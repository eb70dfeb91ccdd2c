"""Each rule that all areas share: what fails it, and the near miss that differs only in what it must ignore."""

import pytest
from contract_rows import Change, Checks, Validate

FAILS_AND_PASSES = (
    ({"incident_date": "2026-02-02"}, "date_in_future", {"incident_date": "2026-02-01"}),
    ({"incident_date": "2026-03"}, "date_in_future", {"incident_date": "2026"}),
    ({"incident_date": "1949"}, "date_too_early", {"incident_date": "1950"}),
    ({"retain_until": "2026-01-31"}, "retention_over", {"retain_until": "2026-02-01"}),
    ({"retain_until": "2025"}, "retention_over", {"retain_until": "2026"}),
    ({"record_type": "aggregate"}, "incident_count_missing", {"record_type": "aggregate", "incident_count": "7"}),
    ({"incident_count": "7"}, "incident_count_unexpected", {"incident_count": "1"}),
    ({"source_type": "ngo"}, "owner_not_named", {"source_type": "ngo", "supplied_by": "EIA"}),
    ({"source_type": None}, "source_type_missing", {"source_type": "customs"}),
    ({"value": "5", "currency": "KES"}, "value_basis_missing", {"value": "5", "currency": "KES", "value_basis": "estimate"}),
    ({"value": "5", "value_basis": "estimate"}, "currency_missing", {"currency": "KES"}),
    ({"sanction_amount": "5"}, "sanction_currency_missing", {"sanction_amount": "5", "sanction_currency": "XOF"}),
    ({"quantity": "5"}, "unit_missing", {"unit": "kg"}),
    ({"commodity_code": "4403"}, "commodity_system_missing", {"commodity_code": "4403", "commodity_system": "HS"}),
    ({"handling_code": "H1"}, "handling_scheme_missing", {"handling_code": "H1", "handling_scheme": "EUROPOL"}),
    (
        {"allowed_recipients": "UGA;TZA", "barred_recipients": "TZA"},
        "recipients_contradict",
        {"allowed_recipients": "UGA", "barred_recipients": "TZA"},
    ),
    ({"request_to": "UGA"}, "request_without_text", {"request_to": "UGA", "request_text": "Who owns the vehicle?"}),
    ({"permit_no": "KE-12", "permit_status": "none"}, "permit_contradicts", {"permit_no": "none", "permit_status": "none"}),
    ({"source_evaluation": "B"}, "evaluation_system_missing", {"evaluation_system": "4x4", "source_evaluation": "B"}),
    (
        {"evaluation_system": "4x4", "source_evaluation": "2"},
        "evaluation_not_of_system",
        {"evaluation_system": "3x5x2", "source_evaluation": "2"},
    ),
    (
        {"evaluation_system": "admiralty", "information_evaluation": "A"},
        "evaluation_not_of_system",
        {"evaluation_system": "admiralty", "information_evaluation": "unknown"},
    ),
    ({"latitude": "1.5"}, "position_half", {"latitude": "1.5", "longitude": "36.5"}),
    ({"latitude": "0", "longitude": "0.0"}, "position_zero", {"latitude": "0", "longitude": "36.5"}),
    ({"offender_count": "3", "persons_detected": "2"}, "persons_differ", {"offender_count": "2", "persons_detected": "2"}),
    ({"persons_detected": "1", "persons_charged": "2"}, "persons_order", {"persons_detected": "2", "persons_charged": "2"}),
    ({"persons_charged": "1", "persons_convicted": "2"}, "persons_order", {"persons_convicted": "2"}),
)


def test_what_fails_is_noted(checks_of_each: Checks) -> None:
    assert checks_of_each("wildlife", *(fails for fails, _, _ in FAILS_AND_PASSES)) == [{check} for _, check, _ in FAILS_AND_PASSES]


def test_near_miss_passes(checks_of_each: Checks) -> None:
    assert checks_of_each("wildlife", *(passes for _, _, passes in FAILS_AND_PASSES)) == [set()] * len(FAILS_AND_PASSES)


def test_nil_return_has_nothing_to_check(checks_of_each: Checks) -> None:
    assert checks_of_each("wildlife", {"record_type": "nil", "source_type": None, "scientific_name": None, "specimen_term": None}) == [
        set()
    ]


@pytest.mark.parametrize(
    ("change", "blanked"),
    [
        ({"latitude": "1.5"}, ["latitude", "longitude"]),
        ({"latitude": "0", "longitude": "0"}, ["latitude", "longitude"]),
        ({"source_evaluation": "B", "information_evaluation": "2"}, ["source_evaluation", "information_evaluation"]),
        ({"evaluation_system": "4x4", "source_evaluation": "2"}, ["source_evaluation"]),
    ],
)
def test_what_cannot_be_used_is_blanked(judge: Validate, change: Change, blanked: list[str]) -> None:
    assert judge("wildlife", change).accepted.loc[2, blanked].isna().all()


def test_count_of_a_single_incident_is_one(judge: Validate) -> None:
    assert judge("wildlife", {"incident_count": "7"}, {"record_type": "aggregate"}).accepted["incident_count"].tolist() == [1, 1]


def test_unreadable_half_of_a_position_is_noted_once(checks_of_each: Checks, judge: Validate) -> None:
    change = {"latitude": "95.2", "longitude": "36.5"}
    assert checks_of_each("wildlife", change) == [{"number_outside"}]
    assert judge("wildlife", change).accepted.loc[2, ["latitude", "longitude"]].isna().all()


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"origin_country": "YUG", "incident_date": "2003-07-22"}, set()),
        ({"origin_country": "YUG", "incident_date": "2003-07-23"}, set()),
        ({"origin_country": "YUG", "incident_date": "2003-07-24"}, {"country_not_of_day"}),
        ({"origin_country": "YUG", "incident_date": "2003"}, set()),
        ({"transit_countries": "UGA;SCG"}, {"country_not_of_day"}),
        ({"destination_country": "XKX"}, set()),
        ({"destination_country": "XZZ"}, set()),
    ],
)
def test_a_country_must_have_been_there_on_the_day(checks_of_each: Checks, change: Change, failed: set[str]) -> None:
    assert checks_of_each("wildlife", change) == [failed]
