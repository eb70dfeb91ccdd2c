import pandas as pd
import pytest
import worlds

from ens_reports.analysis import method_profile, shown, signatures
from ens_reports.analysis.signatures import Method
from ens_reports.locales import LANGUAGES, open_language
from ens_reports.report.wording import methods

ENGLISH = open_language("en")
ROWS = {"crime_area": "wildlife", "commodity": "tuna", "transport_mode": "rail", "concealment": "luggage", "permit_status": "forged"}

LIMITS = shown.Rule(threshold=1, min_owners=3, dominance=0.8, rounding=False)


def method(**changes: object) -> Method:
    rows = signatures.signed(worlds.incidents(2, **(ROWS | changes))).assign(date_from=pd.Timestamp("2025-05-01"))
    rows = rows.assign(quarter=rows["date_from"].dt.to_period("Q"), known=True)
    signature = {name: str(rows[name].iloc[0]) for name in signatures.KEY}
    return Method(signature=signature, recent=2, before=0, submissions=2, records=rows)


def test_a_method_is_named_by_goods_and_how() -> None:
    said = methods.name(method(), ENGLISH)
    assert said.startswith("Tuna: ")
    assert said.endswith("with a forged permit")


def test_where_it_was_seen_names_only_who_may_be_named() -> None:
    mine = method_profile.profile(method(), LIMITS)
    assert methods.seen(mine, ENGLISH) == "2 incidents, from May 2025 to May 2025. Seen in Kenya."
    theirs = method_profile.profile(method(own=False, owner="P1", reporting_country="UGA"), LIMITS)
    assert methods.seen(theirs, ENGLISH) == "2 incidents, from May 2025 to May 2025."


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_notice_draft_has_its_parts_and_no_person(code: str) -> None:
    found = method(offender_nationalities="XYZ", persons_detected=2)
    parts = methods.purple(found, method_profile.profile(found, LIMITS), open_language(code))
    assert len(parts) == 6
    assert all(label and said for label, said in parts)
    assert not any("XYZ" in said for _, said in parts)


def test_evaluation_rows_never_mix_schemes() -> None:
    found = method_profile.profile(
        method(evaluation_system=["4x4", "3x5x2"], source_evaluation=["B", "2"], information_evaluation=None), LIMITS
    )
    dash, dot = "\N{EN DASH}", "\N{MIDDLE DOT}"
    assert methods.evaluation(found, ENGLISH).endswith(f"never averaged: 3x5x2 2/{dash} (1) {dot} 4x4 B/{dash} (1).")


@pytest.mark.parametrize(("value", "expected"), [(326.4, "326"), (2.34, "2.3"), (0.012, "0.012")])
def test_small_quantities_keep_their_decimals(value: float, expected: str) -> None:
    assert methods._rounded(value, ENGLISH) == expected


def test_what_we_ask_begins_with_what_is_missing_most() -> None:
    found = method_profile.profile(
        method(detection_method=["scanner", None], location_type="market", origin_country="UGA", destination_country="VNM"), LIMITS
    )
    assert methods.asked(found, ENGLISH) == [
        "evaluation of source and information (missing in 2 incidents)",
        "method of detection (missing in 1 incident)",
    ]
