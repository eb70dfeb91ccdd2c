from typing import Any

import pytest
from mapped import Result, run

DATE = {"incident_date": {"column": "d"}}
MONEY = {**DATE, "reporting_country": {"column": "p"}, "value": {"column": "v"}}


def money(country: str, cell: str, day: str = "2020", header: str = "v", **more: Any) -> Result:  # noqa: ANN401 - as YAML gives it
    rules = {**MONEY, "value": {"column": header}, **more}
    return run({"d": [day], "p": [country], header: [cell], "c": ["XAF"]}, rules)


def test_the_unit_of_a_cell_goes_before_that_of_its_column() -> None:
    table = {"d": ["2024"] * 3, "q": ["12 kg", "3", "5 t"], "u": ["t", "t", ""]}
    result = run(table, {**DATE, "unit": {"column": "u"}, "quantity": {"column": "q"}})
    assert result.column("unit") == ["kg", "t", "t"]
    assert result.checks()["unit_contradicts"] == [2]


def test_the_unit_of_a_header_fills_what_nothing_else_says() -> None:
    table = {"d": ["2024"] * 3, "Poids (kg)": ["12", "3 pièces", ""]}
    result = run(table, {**DATE, "quantity": {"column": "Poids (kg)"}})
    assert (result.column("unit"), result.checks()["unit_of_header"]) == (["kg", "pcs", None], [2])


def test_no_unit_is_made_up() -> None:
    assert "unit" not in run({"d": ["2024"], "q": ["12"]}, {**DATE, "quantity": {"column": "q"}}).mapped.frame


def test_how_exact_a_number_is_goes_to_its_own_column() -> None:
    result = run({"d": ["2024"] * 2, "q": ["environ 12", "2 à 3"]}, {**DATE, "quantity": {"column": "q"}})
    assert result.column("quantity_qualifier") == ["about", "at_least"]


@pytest.mark.parametrize("cell", ["12,5 kg et 3 pièces", "3 pièces (12,5 kg)"])
def test_pieces_have_a_column_of_their_own_in_forestry(cell: str) -> None:
    result = run({"d": ["2024"], "q": [cell]}, {**DATE, "quantity": {"column": "q"}}, "forestry")
    assert [result.column(name) for name in ("quantity", "unit", "pieces")] == [["12.5"], ["kg"], ["3"]]
    assert result.checks()["pieces_from_cell"] == [2]
    assert "second_quantity_in_cell" not in result.checks()


def test_what_has_no_column_is_told_and_not_added() -> None:
    result = run({"d": ["2024"], "q": ["12 kg et 3 bags"]}, {**DATE, "quantity": {"column": "q"}}, "forestry")
    assert (result.column("quantity"), result.checks()["second_quantity_in_cell"]) == (["12"], [2])


@pytest.mark.parametrize(
    ("country", "cell", "code", "check"),
    [
        ("SEN", "5 000 F CFA", "XOF", "currency_by_country"),
        ("CMR", "5 000 FCFA", "XAF", "currency_by_country"),
        ("KEN", "5 000 FCFA", None, "currency_unclear"),
        ("KEN", "KSh 500", "KES", "currency_in_number"),
        ("COL", "$ 5.000.000", "COP", "currency_by_country"),
        ("FRA", "$ 500", None, "currency_unclear"),
    ],
)
def test_a_sign_of_several_currencies_is_decided_by_the_country_or_asked(country: str, cell: str, code: str | None, check: str) -> None:
    result = money(country, cell)
    assert result.column("currency") == [code]
    assert result.checks()[check] == [2]


def test_the_date_decides_between_old_and_new_money() -> None:
    assert money("BRA", "R$ 500", "1993-09-01").column("currency") == ["BRR"]
    assert money("BRA", "R$ 500", "2020").column("currency") == ["BRL"]


def test_money_that_the_country_did_not_have_then_is_told() -> None:
    assert money("BRA", "BRL 500", "1985").checks()["currency_not_then"] == [2]
    assert "currency_not_then" not in money("BRA", "USD 500", "1985").checks()


def test_a_currency_column_that_contradicts_the_cell_is_told() -> None:
    result = money("SEN", "500 EUR", currency={"column": "c"})
    assert (result.column("currency"), result.checks()["currency_contradicts"]) == (["EUR"], [2])


def test_a_column_of_currencies_in_words_is_read_too() -> None:
    table = {"d": ["2020"] * 2, "p": ["SEN"] * 2, "v": ["500", "7"], "c": ["F CFA", "euros"]}
    result = run(table, {**MONEY, "currency": {"column": "c"}})
    assert result.column("currency") == ["XOF", "EUR"]


def test_the_currency_of_a_header() -> None:
    result = money("DZA", "500", header="القيمة (دينار)")
    assert (result.column("currency"), result.checks()["currency_of_header"]) == (["DZD"], [2])


def test_the_position_decides_which_congo_reports_or_the_sender_is_asked() -> None:
    table = {"d": ["2020"] * 3, "p": ["Congo"] * 3, "y": ["0.380626", "-4.32", ""], "x": ["15.425845", "15.31", ""]}
    rules = {**DATE, "reporting_country": {"column": "p"}, "latitude": {"column": "y"}, "longitude": {"column": "x"}}
    result = run(table, rules)
    assert result.column("reporting_country") == ["COG", "COD", "Congo"]
    found = [
        (item.finding.check, item.finding.rows.tolist()) for item in result.collector.found if item.finding.field == "reporting_country"
    ]
    assert found == [("country_by_position", [2]), ("country_by_position", [3]), ("country_ambiguous", [4])]


def test_both_coordinates_in_one_cell_decide_too() -> None:
    table = {"d": ["2020"], "p": ["Congo"], "y": ["0.380626, 15.425845"]}
    result = run(table, {**DATE, "reporting_country": {"column": "p"}, "latitude": {"column": "y"}})
    assert (result.column("reporting_country"), result.column("longitude")) == (["COG"], ["15.425845"])
