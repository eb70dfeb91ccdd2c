import pandas as pd
import pytest

from ens_reports.intake.sheets.ours import is_ours
from ens_reports.intake.source import Sheet


@pytest.mark.parametrize(
    ("first", "expected"),
    [("ENS template · wildlife · 1 · fr", True), ("  ENS template · mining", True), ("Our ENS template", False), ("", False)],
)
def test_a_page_of_a_template_is_known_by_its_first_cell(first: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_ours(Sheet(name="Mode d'emploi", cells=pd.DataFrame([[first, "x"]], index=[1], dtype="str"))) is expected


def test_a_sheet_without_cells_is_none() -> None:
    assert is_ours(Sheet(name="x", cells=pd.DataFrame(index=pd.Index([], dtype="int64")))) is False
