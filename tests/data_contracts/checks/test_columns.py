import pandas as pd

from data_contracts.checks.columns import first_day, last_day, spans


def test_the_first_and_the_last_day_of_a_date_known_in_part() -> None:
    cells = pd.Series(["2024", None, "2024-02", "2024-02-03"], dtype="str")
    assert ["2024-01-01", None, "2024-02-01", "2024-02-03"] == texts(first_day(cells))
    assert ["2024-12-31", None, "2024-02-29", "2024-02-03"] == texts(last_day(cells))


def test_no_date_at_all_is_no_day() -> None:
    assert [None] == texts(first_day(pd.Series([None], dtype="str")))
    assert first_day(pd.Series([], dtype="str")).dtype == "datetime64[s]"


def test_spans_are_the_columns_of_a_dated_contract() -> None:
    assert ["date_from", "date_to", "date_precision"] == list(spans(pd.Series(["2024"], dtype="str")))


def texts(days: pd.Series) -> list[str | None]:
    return [None if pd.isna(day) else day.date().isoformat() for day in days]
