from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from ens_reports.errors import RequestError
from ens_reports.intake.desk import Desk
from ens_reports.intake.mappings.mapping import load_mappings
from ens_reports.intake.reader.grid import Note
from ens_reports.intake.sheets.cover import CoverRead
from ens_reports.intake.sheets.identify import Asked
from ens_reports.intake.sheets.recognise import file_findings, sort_sheets
from ens_reports.intake.source import Sheet, Source
from ens_reports.params import load
from ens_reports.store import Cover

ROOT = Path(__file__).parents[4]
OWN = (["Case number", "Date", "Species", "Quantity"], ["1", "2024", "Manis spp.", "3"])


def sheet(name: str, *rows: list[str]) -> Sheet:
    cells = pd.DataFrame(list(rows), index=range(1, len(rows) + 1), dtype="str")
    return Sheet(name=name, cells=cells)


def source(*sheets: Sheet, notes: tuple[Note, ...] = ()) -> Source:
    return Source(format="xlsx", sheets=sheets, notes=notes, encoding="", delimiter="", unreadable="", unreadable_values={})


def desk(**asked: str) -> Desk:
    mappings = load_mappings(ROOT / "params" / "mappings")
    return Desk(project=load(ROOT), mappings=mappings, asked=Asked(**asked), today=date(2026, 1, 1))


def test_sheets_are_sorted_and_the_cover_is_neither() -> None:
    found = sort_sheets(source(sheet("Cover", ["period_from", "2024"]), sheet("Data", *OWN), sheet("Notes", ["x"])), "KEN", desk())
    assert [(item.table.sheet.name, item.contract.name) for item in found.records] == [("Data", "wildlife")]
    assert ([item.name for item in found.others], found.headed, found.rows) == (["Notes"], 0, 1)


def test_without_a_party_only_a_mapping_can_tell() -> None:
    found = sort_sheets(source(sheet("Data", *OWN)), "", desk())
    assert (found.records, found.headed, found.rows) == ((), 1, 1)


def test_a_contract_that_is_asked_for_is_taken() -> None:
    assert sort_sheets(source(sheet("Data", *OWN)), "KEN", desk(contract="incidents")).records[0].contract.name == "incidents"


def test_a_mapping_that_is_asked_for_must_exist() -> None:
    with pytest.raises(RequestError):
        sort_sheets(source(sheet("Data", *OWN)), "KEN", desk(mapping="helkom"))


def test_a_legend_beside_the_sheet_that_a_mapping_means_is_not_read_by_it() -> None:
    """Its rows would be told as records without a date; a sheet alone is read by the mapping whatever it shares with it."""
    helcom = ["Country", "Year", "Spill_ID", "Date", "Time", "Latitude", "Longitude", "Wind_speed__"]
    legend = (["Abbreviation", "Meaning", "Remark", "Since"], ["T.H.", "a title", "-", "2020"], ["POA", "a plan", "-", "2021"])
    data = sheet("Data", helcom, ["Finland", "2014", "1", "02.03.2014", "09:56", "60.1", "24.9", "3"])
    found = sort_sheets(source(sheet("Legend", *legend), data), "IGO", desk(mapping="helcom"))
    assert [item.table.sheet.name for item in found.records] == ["Data"]
    assert ([item.name for item in found.others], found.rows) == (["Legend"], 2)
    assert len(sort_sheets(source(sheet("Legend", *legend)), "IGO", desk(mapping="helcom")).records) == 1


def test_notes_of_the_reader_are_told_by_column() -> None:
    note = Note(check="cells_with_errors", sheet="Data", cells=((5, 2), (3, 2), (4, 1)))
    found = file_findings(source(sheet("Data", *OWN), notes=(note,)), CoverRead(cover=Cover(), present=False))
    assert [(item.finding.check, item.addresses()) for item in found] == [
        ("cells_with_errors", ("Data!A4",)),
        ("cells_with_errors", ("Data!B3", "Data!B5")),
        ("cover_missing", ()),
    ]


def test_pages_of_our_templates_are_not_told_as_unread_and_give_every_column_its_format() -> None:
    page, note = sheet("Mode d'emploi", ["ENS template · wildlife · 2 · fr", "x"]), Note(check="formats_not_seen")
    given = CoverRead(cover=Cover(), present=True)

    sorted_sheets = sort_sheets(source(sheet("Data", *OWN), page), "KEN", desk())

    assert (len(sorted_sheets.records), sorted_sheets.others) == (1, ())
    assert file_findings(source(sheet("Data", *OWN), page, notes=(note,)), given) == ()
    assert [item.finding.check for item in file_findings(source(sheet("Data", *OWN), notes=(note,)), given)] == ["formats_not_seen"]
