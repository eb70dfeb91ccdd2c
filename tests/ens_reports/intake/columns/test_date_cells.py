import pytest
from mapped import Result, run

from ens_reports.intake.columns.date_cells import Order, day_first, order_of


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


def read(*cells: str, **rule: object) -> Result:
    return run({"d": list(cells)}, {"incident_date": {"column": "d", **rule}})


def test_one_value_proves_the_order_of_the_whole_column() -> None:
    result = read("03/04/2024", "05/06/2024", "12/31/2024")
    assert result.column("incident_date") == ["2024-03-04", "2024-05-06", "2024-12-31"]
    assert not {"date_order_unclear", "date_orders_mixed"} & set(result.checks())


def test_an_order_that_nothing_proves_is_asked_about() -> None:
    result = read("03/04/2024", "05/05/2024", "2024-01-31")
    assert result.checks()["date_order_unclear"] == [2]


def test_an_answer_settles_the_order() -> None:
    result = read("03/04/2024", date_order="month_first")
    assert (result.column("incident_date"), "date_order_unclear" in result.checks()) == (["2024-03-04"], False)


def test_both_orders_in_one_column_are_told_and_prove_nothing() -> None:
    result = read("31/12/2024", "30/12/2024", "12/31/2024", "03/04/2024")
    assert (result.checks()["date_orders_mixed"], result.checks()["date_order_unclear"]) == ([4], [5])


def test_the_sequence_only_proposes_an_order() -> None:
    days = ["01/10/2024", "02/05/2024", "03/08/2024", "04/02/2024", "05/01/2024"]
    assert order_of(days) == Order(first_is_day=None, proposal="month_first")
    result = read(*days)
    assert result.column("incident_date")[0] == "2024-10-01"
    assert result.checks()["date_order_unclear_in_order"] == [2, 3, 4, 5, 6]


def test_a_sequence_that_is_in_order_both_ways_proposes_nothing() -> None:
    assert order_of(["01/01/2024", "02/02/2024", "03/03/2024", "04/04/2024", "05/05/2024"]).proposal == ""


def test_two_digit_years_that_come_first() -> None:
    assert read("99/03/01", "00/04/02").column("incident_date") == ["1999-03-01", "2000-04-02"]


@pytest.mark.parametrize(
    ("cell", "check"),
    [
        ("12-15/03/2024", "date_span"),
        ("Q2 2024", "date_part_of_year"),
        ("2015-2016", "date_two_years"),
        ("00/00/0000", "date_placeholder"),
        ("15/09/1445", "date_other_calendar"),
        ("12 Febuary 2024", "date_month_misspelt"),
        ("2024-03-01 09:30", "time_not_taken"),
        ("45352", "date_serial"),
        ("1709251200000", "dates_counted"),
        ("31/12/24", "year_two_digits"),
    ],
)
def test_every_change_of_a_date_is_told(cell: str, check: str) -> None:
    assert read(cell, "2024-01-01").checks()[check] == [2]


def test_dates_as_they_should_be_are_not_told() -> None:
    assert set(read("2024-03-01", "2024-03", "2024").checks()) <= {"incident_id_derived"}


def test_forever_is_no_placeholder_where_records_are_kept() -> None:
    result = run({"d": ["2024"], "r": ["31/12/9999"]}, {"incident_date": {"column": "d"}, "retain_until": {"column": "r"}})
    assert result.column("retain_until") == ["9999-12-31"]


@pytest.mark.parametrize(
    ("cells", "facts"),
    [
        (["31/12/2024", "03/04/2024"], {"date_order": "day_first", "proven": "yes"}),
        (["03/04/2024"], {"date_order": "unclear", "proven": "no"}),
        (["2024-03-01"], {"date_order": "iso", "proven": "yes"}),
        (["12 mars 2024"], {"date_order": "words", "proven": "yes"}),
        (["45352"], {"date_order": "serial", "proven": "yes"}),
    ],
)
def test_what_was_understood_is_handed_on(cells: list[str], facts: dict[str, str]) -> None:
    assert next(item.facts for item in read(*cells).mapped.understood if item.field == "incident_date") == facts
