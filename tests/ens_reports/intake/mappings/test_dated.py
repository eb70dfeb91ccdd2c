from mapped import run

WITH_YEAR = {"incident_date": {"column": "Date", "formats": ["d.m.Y"], "year": "Year"}}


def test_the_year_places_a_row_whose_date_is_missing_or_unreadable() -> None:
    result = run({"Date": ["NA", "15.72013", "1.2.2013"], "Year": ["2004", "2013", "2013"]}, WITH_YEAR)
    assert result.column("incident_date") == ["2004", "2013", "2013-02-01"]
    checks = result.checks()
    assert (checks["date_missing_year_used"], checks["date_unreadable_year_used"]) == ([2], [3])


def test_a_year_that_disagrees_is_told_and_the_date_stands() -> None:
    result = run({"Date": ["01.08.2002", "01.08.2002"], "Year": ["2001", "2002"]}, WITH_YEAR)
    assert result.column("incident_date") == ["2002-08-01", "2002-08-01"]
    assert result.checks()["year_disagrees"] == [2]


def test_a_year_that_is_none_is_told() -> None:
    result = run({"Date": ["01.08.2002", "NA"], "Year": ["SPLIT 2001-2002", "soon"]}, WITH_YEAR)
    assert result.column("incident_date") == ["2002-08-01", None]
    assert result.checks()["year_unreadable"] == [2, 3]
    assert "date_missing_year_used" not in result.checks()


def test_year_and_month_in_two_columns() -> None:
    result = run({"y": ["2017", "2017", ""], "m": ["7", "13", "7"]}, {"incident_date": {"year": "y", "month": "m"}})
    assert result.column("incident_date") == ["2017-07", "2017", None]
    assert result.checks()["dates_by_month"] == [2]


def test_year_alone() -> None:
    result = run({"y": ["2017", "s.i."]}, {"incident_date": {"year": "y"}})
    assert (result.column("incident_date"), result.checks()["dates_by_year"]) == (["2017", None], [2])


def test_order_of_day_and_month_follows_the_rest_of_the_column() -> None:
    result = run({"Date": ["03/04/2024", "31/12/2024"]}, {"incident_date": {"column": "Date"}})
    assert result.column("incident_date") == ["2024-04-03", "2024-12-31"]
    assert "date_order_unclear" not in result.checks()


def test_order_that_nothing_shows_is_told() -> None:
    result = run({"Date": ["03/04/2024", "05/05/2024"]}, {"incident_date": {"column": "Date"}})
    assert result.checks()["date_order_unclear"] == [2]


def test_dates_with_and_without_leading_zeros() -> None:
    result = run({"Date": ["3/10/1986", "03/10/1986", "13/10/1986"]}, {"incident_date": {"column": "Date", "formats": ["d/m/Y"]}})
    assert result.checks()["dates_padded_or_not"] == [2]


def test_dates_without_leading_zeros_throughout_are_fine() -> None:
    result = run({"Date": ["3/10/1986", "13/10/1986"]}, {"incident_date": {"column": "Date", "formats": ["d/m/Y"]}})
    assert "dates_padded_or_not" not in result.checks()


def test_epoch_milliseconds() -> None:
    assert run({"t": ["1041379200000"]}, {"incident_date": {"column": "t", "epoch": "ms"}}).column("incident_date") == ["2003-01-01"]
