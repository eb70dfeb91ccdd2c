from data_contracts.registry import CONTRACTS
from ens_reports.intake.suggest.constants import constants
from ens_reports.intake.suggest.readings import Rule

WILDLIFE = CONTRACTS["wildlife"]


def said(rules: dict[str, Rule], party: str) -> dict[str, Rule]:
    return {field: rule for field, rule, _ in constants(rules, WILDLIFE, party)}


def test_a_country_reports_itself_and_a_body_owns_its_records() -> None:
    assert said({}, "KEN") == {"reporting_country": {"constant": "KEN"}}
    assert said({}, "IFAW") == {"supplied_by": {"constant": "IFAW"}}
    assert said({}, "") == {}
    assert said({"reporting_country": {"column": "Pays"}}, "KEN") == {}


def test_headers_name_what_the_date_is_of_the_unit_and_the_currency() -> None:
    rules: dict[str, Rule] = {
        "incident_date": {"column": "Date de la saisie"},
        "quantity": {"column": "Poids (kg)"},
        "sanction_amount": {"column": "Multa (BRL)"},
    }
    assert said(rules, "") == {
        "date_basis": {"constant": "seizure"},
        "unit": {"constant": "kg"},
        "sanction_currency": {"constant": "BRL", "when": "Multa (BRL)"},
    }


def test_headers_that_name_nothing_give_no_constant() -> None:
    assert said({"incident_date": {"column": "Date"}, "quantity": {"column": "Quantité"}}, "") == {}
