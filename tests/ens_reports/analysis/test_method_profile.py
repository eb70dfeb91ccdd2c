import pandas as pd
import worlds

from ens_reports.analysis import method_profile, shown, signatures
from ens_reports.analysis.signatures import Method

LIMITS = shown.Rule(threshold=1, min_owners=3, dominance=0.8, rounding=False)


def method(rows: pd.DataFrame) -> Method:
    signed = signatures.signed(rows)
    return Method(
        signature={},
        recent=len(rows),
        before=0,
        submissions=2,
        records=signed.assign(quarter=signed["date_from"].dt.to_period("Q"), known=True),
    )


def test_countries_are_own_and_nameable_only() -> None:
    rows = worlds.incidents(3, own=[True, False, False], owner=["KEN", "P1", "P2"], reporting_country=["KEN", "UGA", "TZA"])
    found = method_profile.profile(method(rows.assign(may_name=[True, True, False])), LIMITS)
    assert (found.countries, found.unnamed, found.own, found.n) == (("KEN", "UGA"), True, 1, 3)


def test_stages_stand_in_the_order_of_the_chain() -> None:
    rows = worlds.incidents(3, supply_chain_stage=["sale", "taking;sale", None])
    assert method_profile.profile(method(rows), LIMITS).stages.to_dict() == {"taking": 1, "sale": 2}


def test_quantities_of_one_unit_only() -> None:
    rows = worlds.incidents(3, quantity=[2.0, 4.0, 9.0], unit=["kg", "kg", "pcs"])
    assert method_profile.profile(method(rows), LIMITS).quantity == (3.0, 4.0, 2, "kg")


def test_evaluations_stand_by_scheme_and_are_not_averaged() -> None:
    rows = worlds.incidents(
        3, evaluation_system=["4x4", "admiralty", None], source_evaluation=["B", "B", None], information_evaluation=["2", None, None]
    )
    found = method_profile.profile(method(rows), LIMITS)
    assert found.evaluations.to_numpy().tolist() == [["4x4", "B", "2", 1], ["admiralty", "B", "", 1]]
    assert found.unevaluated == 1


def test_missing_fields_are_counted() -> None:
    rows = worlds.incidents(2, concealment=["luggage", None], detection_method="scanner")
    found = method_profile.profile(method(rows), LIMITS).missing
    assert (found["concealment"], found["detection_method"]) == (1, 0)


def test_offences_are_the_recipients_own() -> None:
    rows = worlds.incidents(2, own=[True, False], offence_text=["Wildlife Act 92", "another law"])
    assert method_profile.profile(method(rows), LIMITS).offences == ("Wildlife Act 92",)


def test_a_part_that_one_contributor_stands_behind_is_not_told() -> None:
    """Four of three contributors make a method; the one that was found by a scanner is of one of them."""
    rows = worlds.incidents(4, own=False, owner=["P1", "P2", "P3", "P1"], detection_method=["tip_off", "tip_off", "tip_off", "scanner"])
    found = method_profile.profile(method(rows), LIMITS)
    assert (found.n, found.detections.to_dict(), found.quantity) == (4, {"tip_off": 3}, None)
    named = method_profile.profile(method(rows.assign(may_name=True)), LIMITS)
    assert named.detections.to_dict() == {"tip_off": 3, "scanner": 1}
