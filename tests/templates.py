"""Templates filled in as an officer would, and saved again by an office program."""

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data_contracts.fields import Field
from data_contracts.publish.groups import groups
from data_contracts.publish.samples import sample
from data_contracts.publish.shown import label
from data_contracts.publish.template_cover import COVER, cover_fields
from data_contracts.publish.template_data import FIRST
from data_contracts.publish.template_style import NAMES
from data_contracts.registry import Contract
from ens_reports import published

ROWS = 3
SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="soffice is missing: apt-get install libreoffice-calc-nogui")
DATA_SHEET = 3
"""Its place among the sheets, from 1."""
FILTERS = {"csv": f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{DATA_SHEET}"}
"""How an office program is asked for a format; by its ending where that is enough."""


def fill(path: Path, contract: Contract, language: str) -> Path:
    """A template with good records: three rows, each with a date written in another way, and the cover."""
    published.write_template(contract.name, language=language, out=path)
    book = openpyxl.load_workbook(path)
    values = sample(contract)
    columns = [field for group in groups(contract) for field in group.fields]
    for row in range(ROWS):
        for column, field in enumerate(columns, start=1):
            book[NAMES["data"][language]].cell(FIRST + 1 + row, column, _cell(field, values[field.name], contract, (row, language)))
    _cover(book[NAMES["cover"][language]], language)
    book.save(path)
    return path


def converted(paths: list[Path], ending: str, folder: Path) -> list[Path]:
    """The same files, saved by LibreOffice in another format, in one go."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / ending
    command = [SOFFICE, profile, "--headless", "--convert-to", FILTERS.get(ending, ending), "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - the program that was looked for
    return sorted(out.glob(f"*.{ending}"))


def _cell(field: Field, value: str, contract: Contract, where: tuple[int, str]) -> object:
    row, language = where
    if field.name == "return_year":
        return int(value) - row
    if field.name == contract.number:
        return f"2025-{row + 1:04d}"
    if field.kind == "date" and len(value) == len("2025-03-14") and contract.name != "capacity":
        day = date.fromisoformat(value)
        return (value, day, datetime(day.year, day.month, day.day))[row]  # noqa: DTZ001 - a cell has no time zone
    if field.numeric:
        return float(value) if "." in value else int(value)
    return label(value, field, language)


def _cover(page: Worksheet, language: str) -> None:
    voice = published.voice(language)
    values = sample(COVER) | {"nil_return": "mining", "reply_language": language}
    fields = {voice.text(field.label): field for field in cover_fields()}
    for row in range(1, page.max_row + 1):
        field = fields.get(str(page.cell(row, 1).value))
        if field is not None:
            page.cell(row, 2, label(values[field.name], field, language))
