import pytest

from ens_reports.intake.dates import Day, day_first, months, parse_date, parse_epoch, parse_formats
from ens_reports.intake.fold import fold


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-03-01", "2024-03-01"),
        ("2024-3-1", "2024-03-01"),
        ("2024-03-01 09:30:00", "2024-03-01"),
        ("2024-03-01T09:30:00Z", "2024-03-01"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("31/12/2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"),
        ("31.12.2024", "2024-12-31"),
        ("2024/12/31", "2024-12-31"),
        ("03/2024", "2024-03"),
        ("12 mars 2024", "2024-03-12"),
        ("1er août 2024", "2024-08-01"),
        ("15 de marzo de 2024", "2024-03-15"),
        ("15 de março de 2024", "2024-03-15"),
        ("March 15, 2024", "2024-03-15"),
        ("mars 2024", "2024-03"),
        ("15 مارس 2024", "2024-03-15"),
        ("٣١/١٢/٢٠٢٤", "2024-12-31"),
    ],
)
def test_parse_date(text: str, iso: str) -> None:
    assert parse_date(text, first_is_day=None) == Day(text=iso)


@pytest.mark.parametrize("text", ["15.72013", "31/02/2024", "2024-13-01", "SPLIT 2015-2016", "9:30", "soon", "", "12345678"])
def test_parse_date_of_anything_else(text: str) -> None:
    assert parse_date(text, first_is_day=None) == Day()


@pytest.mark.parametrize(
    ("first_is_day", "found"),
    [(True, Day(text="2024-04-03")), (False, Day(text="2024-03-04")), (None, Day(text="2024-04-03", how="order"))],
)
def test_parse_date_whose_day_and_month_could_be_exchanged(first_is_day: bool | None, found: Day) -> None:  # noqa: FBT001 - three states
    assert parse_date("03/04/2024", first_is_day=first_is_day) == found


def test_parse_date_near_misses_of_exchange() -> None:
    assert parse_date("04/04/2024", first_is_day=None) == Day(text="2024-04-04")


def test_parse_date_with_two_digits_of_the_year() -> None:
    assert parse_date("31/12/24", first_is_day=None) == Day(text="2024-12-31", how="two_digits")
    assert parse_date("31/12/98", first_is_day=None) == Day(text="1998-12-31", how="two_digits")


def test_parse_date_of_a_spreadsheet() -> None:
    assert parse_date("45352", first_is_day=None) == Day(text="2024-03-01", how="serial")


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["03/04/2024", "31/12/2024"], True),
        (["03/04/2024", "12/31/2024"], False),
        (["03/04/2024"], None),
        (["31/12/2024", "12/31/2024"], None),
    ],
)
def test_day_first(texts: list[str], first: bool | None) -> None:  # noqa: FBT001 - three states
    assert day_first(texts) is first


def test_parse_formats_needs_no_padding_and_takes_nothing_else() -> None:
    assert parse_formats("1/4/1987", ("d/m/Y",)).text == "1987-04-01"
    assert parse_formats("01.04.87", ("d/m/Y", "d.m.y")).text == "1987-04-01"
    assert parse_formats("3 mai 2024", ("d B Y",)).text == "2024-05-03"
    assert parse_formats("15.72013", ("d.m.Y",)) == Day()


@pytest.mark.parametrize(
    ("text", "unit", "iso"), [("1041379200000", "ms", "2003-01-01"), ("1041379200", "s", "2003-01-01"), ("x", "ms", "")]
)
def test_parse_epoch(text: str, unit: str, iso: str) -> None:
    assert parse_epoch(text, unit).text == iso


def test_months_of_five_languages() -> None:
    assert {months()[fold(name)] for name in ("august", "aout", "agosto", "أغسطس")} == {8}
