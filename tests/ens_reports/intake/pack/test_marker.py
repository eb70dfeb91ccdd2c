from typing import get_args

import pandas as pd
import pytest

from ens_reports.intake.pack.marker import Kind, Marker, find_marker, is_ours
from ens_reports.intake.source import Sheet


def sheet_with(text: str, row: int = 0) -> Sheet:
    cells = pd.DataFrame({0: ["title"] * 15, 1: [""] * 15})
    cells.loc[row, 1] = text
    return Sheet(name="s", cells=cells.set_axis(range(1, 16), axis=0))


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("row", [0, 11])
def test_a_sheet_of_ours_is_known_again(kind: Kind, row: int) -> None:
    marker = Marker(kind=kind, submission="KEN-wildlife-1", sheet="Cas; 2024")
    sheet = sheet_with(str(marker), row)
    assert find_marker(sheet) == marker
    assert is_ours(sheet)
    assert is_ours(sheet, {"start"}) == (kind == "start")


@pytest.mark.parametrize("text", ["", "ENS-PACK", "ENS-PACK;start;x", "ENS-PACK;other;x;y", "see ENS-PACK;start;x;y"])
def test_other_sheets_are_not(text: str) -> None:
    assert find_marker(sheet_with(text)) is None


def test_a_marker_far_below_is_a_value() -> None:
    assert not is_ours(sheet_with(str(Marker(kind="start", submission="", sheet="")), 12))
