import pandas as pd
import worlds

from ens_reports.analysis import method_profile, signatures
from ens_reports.analysis.signatures import Method


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
    found = method_profile.profile(method(rows.assign(may_name=[True, True, False])))
    assert (found.countries, found.unnamed, found.own, found.n) == (("KEN", "UGA"), True, 1, 3)


def test_stages_stand_in_the_order_of_the_chain() -> None:
    rows = worlds.incidents(3, supply_chain_stage=["sale", "taking;sale", None])
    assert method_profile.profile(method(rows)).stages.to_dict() == {"taking": 1, "sale": 2}


def test_quantities_of_one_unit_only() -> None:
    rows = worlds.incidents(3, quantity=[2.0, 4.0, 9.0], unit=["kg", "kg", "pcs"])
    assert method_profile.profile(method(rows)).quantity == (3.0, 4.0, 2, "kg")


def test_evaluations_stand_by_scheme_and_are_not_averaged() -> None:
    rows = worlds.incidents(
        3, evaluation_system=["4x4", "admiralty", None], source_evaluation=["B", "B", None], information_evaluation=["2", None, None]
    )
    found = method_profile.profile(method(rows))
    assert found.evaluations.to_numpy().tolist() == [["4x4", "B", "2", 1], ["admiralty", "B", "", 1]]
    assert found.unevaluated == 1


def test_missing_fields_are_counted() -> None:
    rows = worlds.incidents(2, concealment=["luggage", None], detection_method="scanner")
    found = method_profile.profile(method(rows)).missing
    assert (found["concealment"], found["detection_method"]) == (1, 0)


def test_offences_are_the_recipients_own() -> None:
    rows = worlds.incidents(2, own=[True, False], offence_text=["Wildlife Act 92", "another law"])
    assert method_profile.profile(method(rows)).offences == ("Wildlife Act 92",)
