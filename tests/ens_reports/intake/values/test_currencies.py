import pytest

from data_contracts import codelists
from ens_reports.intake.values.currencies import Tender, currencies, currency_words, in_use, is_currency, settle, used_ever


@pytest.mark.parametrize(
    ("word", "country", "on", "codes"),
    [
        ("F CFA", "SEN", "2020", ("XOF",)),
        ("FCFA", "CMR", "2020-03-01", ("XAF",)),
        ("f.cfa", "GAB", "", ("XAF",)),
        ("FCFA", "GNB", "1990", ("XOF", "XAF")),
        ("FCFA", "GNB", "1998", ("XOF",)),
        ("FCFA", "KEN", "2020", ("XOF", "XAF")),
        ("FCFA", "", "2020", ("XOF", "XAF")),
        ("$", "ECU", "2020", ("USD",)),
        ("$", "COL", "", ("COP",)),
        ("R$", "BRA", "1993-09", ("BRR",)),
        ("R$", "BRA", "2020", ("BRL",)),
        ("dinars", "DZA", "2010", ("DZD",)),
        ("KSh", "", "", ("KES",)),
        ("usd", "", "", ("USD",)),
        ("peanuts", "KEN", "", ()),
    ],
)
def test_settle(word: str, country: str, on: str, codes: tuple[str, ...]) -> None:
    assert settle(word, Tender(country=country, on=on)) == codes


def test_a_dollar_where_no_dollar_is_used_stays_open() -> None:
    assert len(settle("$", Tender(country="KEN", on="2020"))) > 1


def test_every_code_of_the_table_is_in_the_list() -> None:
    known = set(codelists.codes("currency"))
    assert {code for codes in currency_words().values() for code in codes} <= known


def test_words_of_currencies() -> None:
    assert is_currency("F CFA")
    assert not is_currency("kg")
    assert currencies("francs CFA") == ("XOF", "XAF")


def test_money_that_a_country_had_and_has() -> None:
    assert in_use("BRA", "1985") == {"BRB"}
    assert "BRB" in used_ever("BRA")
    assert in_use("XZZ", "2020") == frozenset()
