import pandas as pd
import pytest
from mapped import make_table

from ens_reports.intake.columns import proof
from ens_reports.intake.columns.cleaned import Columns, Whole
from ens_reports.intake.columns.distinct import Growing, encode
from ens_reports.intake.findings import Collector

PIECE = ["03/04/2024 "]


def columns(*texts: str) -> Columns:
    """A piece with one row of a long table whose column holds these texts."""
    growing = Growing()
    growing.add(encode(pd.Series(texts, dtype="str"))[0])
    table = make_table({"Date": PIECE})
    return Columns(table, Collector(sheet=table.sheet, header=table.header), whole=Whole([growing]))


def test_a_table_in_one_piece_proves_by_its_own_cells() -> None:
    table = make_table({"Date": ["a", "b", "a"]})
    found = Columns(table, Collector(sheet=table.sheet, header=table.header))
    assert proof.distinct(found, 0, found.cleaned(0)) == ("a", "b")
    assert proof.proven(found, 0) == {}


def test_where_all_distinct_values_are_known_the_cells_are_those() -> None:
    found = columns("31/04/2024", *PIECE)
    assert proof.distinct(found, 0, pd.Series(["31/04/2024", "03/04/2024"], dtype="str")) == ("31/04/2024", "03/04/2024")


def test_of_too_many_values_the_first_of_the_whole_column_prove_tidied_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ens_reports.intake.columns.distinct.MAX_DISTINCT", 2)
    found = columns("31/04/2024", "31/04/2024 ", "1", "2", "3", *PIECE)
    assert proof.distinct(found, 0, found.cleaned(0)) == ("31/04/2024",)
    proof.proven(found, 0)["order"] = "day_first"
    assert proof.proven(found, 0) == {"order": "day_first"}
