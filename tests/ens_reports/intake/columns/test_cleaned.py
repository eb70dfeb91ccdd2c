from mapped import make_table

from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.findings import Collector


def columns() -> Columns:
    table = make_table({"Date": ["2024 "], "C/UC": ["C"], "c uc'": ["UC"]})
    return Columns(table, Collector(sheet=table.sheet, header=table.header))


def test_position_of_repeated_headers() -> None:
    found = columns()
    assert [found.position("C/UC", number) for number in (1, 2, 3)] == [1, 2, None]


def test_cleaned_tells_once_and_remembers_what_is_used() -> None:
    found = columns()
    found.cleaned(0)
    assert found.used == set()
    found.cleaned(0, "incident_date")
    assert (found.used, len(found.collector.found)) == ({0}, 1)
