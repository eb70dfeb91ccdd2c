from mapped import run

DATE = {"incident_date": {"column": "Date"}}


def look(check: dict[str, object], *cells: str) -> dict[str, list[int]]:
    return run(
        {"Date": ["2024"] * len(cells), "c": list(cells)}, DATE, checks=[{"column": "c", **check}], ignored={"c": "free_text"}
    ).checks()


def test_times_in_two_notations() -> None:
    assert look({"check": "times_mixed"}, "15.00", "9.30", "09:56", "NA")["times_mixed"] == [4]
    assert "times_mixed" not in look({"check": "times_mixed"}, "15.00", "9.30")


def test_codes_that_lost_zeros() -> None:
    assert look({"check": "codes_lost_zeros", "digits": 2}, "5", "54")["codes_lost_zeros"] == [2]


def test_positions_of_zero_beside_a_geometry() -> None:
    assert look({"check": "positions_zero"}, "0.0", "-8.55", "0", "")["attribute_position_zero"] == [2, 4]


def test_values_in_the_wrong_column() -> None:
    assert look({"check": "value_misplaced", "expected": "^(C|UC)$"}, "C", "Dubai", "uc", "")["value_misplaced"] == [3]
