import base64
import io
import json
from pathlib import Path

import pypdf
import pytest
import xlsxwriter
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from sample_report import sample

from ens_reports.policy.readable import pages, texts
from ens_reports.render.embedded import Embedded

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg"><title>In a title</title><metadata>In metadata</metadata>'
    '<path d="M 12345678 1" id="a-name"/><text>In text</text><!-- In a comment --></svg>'
)
BLOCKS = (
    "p", "li", "td", "th", "dt", "dd", "div", "tr", "table", "ul", "ol", "dl", "section", "figure", "figcaption", "title", "h1", "h2", "h3",
)  # fmt: skip


def read(name: str, content: bytes) -> str:
    return "\n".join(texts(name, content))


def a_png() -> bytes:
    info = PngInfo()
    info.add_text("Comment", "taken by KEN-0042")
    buffer = io.BytesIO()
    Image.new("L", (1, 1)).save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()


def a_workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"subject": "in properties"})
        sheet = book.add_worksheet("sheet name")
        sheet.write_row(0, 0, ["permit_no", "quantity"])
        sheet.write_row(1, 0, ["77", 36.81234567])
        sheet.write(2, 1, 5)
        sheet.write_comment(1, 0, "in a comment")
    return buffer.getvalue()


def a_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(100, 100)
    writer.add_metadata({"/Subject": "in metadata"})
    above = writer.add_outline_item(title="in the outline", page_number=page)
    writer.add_outline_item(title="below it", page_number=page, parent=above)
    writer.add_attachment("own.xlsx", a_workbook())
    writer.add_attachment("manifest.json", json.dumps({"edition": "in an attachment"}).encode())
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_page_is_read_in_blocks_with_attributes_and_comments() -> None:
    markup = '<div title="in an attribute"><p>K<b>EN</b>-1</p><p>next</p><!-- in a comment --></div>last'

    assert list(texts("a.html", markup.encode())) == ["a.html", "in an attribute", "KEN-1", "next", " in a comment ", "last"]


@pytest.mark.parametrize("tag", BLOCKS)
def test_a_text_ends_at_the_borders_of_a_block(tag: str) -> None:
    assert list(texts("a.html", f"before<{tag}>within</{tag}>after".encode()))[1:] == ["before", "within", "after"]


def test_a_cell_of_a_page_is_read_with_the_head_of_its_column() -> None:
    markup = "<table><tr><th>Case</th><th>Permit no.</th></tr><tr><td>1</td><td>77</td></tr></table>"

    assert "Permit no. 77" in texts("a.html", markup.encode())


def test_heads_are_those_of_the_same_table() -> None:
    first = "<table><tr><th>Case</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"

    assert list(texts("a.html", f"{first}<table><tr><td>77</td></tr></table>".encode()))[1:] == [
        "Case",
        "1",
        "Case 1",
        "2",
        "3",
        "Case 3",
        "77",
    ]


def test_numbers_of_a_layout_are_no_text() -> None:
    assert list(texts("a.html", b'<p style="width: 12345678" width="87654321" title="t">a</p>'))[1:] == ["t", "a"]


