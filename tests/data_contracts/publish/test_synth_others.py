from datetime import date

import pytest

from data_contracts.checks.digits import imo as agrees
from data_contracts.publish.synth import synth
from data_contracts.publish.synth_others import imo, open_rows, others
from data_contracts.registry import SENT, contract
from data_contracts.validate import validate

OTHERS = [name for name, found in SENT.items() if found.family != "incidents"]
YEARS = range(2021, 2026)


@pytest.mark.parametrize("country", ["KEN", "FJI"])
@pytest.mark.parametrize("name", OTHERS)
def test_records_are_accepted_without_a_finding(name: str, country: str) -> None:
    made = synth(name, country=country, rows=25, seed=2, years=YEARS)
    result = validate(made, contract(name), today=date(2026, 1, 5))
    told = [(item.check, item.field) for item in result.findings if item.check not in {"columns_absent_minor", "position_missing"}]
    assert (len(result.accepted), told) == (25, [])


@pytest.mark.parametrize("name", OTHERS)
def test_a_later_piece_has_other_numbers(name: str) -> None:
    found = contract(name)
    first, second = (
        others(found, open_rows("KEN", years=YEARS, first=start, number=8, seed=(1, name)))[
            found.key[-1] if not found.number else found.number
        ]
        for start in (0, 8)
    )
    assert not set(first) & set(second)


def test_a_country_has_no_more_yearly_returns_than_years() -> None:
    with pytest.raises(ValueError, match=r"^yearly returns of a country must be at most 36, got more rows$"):
        synth("capacity", country="KEN", rows=37, seed=2, years=YEARS)


def test_numbers_of_vessels_have_their_check_digit() -> None:
    assert imo(907472) == "9074729"
    assert agrees(imo(900001))
