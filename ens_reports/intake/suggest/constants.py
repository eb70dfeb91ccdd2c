"""What a file says of every record: its country, what its dates are of, the unit and currency that headers name."""

import re
from collections.abc import Iterator, Mapping

from data_contracts.registry import Contract
from ens_reports.intake.sheets.headers import basis_of
from ens_reports.intake.suggest.readings import Rule
from ens_reports.intake.values.units import header_currency, header_unit

Constant = tuple[str, Rule, str]
"""Field, rule, and why."""
ALPHA3 = re.compile("[A-Z]{3}")
MEASURED = {"quantity": "unit"}
PRICED = {"value": "currency", "sanction_amount": "sanction_currency"}
"""Field with an amount -> field with its currency."""


def constants(rules: Mapping[str, Rule], contract: Contract, party: str) -> Iterator[Constant]:
    """What holds for every record, by the sender and by headers.

    Args:
        rules: Field -> rule.
        contract: Whose fields there are.
        party: Code of the sender; empty if it is not known.
    """
    headers = {name: str(rule.get("column", "")) for name, rule in rules.items()}
    if party and "reporting_country" in contract.fields and "reporting_country" not in rules and ALPHA3.fullmatch(party):
        yield "reporting_country", {"constant": party}, "the sender"
    if party and not ALPHA3.fullmatch(party) and "supplied_by" in contract.fields:
        yield "supplied_by", {"constant": party}, "the sender is a body that owns the records"
    basis = basis_of(headers.get("incident_date", ""), "date_basis")
    if basis and "date_basis" in contract.fields:
        yield "date_basis", {"constant": basis}, "by the header of the date"
    if by := basis_of(headers.get("value", ""), "value_basis"):
        yield "value_basis", {"constant": by, "when": headers["value"]}, "by the header of the value"
    for amount, name in MEASURED.items():
        if amount in rules and (unit := header_unit(headers[amount])):
            yield name, {"constant": unit}, "by the header of the quantity"
    for amount, name in PRICED.items():
        if amount in rules and (currency := header_currency(headers[amount])):
            yield name, {"constant": currency, "when": headers[amount]}, "by the header of the amount"
