import io
import zipfile

import pytest
import xlsxwriter

from ens_reports.intake.reader import package as module
from ens_reports.intake.reader.grid import UnreadableError
from ens_reports.intake.reader.sniff import sniff


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return buffer.getvalue()


def workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet().write(0, 0, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"date;place\n", "text"),
        ("date;place\n".encode("utf-16"), "text"),
        ("\u0627\u0644\u062a\u0627\u0631\u064a\u062e;\u0645\n".encode("utf-16"), "text"),
        (b'\xef\xbb\xbf [{"a":1}]', "json"),
        (b"PAR1...", "parquet"),
        (b"\n<TABLE border=1><tr>", "html"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml"),
        (b"<5 kg;place\n", "text"),
        (packed(data__list=b"a;b"), "archive"),
        (packed(xl__workbook_bin=b""), "xlsb"),
        (workbook(), "xlsx"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "xls"),
    ],
)
def test_sniff(content: bytes, kind: str) -> None:
    assert sniff(content) == kind


@pytest.mark.parametrize(
    ("content", "check", "values"),
    [
        (b"", "file_empty", {}),
        (b" \r\n \n", "file_empty", {}),
        (b"%PDF-1.7", "format_unknown", {"kind": "pdf"}),
        (b"\x89PNG\r\n", "format_unknown", {"kind": "image"}),
        (packed(word__document_xml=b"<w/>"), "format_unknown", {"kind": "office"}),
        (packed(a_xml=b"x", b_xml=b"x"), "archive_not_single", {"number": "2"}),
        (b"<?xml version='1.0'?><gml/>", "format_unknown", {"kind": "markup"}),
        (b"\xef\xbb\xbf", "file_empty", {}),
        (bytes(range(1, 32)) * 40, "format_unknown", {"kind": "binary"}),
        (workbook()[:-200], "file_damaged", {"reason": "end_missing"}),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password_needed", {}),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "format_unknown", {"kind": "office"}),
    ],
)
def test_sniff_says_why_not(content: bytes, check: str, values: dict[str, str]) -> None:
    with pytest.raises(UnreadableError) as caught:
        sniff(content)
    assert (caught.value.check, caught.value.values) == (check, values)


def test_sniff_refuses_a_zip_bomb_by_its_declared_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_UNPACKED_BYTES", 5_000_000)
    bomb = packed(xl__workbook_xml=b"0" * 6_000_000)
    assert len(bomb) < 20_000
    with pytest.raises(UnreadableError) as caught:
        sniff(bomb)
    assert (caught.value.check, caught.value.values) == ("file_unpacks_too_large", {"size": "6 MB"})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_json_is_seen_in_every_unicode(encoding: str) -> None:
    assert sniff(' [{"a": 1}]'.encode(encoding)) == "json"
