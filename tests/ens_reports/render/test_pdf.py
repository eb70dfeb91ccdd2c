from datetime import date
from pathlib import Path

import pypdf
import pytest

from ens_reports.errors import ToolError
from ens_reports.render import pdf

DAY = date(2025, 12, 31)
HEAD = '#set document(title: "T")\n#set text(font: "IBM Plex Sans", fallback: false)\n'


def source(folder: Path, text: str) -> Path:
    path = folder / "a.typ"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_the_date_is_the_one_that_is_given(tmp_path: Path) -> None:
    pdf.compile_pdf(source(tmp_path, "= A"), tmp_path / "a.pdf", day=DAY)

    assert "D:20251231000000Z" == pypdf.PdfReader(tmp_path / "a.pdf").metadata["/CreationDate"]


def test_nothing_outside_the_folder_can_be_read(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret").write_text("canary")
    with pytest.raises(ToolError, match=r"^typst must lay out the report, got: "):
        pdf.compile_pdf(source(inside, '#read("../secret")'), tmp_path / "a.pdf", day=DAY)


def test_a_picture_without_an_alternative_text_is_refused(tmp_path: Path) -> None:
    """PDF/UA-1 is checked while the file is made."""
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    with pytest.raises(ToolError, match=r"alt"):
        pdf.compile_pdf(source(tmp_path, '#image("a.svg")'), tmp_path / "a.pdf", day=DAY)


def test_version() -> None:
    assert pdf.version()[0].isdigit()
