import pytest
from mapped import Result, run


def read(*cells: str, field: str = "latitude", **rule: object) -> Result:
    return run({"d": ["2024"] * len(cells), "c": list(cells)}, {"incident_date": {"column": "d"}, field: {"column": "c", **rule}})


@pytest.mark.parametrize(
    ("cell", "text", "check"),
    [
        ("12°30'15\"S", "-12.5042", "coordinate_in_minutes"),
        ("-12.5, 45.2", "-12.5", "coordinates_in_one_cell"),
        ("36M 501234 9856789", "-1.29567", "coordinates_from_grid"),
        ("36MZE0123498567", None, "coordinates_of_grid"),
        ("45°10'E", None, "coordinate_of_other_axis"),
    ],
)
def test_every_change_of_a_coordinate_is_told(cell: str, text: str | None, check: str) -> None:
    result = read(cell, "-1.5")
    assert (result.column("latitude"), result.checks()[check]) == ([text, "-1.5"], [2])


def test_decimal_degrees_are_not_told() -> None:
    result = read("-12.5", "-24,111", "3")
    assert result.column("latitude") == ["-12.5", "-24.111", "3"]
    assert set(result.checks()) <= {"incident_id_derived"}


def test_the_other_coordinate_goes_to_its_own_column() -> None:
    result = read("-12.5, 45.2", "-1.5")
    assert result.column("longitude") == ["45.2", None]


def test_what_cannot_be_read_stays() -> None:
    assert read("upstream").column("latitude") == ["upstream"]


def test_zero_is_missing_where_the_mapping_says_so() -> None:
    result = read("0", "0.0", "1.5", zero_is_missing=True)
    assert (result.column("latitude"), result.checks()["zeros_not_recorded"]) == ([None, None, "1.5"], [2, 3])
