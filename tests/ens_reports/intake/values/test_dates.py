from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.values.dates import Day, may_be_date, months, parse_date, parse_epoch, parse_formats
from ens_reports.intake.values.fold import fold, tidy
from ens_reports.intake.values.many import as_texts


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-03-01", "2024-03-01"),
        ("2024-3-1", "2024-03-01"),
        ("2024-03-01 00:00:00", "2024-03-01"),
        ("20240301", "2024-03-01"),
        ("31122024", "2024-12-31"),
        ("2024.03", "2024-03"),
        ("15Mar2024", "2024-03-15"),
        ("Mon, 12 Mar 2024", "2024-03-12"),
        ("mar. 12 mars 2024", "2024-03-12"),
        ("12 de out. de 2024", "2024-10-12"),
        ("12 setiembre 2024", "2024-09-12"),
        ("كانون الثاني 2024", "2024-01"),
        ("12 جانفي 2024", "2024-01-12"),
        ("2024 mars", "2024-03"),
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


@pytest.mark.parametrize("text", ["15.72013", "45/13/2024", "2024-13-01", "9:30", "soon", "", "12345678", "99", "3/2", "1/2/345"])
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q2 2024", Day(text="2024", how="part")),
        ("2e trimestre 2024", Day(text="2024", how="part")),
        ("2024-T2", Day(text="2024", how="part")),
        ("segundo trimestre de 2024", Day(text="2024", how="part")),
        ("الربع الثاني 2024", Day(text="2024", how="part")),
        ("S1 2024", Day(text="2024", how="part")),
        ("début 2023", Day(text="2023", how="part")),
        ("fin mars 2023", Day(text="2023-03", how="part")),
        ("circa 2019", Day(text="2019", how="part")),
        ("12-15/03/2024", Day(text="2024-03", how="span")),
        ("du 12 au 15 mars 2024", Day(text="2024-03", how="span")),
        ("March 12-15, 2024", Day(text="2024-03", how="span")),
        ("2024-03-01/2024-03-05", Day(text="2024-03", how="span")),
        ("28/02/2024 - 03/03/2024", Day(text="2024", how="span")),
        ("mars-avril 2024", Day(text="2024", how="span")),
        ("SPLIT 2015-2016", Day(how="years")),
        ("2015/16", Day(how="years")),
        ("31/12/2015 - 02/01/2016", Day(how="years")),
    ],
)
def test_a_date_is_kept_no_more_exactly_than_it_is_known(text: str, found: Day) -> None:
    assert parse_date(text, first_is_day=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("00/00/0000", Day(how="placeholder")),
        ("1900-01-01", Day(how="placeholder")),
        ("15/09/1445", Day(how="hijri")),
        ("1445-09-15", Day(how="hijri")),
        ("15 رمضان 1445 هـ", Day(how="hijri")),
        ("12/05/2567", Day(how="buddhist")),
        ("12 Febuary 2024", Day(how="spelling", proposal=2)),
        ("1709251200", Day(text="2024-03-01", how="counted")),
        ("1709251200000", Day(text="2024-03-01", how="counted")),
    ],
)
def test_what_is_no_date_of_this_calendar_is_named_and_not_converted(text: str, found: Day) -> None:
    assert parse_date(text, first_is_day=True) == found


@pytest.mark.parametrize(("text", "text_kept"), [("31/02/2024", "2024-02-31"), ("29/02/2023", "2023-02-29"), ("00/03/2024", "2024-03-00")])
def test_a_day_that_is_not_in_the_month_is_left_for_validation(text: str, text_kept: str) -> None:
    assert parse_date(text, first_is_day=None) == Day(text=text_kept)


@pytest.mark.parametrize("text", ["2024-03-01 09:30:00", "01/03/2024 à 9h30", "01/03/202409:30", "9:30 01/03/2024", "2024-03-01T09:30:00Z"])
def test_a_time_is_left_out_and_told(text: str) -> None:
    assert parse_date(text, first_is_day=True) == Day(text="2024-03-01", time=True)


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_be_looked_at(text: str) -> None:
    assert parse_date(text, first_is_day=None).text is not None


@given(
    st.dates(min_value=date(1950, 1, 2), max_value=date(2099, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d-%b-%Y", "%d/%m/%Y %H:%M"]),
)
def test_a_date_in_any_notation_is_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form), first_is_day=True).text == day.isoformat()


@given(st.dates(min_value=date(1950, 1, 2), max_value=date(2099, 12, 31)))
def test_a_date_with_the_month_first_is_read_back(day: date) -> None:
    assert parse_date(day.strftime("%m/%d/%Y"), first_is_day=False).text == day.isoformat()


PARTS_OF_DATES = (
    *(
        "2024",
        "1999",
        "1445",
        "12",
        "03",
        "1",
        "31",
        "99",
        " ",
        " ",
        "-",
        "/",
        ".",
        ",",
        ", ",
        " de ",
        " to ",
        " au ",
        "'",
        "a",
        "e",
        "th",
        "er",
        "º",
    ),
    *(
        "Q",
        "T",
        "s",
        "h",
        "AH",
        "du ",
        "12:30",
        "10h1",
        "pm",
        "Z",
        "UTC",
        "trim.",
        "semestre",
        "half",
        "ii",
        "early",
        "mid-",
        "x",
        "soon",
        "lundi",
    ),
    *("marsh", "ramadan", "spring", "janvier", "Sept", "mayo", "مايو", "رجب", "\N{EN DASH}"),
)


@given(st.lists(st.lists(st.sampled_from(PARTS_OF_DATES), max_size=6).map("".join), max_size=20))
def test_nothing_that_is_left_out_is_a_date(texts: list[str]) -> None:
    tidied = [tidy(text) for text in texts]
    for text, may_be in zip(tidied, may_be_date(as_texts(tidied)).to_pylist(), strict=True):
        assert may_be or parse_date(text, first_is_day=None) == Day() == parse_date(text, first_is_day=False, year_first=True)


def test_what_is_plainly_no_date_is_left_out() -> None:
    texts = ["soon 199998", "le 5 du mois", "1199998-01-02x", "32.13.199998", "5 Marchh 2024", "3/4/2024", "١٢"]
    assert may_be_date(as_texts(texts)).to_pylist() == [False, False, False, False, True, True, True]