def test_of_a_drawing_names_and_texts_are_read_and_no_lines_or_references() -> None:
    inner = '<path d="M 1" id="k-1" fill="url(#p)"/><use href="#k-1"/> <text x="5" id="12345678">a</text>b'

    assert set(texts("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode())) == {"a.svg", "k-1", "a", "b"}


@pytest.mark.parametrize("encoded", [True, False])
def test_a_drawing_within_a_page_is_read(*, encoded: bool) -> None:
    data = ";base64," + base64.b64encode(SVG.encode()).decode() if encoded else "," + SVG.replace("#", "%23").replace('"', "'")
    said = read("a.html", f'<img src="data:image/svg+xml{data}">'.encode())

    assert all(text in said for text in ("In a title", "In metadata", "In text", "a-name", "In a comment"))
    assert "12345678" not in said


def test_a_text_that_only_begins_like_a_drawing_is_a_text() -> None:
    assert "<svg onload=x> KEN-0042" in read("a.json", json.dumps({"note": "<svg onload=x> KEN-0042"}).encode())


def test_a_notebook_is_read_with_its_outputs() -> None:
    block = {"kind": "figure", "svg": SVG}
    attached = {"name": "own.csv", "content_base64": base64.b64encode(b"case\nKEN-0043").decode()}
    table = {"columns": [{"label": "Permit no."}], "rows": [[{"text": "77"}]]}
    data = {
        "application/vnd.ens.block+json": [block, attached, table],
        "image/png": base64.b64encode(a_png()).decode(),
        "text/html": ["<p title='in html'>a\n", "b</p>"],
    }
    said = read("n.ipynb", json.dumps({"cells": [{"source": ["x = 1\n", "y = 'source'"], "outputs": [{"data": data}], "n": 12}]}).encode())

    for text in ("In metadata", "KEN-0043", "Permit no. 77", "Comment taken by KEN-0042", "in html", "x = 1\ny = 'source'", "n 12"):
        assert text in said
    assert "12345678" not in said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("77", ["77", "key 77"]),
        (77, ["key 77"]),
        (36.8, []),
        (True, []),
        (None, []),
        ([], []),
        (["a", "b"], ["a", "key a", "b", "key b"]),
        (["a\n", "b"], ["a\nb", "key a\nb"]),
        (["a\n", 1], ["a\n", "key a\n", "key 1"]),
        ("a" * 199, ["a" * 199, f"key {'a' * 199}"]),
        ("a" * 200, ["a" * 200, "key"]),
        ("data:text/plain,a%2Db", ["data", "a-b", "key"]),
        ({"columns": [{"label": "a"}], "rows": [[{"text": 7}, 8], ["x"]]}, ["a 7", "a", "label a", "text 7", "rows 8", "x", "rows x"]),
        ({"columns": ["a"], "rows": [[{"text": 7}]]}, ["a", "columns a", "text 7"]),
        ({"columns": [], "rows": 7}, ["rows 7"]),
    ],
)
def test_keys_are_read_with_their_values(value: object, said: list[str]) -> None:
    assert list(texts("m.json", json.dumps({"key": value}).encode()))[1:] == said


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("application/json", '{"permit_no": "77"}', "permit_no 77"),
        ("text/html", "<p title='in html'>a</p>", "in html"),
        ("image/svg+xml", SVG, "In metadata"),
        ("image/png", base64.b64encode(a_png()).decode(), "Comment taken by KEN-0042"),
        ("image/png", "no base64 of a picture", "no base64 of a picture"),
        ("image/jpeg", base64.b64encode(b"no picture").decode(), "no picture"),
    ],
)
def test_each_output_of_a_notebook_is_read_as_what_it_is(kind: str, value: str, said: str) -> None:
    assert said in texts("n.ipynb", json.dumps({"data": {kind: value}}).encode())


def test_a_picture_is_read_for_what_it_says_of_itself() -> None:
    assert "Comment taken by KEN-0042" in texts("a.png", a_png())
    assert "no picture" in texts("a.png", b"no picture")


def test_what_a_camera_writes_is_read() -> None:
    exif = Image.Exif()
    exif[0x010E] = "seen at KEN-0042"
    buffer = io.BytesIO()
    Image.new("L", (1, 1)).save(buffer, "JPEG", exif=exif)

    assert "ImageDescription seen at KEN-0042" in texts("a.jpg", buffer.getvalue())


def test_a_workbook_is_read_with_heads_names_and_properties_and_without_amounts() -> None:
    said = read("own.xlsx", a_workbook())

    for text in ("permit_no 77", "sheet name", "in properties", "in a comment"):
        assert text in said
    assert "81234567" not in said
    assert "permit_no " not in said.splitlines()


def test_an_empty_sheet_is_read() -> None:
    buffer = io.BytesIO()
    xlsxwriter.Workbook(buffer, {"in_memory": True}).close()

    assert "Sheet1" in texts("own.xlsx", buffer.getvalue())


def test_a_pdf_is_read_with_metadata_outline_and_attachments() -> None:
    said = read("r.pdf", a_pdf())

    for text in ("in metadata", "in the outline", "below it", "manifest.json", "edition in an attachment", "permit_no 77", "in properties"):
        assert text in said


def test_pages_are_one_text_each() -> None:
    assert pages(a_pdf()) == [""]


def test_a_pdf_is_read_as_far_as_it_can_be_mended() -> None:
    """One that says wrongly where its table stands is read by a reader that takes longer."""
    assert "in an attachment" in read("r.pdf", a_pdf().replace(b"startxref\n", b"startxref\n1"))


def test_what_is_not_known_is_read_as_text() -> None:
    assert list(texts("a.bin", b"KEN\n\xff")) == ["a.bin", "KEN", "\ufffd"]


def test_xmp_of_a_report_is_read(tmp_path: Path) -> None:
    rendered = Embedded().render(sample("en"), folder=tmp_path)
    said = read("report.pdf", rendered.pdf.read_bytes())

    assert "<dc:title>" in said
    assert "ENS-CTA-KEN-2025-1a2b3c4d" in said
