import pytest

from ens_reports.intake.reader import grid as module
from ens_reports.intake.reader.grid import Grid, UnreadableError, check_size


def test_unreadable_error_carries_its_check() -> None:
    error = UnreadableError("cells_too_far", sheet="Data", cell="XFD1")
    assert (str(error), error.check, error.values) == ("cells_too_far", "cells_too_far", {"sheet": "Data", "cell": "XFD1"})


def refusal(cells: list[list[str]], header: tuple[str, ...] = ()) -> tuple[str, dict[str, str]] | None:
    try:
        check_size(Grid(name="", rows=list(range(3, len(cells) + 3)), cells=cells, header=header))
    except UnreadableError as error:
        return error.check, error.values
    return None


def test_more_columns_than_any_record_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty cells behind the last filled one do not count: spreadsheet programs leave them."""
    monkeypatch.setattr(module, "MAX_COLUMNS", 3)
    assert refusal([["a", "b", "c"], ["", "", "", "", ""]]) is None
    assert refusal([["a", "", "", "d"]]) == ("columns_too_many", {"number": "4", "limit": "3"})
    assert refusal([], header=("a", "b", "c", "d")) == ("columns_too_many", {"number": "4", "limit": "3"})


def test_a_cell_longer_than_any_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELL_CHARS", 5)
    assert refusal([["aaaaa", "aaaaa"]]) is None
    assert refusal([["a", "b"], ["a", "aaaaaa"]]) == ("cell_too_long", {"row": "4", "limit": "5"})
