import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.values.many import as_texts, matches
from ens_reports.intake.values.numbers import AS_WRITTEN, Number, decimal_mark, evidence, parse_number


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


@pytest.mark.parametrize(
    "text",
    [
        "Y",
        "1,2,3",
        "1.23.4",
        "",
        "3 truckloads of pangolins",
        "12/05",
        "2024-03-01",
        "12-10",
        "2 3",
        "m3",
        "(12)",
        "3 kg of horn, 2 t",
        "?",
        ",",
    ],
)
def test_parse_number_of_anything_else(text: str) -> None:
    assert parse_number(text, decimal=".") == Number()


def test_parse_number_tells_when_a_mark_could_be_either() -> None:
    assert parse_number("1,234", decimal=",") == Number(text="1.234", ambiguous=True)
    assert not parse_number("1,23", decimal=",").ambiguous


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["3,5", "1,234"], ","),
        (["3.5", "1,234"], "."),
        (["1,234"], ""),
        (["1,5", "1.5"], ""),
        ([], ""),
        (["1e-04"], ""),
        (["1,234,567"], "."),
        (["1.234.567"], ","),
        (["1 234,5"], ","),
        (["1,23,456"], "."),
        (["12,5 kg"], ","),
    ],
)
def test_decimal_mark(texts: list[str], mark: str) -> None:
    assert decimal_mark(texts) == mark


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.sampled_from([",", "."]))
def test_a_number_written_with_either_mark_is_read_back(value: object, mark: str) -> None:
    """With the column's mark known, three decimals are never taken for thousands."""
    written = f"{value:f}".replace(".", mark)
    assert float(parse_number(written, decimal=mark).text) == float(f"{value:f}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 à 3", Number(text="2", qualifier="at_least", how="range")),
        ("2-3", Number(text="2", qualifier="at_least", how="range")),
        ("60 -120", Number(text="60", qualifier="at_least", how="range")),
        ("between 2 and 3", Number(text="2", qualifier="at_least", how="range")),
        ("entre 2 et 3 kg", Number(text="2", unit="kg", qualifier="at_least", how="range")),
        ("2 kg à 3 kg", Number(text="2", unit="kg", qualifier="at_least", how="range")),
        ("2 ou 3", Number(text="2", qualifier="at_least", how="range")),
        ("بين 2 و 3", Number(text="2", qualifier="at_least", how="range")),
        ("12,5 kg et 3 pièces", Number(text="12.5", unit="kg", how="several", rest=(("3", "pcs"),))),
        ("3 pièces (12,5 kg)", Number(text="3", unit="pcs", how="several", rest=(("12.5", "kg"),))),
        ("12 kg 500 g", Number(text="12", unit="kg", how="several", rest=(("500", "g"),))),
        ("12 كغ و 3 قطع", Number(text="12", unit="kg", how="several", rest=(("3", "pcs"),))),
        ("50 %", Number(how="percent")),
        ("12 pour cent", Number(how="percent")),
        ("douze", Number(how="words")),
        ("2 millions", Number(how="words")),
        ("une dizaine", Number(how="words")),
    ],
)
def test_what_is_no_single_number_is_told_and_never_added(text: str, found: Number) -> None:
    assert parse_number(text, decimal=".") == found


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("R$ 1.200,00", "1200", "R$"),
        ("1.200,00 €", "1200", "€"),
        ("S/. 500", "500", "S/."),
        ("KSh 3,000.50", "3000.5", "KSh"),
        ("3,000.50/=", "3000.5", ""),
        ("5 000 000 F CFA", "5000000", "F CFA"),
        ("US$ 500", "500", "US$"),
        ("500.-", "500", ""),
        ("USD1200", "1200", "USD"),
    ],
)
def test_money_is_read_with_its_sign_or_word(text: str, number: str, currency: str) -> None:
    found = parse_number(text, decimal=".")
    assert (found.text, found.currency) == (number, currency)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("\u0663\u066b\u0665\u0660\u0660", "3.5"),
        ("\u0661\u066c\u0662\u0663\u0664", "1234"),
        ("\uff11\uff12\uff0e\uff15", "12.5"),
        ("\u06f1\u06f2", "12"),
        (".5", "0.5"),
        ("1,23,456", "123456"),
    ],
)
def test_numbers_of_other_scripts_leave_nothing_open(text: str, number: str) -> None:
    assert parse_number(text, decimal=",") == Number(text=number)


def test_a_unit_with_a_power_is_no_second_number() -> None:
    assert [parse_number(text, decimal=".") for text in ("12 m3", "12m3", "3 km2")] == [
        Number(text="12", unit="m3"),
        Number(text="12", unit="m3"),
        Number(text="3", unit="km2"),
    ]


def test_evidence_counts_what_can_be_read_in_one_way_only() -> None:
    assert evidence(["1,5", "12,25 kg", "1,234", "1.5", "7"]) == (2, 1)


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_be_looked_at(text: str) -> None:
    found = parse_number(text, decimal=".")
    assert found.text == "" or float(found.text) is not None


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([",", ".", " ", "'", "\u202f", "\u00a0"]), st.integers(0, 99))
def test_thousands_in_any_notation_are_read_back(whole: int, thousands: str, part: int) -> None:
    decimal = "." if thousands == "," else ","
    written = f"{whole:,}".replace(",", thousands) + f"{decimal}{part:02}"
    assert float(parse_number(written, decimal=decimal).text) == float(f"{whole}.{part:02}")


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["environ {} kg", "{} kg", "plus de {} t", "{}kg", "~ {}", "{} pièces"]))
def test_what_stands_around_a_number_does_not_change_it(number: int, around: str) -> None:
    assert parse_number(around.format(number), decimal=",").text == str(number)


@pytest.mark.parametrize(("text", "number"), [("-0,00", "0"), ("-0,50", "-0.5"), ("10.0", "10"), ("0.0001", "0.0001"), ("100,00", "100")])
def test_zeros_that_say_nothing_are_left_out(text: str, number: str) -> None:
    assert parse_number(text, decimal=".").text == number


@given(st.lists(st.from_regex(r"[-+]?[0-9]{1,4}([.,][0-9]{0,3})?", fullmatch=True), max_size=20), st.sampled_from(".,"))
def test_a_number_as_written_is_read_as_it_is(texts: list[str], decimal: str) -> None:
    for text, as_written in zip(texts, matches(as_texts(texts), AS_WRITTEN).to_pylist(), strict=True):
        assert not as_written or parse_number(text, decimal=decimal) == Number(text=text)


def test_numbers_as_written() -> None:
    texts = ["12", "-5", "0.25", "-1.5", "0", "007", "1.50", "1.234", "1,5", "12 kg"]
    assert matches(as_texts(texts), AS_WRITTEN).to_pylist() == [True, True, True, True, False, False, False, False, False, False]
