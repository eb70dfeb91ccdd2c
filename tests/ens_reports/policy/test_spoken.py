import io
from pathlib import Path

import pypdf
import pypdfium2
import typst

from ens_reports.policy.readable import texts as of_file
from ens_reports.policy.spoken import texts

SOURCE = """
#set document(title: "t")
#set text(lang: "en")
= A heading
#figure(image("a.svg", alt: "instead of a figure"), caption: "shown")
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def tagged(folder: Path) -> bytes:
    (folder / "a.svg").write_text(SVG)
    (folder / "a.typ").write_text(SOURCE)
    return typst.compile(folder / "a.typ", pdf_standards="ua-1")


def test_what_is_said_instead_of_a_figure_is_read(tmp_path: Path) -> None:
    pdf = tagged(tmp_path)
    document = pypdfium2.PdfDocument(pdf)
    assert [text for page in document for text in texts(page)] == ["A heading", "instead of a figure"]
    document.close()
    assert "instead of a figure" in set(of_file("a.pdf", pdf))


def test_a_pdf_without_structure_says_nothing() -> None:
    writer, buffer = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(10, 10)
    writer.write(buffer)
    (page,) = pypdfium2.PdfDocument(buffer.getvalue())
    assert list(texts(page)) == []
