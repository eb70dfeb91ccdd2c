"""Every injection in every text field of every contract comes back to its sender as text: in the workbook and on the pages."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hostile_report import Page
from injections import INJECTIONS, Injection

from data_contracts.publish.synth import synth
from data_contracts.registry import SENT
from ens_reports import intake, params
from ens_reports.locales.hidden import HIDDEN

ROOT = Path(__file__).parents[4]
ROWS = len(INJECTIONS)
FEW = {"capacity": 20}
"""A country sends one a year."""
NO_XML = "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\r")


@pytest.fixture(scope="module", params=sorted(SENT))
def contract(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module", params=["csv", "xlsx"])
def pack(request: pytest.FixtureRequest, contract: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The feedback on a file in which every free field, each heading beside them, and a line below are injections."""
    folder = tmp_path_factory.mktemp("pack")
    path = folder / f"{contract}.{request.param}"
    WRITERS[request.param](path, _rows(contract))
    intake.check(path, project=params.load(ROOT), party="KEN", contract=contract, today=date(2026, 1, 20), pack=folder / "pack")
    return folder / "pack"


def test_no_cell_of_the_workbook_is_more_than_text(pack: Path) -> None:
    book = openpyxl.load_workbook(pack / "feedback.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert [] == [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert [] == [cell.coordinate for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert [] == [cell.coordinate for cell in cells if isinstance(cell.value, str) and HIDDEN.search(cell.value)]
    assert [] == [cell.coordinate for cell in cells if str(cell.value)[:1] in "=+-@" and not cell.quotePrefix and cell.data_type == "s"]


def test_the_workbook_shows_each_as_it_was_written(pack: Path, contract: str) -> None:
    """But for what does not come so far: the reader takes out zeros and tells of them, and XML has no form of most controls."""
    book = openpyxl.load_workbook(pack / "feedback.xlsx")
    read = {" ".join(str(cell.value).split()) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value}

    lost = "\x00" if (pack.parent / f"{contract}.csv").is_file() else NO_XML
    sent = [Injection(one.kind, one.text.translate(dict.fromkeys(map(ord, lost)))) for one in INJECTIONS[: FEW.get(contract, ROWS)]]
    assert [] == [one.text for one in sent if not any(one.shown in text for text in read)]


def test_the_workbook_reaches_nothing_outside(pack: Path) -> None:
    with zipfile.ZipFile(pack / "feedback.xlsx") as package:
        parts = {name: package.read(name) for name in package.namelist()}

    assert [] == [name for name in parts if "externalLink" in name or "vba" in name.lower()]
    assert [] == [name for name, content in parts.items() if b'TargetMode="External"' in content]


@pytest.mark.parametrize("name", ["feedback.html", "receipt.html"])
def test_pages_run_and_fetch_nothing(pack: Path, name: str) -> None:
    page = Page(pack / name)

    assert page.live == []
    assert page.tags.isdisjoint({"script", "iframe", "img", "link", "base", "object", "embed", "form"})
    assert not HIDDEN.search((pack / name).read_text(encoding="utf-8"))


def _rows(contract: str) -> list[list[str]]:
    rows = FEW.get(contract, ROWS)
    frame = synth(contract, country="KEN", rows=rows, seed=1, years=range(2021, 2026)).fillna("")
    fields = SENT[contract].fields.values()
    free = [field.name for field in fields if field.kind in {"text", "list"} and not field.codes and not field.pattern]
    texts = [one.text for one in INJECTIONS][:rows]
    frame = frame.assign(**{name: texts for name in free if name not in SENT[contract].key})
    heads = [
        *frame.columns,
        *(f"{one.text} {number}" for number, one in enumerate(INJECTIONS) if number % 7 == 0 or one.kind == "direction"),
    ]
    extra = [texts[number % rows] for number in range(len(heads) - len(frame.columns))]
    return [heads, *([*row, *extra] for row in frame.astype("str").itertuples(index=False, name=None))]


def _csv(path: Path, rows: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    path.write_text(buffer.getvalue(), encoding="utf-8", newline="")


def _xlsx(path: Path, rows: list[list[str]]) -> None:
    """As text: characters that XML has no form of are left out, since no workbook can bring them."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("records")
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    book.save(path)


def _cell(sheet: object, text: str) -> object:
    cell = openpyxl.cell.WriteOnlyCell(sheet, openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell


WRITERS = {"csv": _csv, "xlsx": _xlsx}
