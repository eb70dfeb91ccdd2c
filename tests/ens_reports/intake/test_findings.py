import pandas as pd

from ens_reports.intake.findings import Collector
from ens_reports.intake.source import Sheet


def collector() -> Collector:
    return Collector(sheet=Sheet(name="S", cells=pd.DataFrame()), header=("Date", "kg"))


def test_add_keeps_rows_in_order_with_their_addresses() -> None:
    found = collector()
    found.add("blanks_trimmed", [7, 3], column=1, field_name="quantity", sample=["a", "a", "b"])
    located = found.found[0]
    assert (located.addresses(), located.header, located.finding.sample, located.finding.count) == (("S!B3", "S!B7"), "kg", ("a", "b"), 2)


def test_add_of_no_row_is_no_finding() -> None:
    found = collector()
    found.add("blanks_trimmed", [])
    assert found.found == []


def test_add_tells_once_of_a_column_that_feeds_two_fields() -> None:
    found = collector()
    for name in ("mineral", "commodity"):
        found.add("first_of_several", [3], column=1, field_name=name)
    found.add("first_of_several", [4], column=1, field_name="commodity")
    assert [item.finding.field for item in found.found] == ["mineral", "commodity"]
    assert [item.finding.rows.tolist() for item in found.found] == [[3], [4]]


def test_add_cells_takes_at_most_five_samples() -> None:
    found = collector()
    cells = pd.Series([f"v{number}" for number in range(9)], index=range(2, 11))
    found.add_cells("blanks_trimmed", cells, cells != "v0", column=0)
    assert found.found[0].finding.sample == ("v1", "v2", "v3", "v4", "v5")
    assert found.found[0].finding.count == 8
