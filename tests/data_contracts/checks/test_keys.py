import pandas as pd
import pytest
from contract_rows import Change, Find, Validate

LINE = {"incident_id": "K-1"}


@pytest.mark.parametrize(
    ("given", "numbers", "checks"),
    [
        ([{**LINE, "commodity": "parrot"}, {**LINE, "commodity": "eel"}], [1, 2], {"item_no_missing"}),
        ([{**LINE, "item_no": "1", "commodity": "parrot"}, {**LINE, "item_no": "2", "commodity": "eel"}], [1, 2], set()),
        ([{**LINE, "item_no": "3", "commodity": "parrot"}, {**LINE, "commodity": "eel"}], [3, 4], {"item_no_missing"}),
        ([{**LINE, "item_no": "1", "commodity": "parrot"}, {**LINE, "item_no": "1", "commodity": "eel"}], [1, 2], {"item_no_repeated"}),
        ([{**LINE, "commodity": "eel"}, {**LINE, "commodity": "eel"}], [1, 1], {"row_repeated"}),
        (
            [{**LINE, "commodity": "eel"}, {**LINE, "commodity": "eel"}, {**LINE, "commodity": "parrot"}],
            [1, 1, 2],
            {"item_no_missing", "row_repeated"},
        ),
        ([{**LINE, "commodity": "eel"}, {**LINE, "reporting_country": "UGA", "commodity": "parrot"}], [1, 1], set()),
        ([{}, {}], [1, 1], set()),
    ],
)
def test_lines_of_an_incident_are_numbered(judge: Validate, find: Find, given: list[Change], numbers: list[int], checks: set[str]) -> None:
    assert judge("wildlife", *given).accepted["item_no"].tolist() == numbers
    assert set(find("wildlife", *given)) == checks


def test_no_two_different_rows_share_a_key(judge: Validate) -> None:
    given = [{**LINE, "item_no": "1", "quantity": str(number), "unit": "kg"} for number in range(5)]
    accepted = judge("wildlife", *given).accepted
    assert not accepted.duplicated(["reporting_country", "incident_id", "item_no"]).any()


def test_finding_of_missing_numbers_names_every_line(find: Find) -> None:
    found = find("wildlife", {**LINE, "commodity": "parrot"}, {}, {**LINE, "commodity": "eel"})["item_no_missing"]
    assert list(found.rows) == [2, 4]


def test_lines_with_different_dates_are_noted(find: Find) -> None:
    found = find("wildlife", {**LINE, "item_no": "1"}, {**LINE, "item_no": "2", "incident_date": "2025-03-15"}, {})["incident_dates_differ"]
    assert (list(found.rows), found.sample) == ([2, 3], ("K-1",))


def test_numbers_are_whole(judge: Validate) -> None:
    assert judge("wildlife", {}).accepted["item_no"].dtype == pd.Int64Dtype()
