import pandas as pd

from ens_reports.intake.suggest.amounts import Amount, several_amounts
from ens_reports.intake.suggest.match import Match
from ens_reports.intake.suggest.profile import Profile, look


def profiles(**columns: list[str]) -> dict[int, Profile]:
    return {place: look(place, header.replace("_", " "), pd.Series(values)) for place, (header, values) in enumerate(columns.items())}


def taken(position: int, field: str) -> Match:
    return Match(position=position, field=field, confidence=0.9, reasons=())


COLUMNS = {"Scales_weight": ["1.5", ""], "Live_number": ["2", "3"], "Place": ["a", "b"]}


def test_several_columns_with_amounts_in_units_come_the_fullest_first() -> None:
    assert several_amounts(profiles(**COLUMNS), [], {}) == (
        Amount(position=1, header="Live number", unit="pcs"),
        Amount(position=0, header="Scales weight", unit="kg"),
    )


def test_a_column_of_units_makes_one_amount_of_them() -> None:
    assert several_amounts(profiles(**COLUMNS), [taken(2, "unit")], {}) == ()


def test_one_column_is_not_several() -> None:
    assert several_amounts(profiles(Scales_weight=["1.5"], Place=["a"]), [], {}) == ()
    assert several_amounts(profiles(**COLUMNS), [taken(1, "persons_detected")], {}) == ()


def test_an_amount_in_a_unit_comes_before_a_fuller_one_without() -> None:
    found = several_amounts(profiles(**{"Qty": ["2", "3"], "Weight_(lbs)": ["1.5", ""]}), [], {})
    assert [(item.header, item.unit) for item in found] == [("Weight (lbs)", "lb"), ("Qty", "")]
