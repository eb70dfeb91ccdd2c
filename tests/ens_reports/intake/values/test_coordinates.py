import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.values.coordinates import Coordinate, may_be_coordinate, parse_coordinate
from ens_reports.intake.values.fold import tidy
from ens_reports.intake.values.many import as_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-12.5041", Coordinate(text="-12.5041")),
        ("-24,111", Coordinate(text="-24.111")),
        ("\u221212.5", Coordinate(text="-12.5")),
        ("\u0661\u0662\u066b\u0665", Coordinate(text="12.5")),
        ("S12.5", Coordinate(text="-12.5")),
        ("12.5 S", Coordinate(text="-12.5")),
        ("12,5 sur", Coordinate(text="-12.5")),
        ("12.5 جنوبا", Coordinate(text="-12.5")),
        ("lat: -12.5", Coordinate(text="-12.5")),
        ("12.5°", Coordinate(text="12.5")),
        ("12°30'15\"S", Coordinate(text="-12.5042", how="sexagesimal")),
        ("12º 30\u2032 15\u2033 Sur", Coordinate(text="-12.5042", how="sexagesimal")),
        ("12:30:15 S", Coordinate(text="-12.5042", how="sexagesimal")),
        ("12 30.5 S", Coordinate(text="-12.508", how="sexagesimal")),
        ("-12°20'", Coordinate(text="-12.33", how="sexagesimal")),
        ("12°30\u203215\u2033S 45°10\u20320\u2033E", Coordinate(text="-12.5042", other="45.1667", how="pair")),
        ("-12.5, 45.2", Coordinate(text="-12.5", other="45.2", how="pair")),
        ("-12,5; 45,2", Coordinate(text="-12.5", other="45.2", how="pair")),
        ("S12.5 E45.2", Coordinate(text="-12.5", other="45.2", how="pair")),
        ("45.2 E, 12.5 S", Coordinate(text="-12.5", other="45.2", how="pair")),
        ("36M 501234 9856789", Coordinate(text="-1.29567", other="33.01109", how="utm")),
        ("36 S 501234 9856789", Coordinate(how="projected")),
        ("61M 501234 9856789", Coordinate(how="projected")),
        ("36MZE0123498567", Coordinate(how="projected")),
        ("45°10'O", Coordinate(how="axis")),
        ("-3.123.456", Coordinate(text="-3123456")),
    ],
)
def test_a_latitude(text: str, found: Coordinate) -> None:
    assert parse_coordinate(text, "latitude") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("45°10'O", Coordinate(text="-45.17", how="sexagesimal")),
        ("45.2 L", Coordinate(text="45.2")),
        ("-12.5, 45.2", Coordinate(text="45.2", other="-12.5", how="pair")),
        ("12.5 S", Coordinate(how="axis")),
    ],
)
def test_a_longitude(text: str, found: Coordinate) -> None:
    assert parse_coordinate(text, "longitude") == found


@pytest.mark.parametrize("text", ["", "abc", "12 30", "12°70'", "12.5°30'", "N 12 S", "-12 S", "12 N 13 N", "12.5 45.2 60.1"])
def test_what_is_no_coordinate_is_left(text: str) -> None:
    assert parse_coordinate(text, "latitude") == Coordinate()


@given(st.text(max_size=40), st.sampled_from(["latitude", "longitude"]))
def test_no_text_is_too_strange_to_be_looked_at(text: str, axis: str) -> None:
    assert parse_coordinate(text, axis).text is not None


@given(st.integers(0, 89), st.integers(0, 59), st.integers(0, 59), st.sampled_from("NS"))
def test_minutes_and_seconds_are_read_back(degrees: int, minutes: int, seconds: int, letter: str) -> None:
    expected = (degrees + minutes / 60 + seconds / 3600) * (-1 if letter == "S" else 1)
    found = parse_coordinate(f"{degrees}°{minutes:02}'{seconds:02}\"{letter}", "latitude")
    assert float(found.text) == pytest.approx(expected, abs=5e-5)


@given(st.decimals(min_value=-90, max_value=90, places=5), st.sampled_from([",", "."]))
def test_decimal_degrees_are_read_back(value: object, mark: str) -> None:
    assert float(parse_coordinate(f"{value:f}".replace(".", mark), "latitude").text) == float(f"{value:f}")


PARTS_OF_POSITIONS = (
    *(
        "N",
        "S",
        "E",
        "W",
        "n",
        "north",
        "Sud",
        "o",
        "L",
        "°",
        "'",
        '"',
        "deg",
        "d",
        "min",
        "s",
        "sec",
        "lat",
        "long:",
        "12",
        "45",
        "3.5",
        "90",
        "0",
    ),
    *("-", "+", ",", " ", ";", "/", "(", ")", ".", "UTM ", "37M ", "x", "e", "123456", "9876543", "º"),
)


@given(
    st.lists(st.lists(st.sampled_from(PARTS_OF_POSITIONS), max_size=8).map("".join), max_size=20),
    st.sampled_from(("latitude", "longitude")),
)
def test_nothing_that_is_left_out_is_a_coordinate_in_another_notation(texts: list[str], axis: str) -> None:
    tidied = [tidy(text) for text in texts]
    for text, may_be in zip(tidied, may_be_coordinate(as_texts(tidied)).to_pylist(), strict=True):
        assert may_be or parse_coordinate(text, axis) in (Coordinate(), Coordinate(text=text))


def test_plain_degrees_and_what_is_plainly_no_coordinate_are_left_out() -> None:
    texts = ["-12.5041", "S199998°x", "near 5", "-0.0", "12 N", "N12E5", "+3.5", "37M 123456 9876543"]
    assert may_be_coordinate(as_texts(texts)).to_pylist() == [False, False, False, True, True, True, True, True]
