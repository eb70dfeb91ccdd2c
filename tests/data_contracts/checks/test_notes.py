import numpy as np
import pandas as pd
from contract_rows import Validate

from data_contracts.checks.notes import Notes

ROWS = pd.Index([2, 3, 5])


def test_nothing_found_is_not_noted() -> None:
    notes = Notes()
    notes.add("code_not_listed", "outcome", pd.Series([False, False, False], index=ROWS))
    assert notes.found == []


def test_finding_has_its_rows_samples_and_words() -> None:
    notes = Notes()
    cells = pd.Series(["a", None, "a"], index=ROWS, dtype="str")
    notes.add("code_not_listed", "outcome", pd.Series([True, False, True], index=ROWS), cells=cells, values={"list": "outcome"})
    (found,) = notes.found
    assert (found.rows.tolist(), found.sample, found.count) == ([2, 5], ("a",), 2)
    assert found.rows.dtype == np.int64
    assert vars(found)["values"] == {"field": "outcome", "n": "2", "list": "outcome"}


def test_unreadable_cell_explains_the_blank_that_it_leaves() -> None:
    notes = Notes()
    notes.add("code_not_listed", "outcome", pd.Series([True, False, False], index=ROWS))
    notes.add("unit_missing", "unit", pd.Series([False, True, False], index=ROWS))
    assert notes.explained(["outcome", "unit"], ROWS).tolist() == [True, False, False]
    assert notes.explained(["quantity"], ROWS).tolist() == [False, False, False]


def test_position_that_was_left_out_explains_the_blank(judge: Validate) -> None:
    checks = {finding.check: finding.rows.tolist() for finding in judge("wildlife", {"latitude": "0", "longitude": "0"}, {}).findings}
    assert (checks["position_zero"], checks["missing.place"], checks["missing.position"]) == ([2], [3], [3])
