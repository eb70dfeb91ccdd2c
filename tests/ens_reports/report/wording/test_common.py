import pandas as pd
import pytest

from ens_reports.locales import open_language
from ens_reports.report.wording import common

ENGLISH, ARABIC = open_language("en"), open_language("ar")
DAY = pd.Timestamp("2025-03-07")


@pytest.mark.parametrize(("precision", "expected"), [("day", "7 March 2025"), ("month", "Mar 2025"), ("year", "2025")])
def test_a_date_is_no_more_exact_than_it_was_recorded(precision: str, expected: str) -> None:
    assert common.day(DAY, precision, ENGLISH) == expected


def test_a_position_has_one_decimal_and_its_hemispheres() -> None:
    assert common.position(-1.29, 36.82, ENGLISH) == "1.3\N{DEGREE SIGN} S 36.8\N{DEGREE SIGN} E"
    assert common.position(4.0, -70.2, ENGLISH) == "4.0\N{DEGREE SIGN} N 70.2\N{DEGREE SIGN} W"
    assert common.position(float("nan"), 1.0, ENGLISH) == ""


def test_a_chain_runs_with_the_script() -> None:
    assert common.chain("KEN > VNM", ENGLISH) == "Kenya \N{RIGHTWARDS ARROW} Viet Nam"
    assert "\N{LEFTWARDS ARROW}" in common.chain("KEN > VNM", ARABIC)


@pytest.mark.parametrize(
    ("own", "others", "expected"), [(4, None, "4"), (4, 5, "4 + 5 or more of others"), (0, 5, "5 or more of others"), (0, None, "0")]
)
def test_own_and_others_stand_apart(own: int, others: int | None, expected: str) -> None:
    assert common.number(own, others, ENGLISH) == expected


def test_codes_in_words() -> None:
    assert common.term("", ENGLISH) == common.NOT_RECORDED
    assert common.terms(["", ""], ENGLISH) == common.NOT_RECORDED
    assert common.sentence("gold") == "Gold"
