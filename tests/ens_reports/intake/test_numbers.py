import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.numbers import Number, decimal_mark, parse_number


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("12", ".", "12"),
        ("12,5", ".", "12.5"),
        ("12.5", ",", "12.5"),
        ("-24,111", ",", "-24.111"),
        ("1,234", ".", "1234"),
        ("1.234", ",", "1234"),
        ("1.234,56", ".", "1234.56"),
        ("1,234.56", ",", "1234.56"),
        ("1 234,5", ".", "1234.5"),
        ("1\u202f234", ".", "1234"),
        ("1'234'567", ".", "1234567"),
        ("1.234.567", ".", "1234567"),
        ("1e-04", ".", "0.0001"),
        ("4e-05", ".", "0.00004"),
        ("007", ".", "7"),
        ("10.0", ".", "10"),
        ("4015170.0", ",", "4015170"),
        ("٣٫٥", ".", "3.5"),  # noqa: RUF001 - Arabic digits are what is tested
    ],
)
def test_parse_number(text: str, decimal: str, number: str) -> None:
    assert parse_number(text, decimal=decimal).text == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("556kg", Number(text="556", unit="kg")),
        ("environ 12 kg", Number(text="12", unit="kg", qualifier="about")),
        ("plus de 50", Number(text="50", qualifier="at_least")),
        ("<3,5 t", Number(text="3.5", unit="t", qualifier="at_most")),
        ("3 pièces", Number(text="3", unit="pcs")),
    ],
)
def test_parse_number_with_what_stands_around_it(text: str, found: Number) -> None:
    assert parse_number(text, decimal=".") == found


@pytest.mark.parametrize("text", ["Y", "60 -120", "2 à 3", "12 kg et 3 pièces", "1,2,3", "1.23.4", "", "douze", "3 sacks of pangolins"])
def test_parse_number_of_anything_else(text: str) -> None:
    assert parse_number(text, decimal=".") == Number()


def test_parse_number_tells_when_a_mark_could_be_either() -> None:
    assert parse_number("1,234", decimal=",") == Number(text="1.234", ambiguous=True)
    assert not parse_number("1,23", decimal=",").ambiguous


@pytest.mark.parametrize(
    ("texts", "mark"), [(["3,5", "1,234"], ","), (["3.5", "1,234"], "."), (["1,234"], ""), (["1,5", "1.5"], ""), ([], ""), (["1e-04"], ".")]
)
def test_decimal_mark(texts: list[str], mark: str) -> None:
    assert decimal_mark(texts) == mark


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.sampled_from([",", "."]))
def test_a_number_written_with_either_mark_is_read_back(value: object, mark: str) -> None:
    """With the column's mark known, three decimals are never taken for thousands."""
    written = f"{value:f}".replace(".", mark)
    assert float(parse_number(written, decimal=mark).text) == float(f"{value:f}")
