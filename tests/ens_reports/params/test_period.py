from datetime import date

from ens_reports.params import Period


def test_two_years_have_an_en_dash_for_readers_and_a_hyphen_for_files() -> None:
    period = Period(first_year=2024, last_year=2025, history_from=2021)
    assert (period.label, period.file_name) == ("2024\N{EN DASH}2025", "2024-2025")
    assert (period.first_day, period.last_day) == (date(2024, 1, 1), date(2025, 12, 31))


def test_one_year_has_no_dash() -> None:
    period = Period(first_year=2025, last_year=2025, history_from=2021)
    assert (period.label, period.file_name) == ("2025", "2025")
