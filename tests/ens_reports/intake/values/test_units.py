import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.values.units import convert, header_currency, header_unit, of_one_kind


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Poids (kg)", "kg"),
        ("Qty [t]", "t"),
        ("weight_kg", "kg"),
        ("Poids en kg", "kg"),
        ("الوزن (كغ)", "kg"),
        ("الوزن (بالكيلوغرام)", "kg"),
        ("Live number", ""),
        ("Whole (live + dead)", ""),
        ("Kg seized by whom", ""),
        ("Value (USD)", ""),
    ],
)
def test_header_unit(header: str, unit: str) -> None:
    assert header_unit(header) == unit


@pytest.mark.parametrize(
    ("header", "word"), [("القيمة (دينار)", "دينار"), ("Valeur en FCFA", "FCFA"), ("Value (USD)", "USD"), ("Value", "")]
)
def test_header_currency(header: str, word: str) -> None:
    assert header_currency(header) == word


@pytest.mark.parametrize(
    ("text", "unit", "target", "turned"),
    [("12.5", "t", "kg", "12500"), ("100", "m2", "ha", "0.01"), ("0", "t", "kg", "0"), ("3", "pcs", "kg", ""), ("3", "bags", "kg", "")],
)
def test_convert(text: str, unit: str, target: str, turned: str) -> None:
    assert convert(text, unit, target) == turned


def test_units_of_one_kind() -> None:
    assert of_one_kind("lb", "kg")
    assert not of_one_kind("m3", "kg")


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["g", "t", "kg"]))
def test_converting_there_and_back_changes_nothing(number: int, unit: str) -> None:
    assert convert(convert(str(number), unit, "kg"), "kg", unit) == str(number)
