import ast
from pathlib import Path

import pandas as pd
import pytest
import worlds

from ens_reports.report.others import Others, opened


def test_nothing_can_be_read_off_closed_records() -> None:
    closed = Others(worlds.incidents(3, own=False))
    assert repr(closed) == str(closed) == "Others()"
    for use in (len, list, lambda them: them["owner"], lambda them: them.groupby("owner"), lambda them: them.shape, vars):
        with pytest.raises((TypeError, AttributeError)):
            use(closed)
    with pytest.raises(TypeError):
        pd.concat([worlds.incidents(1), closed])


def test_a_change_keeps_them_closed() -> None:
    closed = Others(worlds.incidents(3, own=False)).through(lambda rows: rows.head(1))
    assert len(opened(closed)) == 1


def test_own_records_do_not_belong_there() -> None:
    with pytest.raises(ValueError, match=r"^records of others must not hold the recipient's own$"):
        Others(worlds.incidents(2, own=[True, False]))


ROOT = Path(__file__).parents[3]
MAY_OPEN = {
    "ens_reports.report.others.opened": {"ens_reports/report/view.py", "ens_reports/analysis/shown.py"},
    "ens_reports.analysis.tally.tally": {"ens_reports/analysis/counts.py", "ens_reports/analysis/shown.py"},
}
"""What counts others' records, or hands them out, and who may use it."""


def test_nobody_else_opens_them_or_counts_what_is_in_them() -> None:
    found: dict[str, set[str]] = {name: set() for name in MAY_OPEN}
    for path in sorted((ROOT / "ens_reports").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                for name in {f"{node.module}.{one.name}" for one in node.names} & MAY_OPEN.keys():
                    found[name].add(path.relative_to(ROOT).as_posix())
    assert found == MAY_OPEN


def test_no_notebook_reads_them() -> None:
    for path in sorted((ROOT / "reports").rglob("*.ipynb")):
        text = path.read_text(encoding="utf-8")
        assert "others" not in text.replace("others' ", "")
        assert "parquet" not in text
