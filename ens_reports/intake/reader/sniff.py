"""What a file really is, by its first bytes, whatever its name says."""

import re
import zipfile

from ens_reports.intake.reader.encoding import stated_encoding
from ens_reports.intake.reader.grid import UnreadableError
from ens_reports.intake.reader.package import BROKEN, open_package

FORMATS = ("csv", "tsv", "xlsx", "xlsb", "xls", "ods", "json", "geojson", "parquet")
ENCRYPTED_WORKBOOK = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
OTHER_KINDS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"SQLite format 3", "database"),
    (b"{\\rtf", "office"),
)
BESIDE = ("__MACOSX/", ".DS_Store", "Thumbs.db")
"""What programs put into archives beside the file that is meant."""
CONTROL_SHARE = 0.05
SEEN_BYTES = 20_000
PAGE = re.compile(rb"<(?:!doctype html|html|head|meta|body|table|style|div|center)\b", re.IGNORECASE)
SHEETS_AS_XML = b"urn:schemas-microsoft-com:office:spreadsheet"


def sniff(content: bytes) -> str:
    """The format of a file.

    Args:
        content: The whole file, or its beginning for a text.

    Returns:
        `text`, `json`, `xlsx`, `xlsb`, `xls`, `ods`, `parquet`, `html`, `xml` (a workbook of Excel 2003) or `archive` (with one file).

    Raises:
        UnreadableError: It is empty, protected, too large unpacked, or of a kind that is not read.
    """
    start = content[:SEEN_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start and not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UnreadableError("file_empty")
    for beginning, kind in OTHER_KINDS:
        if content.startswith(beginning):
            raise UnreadableError("format_unknown", kind=kind)
    if content.startswith(b"PK"):
        return _package(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(content)
    if content.startswith(b"PAR1"):
        return "parquet"
    _check_is_text(content)
    if start.startswith(b"<"):
        return _markup(start)
    return "json" if start[:1] in {b"{", b"["} else "text"


def single_member(package: zipfile.ZipFile) -> str:
    """Name of the one file in an archive.

    Args:
        package: The archive.

    Raises:
        UnreadableError: There are none or several.
    """
    names = [name for name in package.namelist() if not name.endswith("/") and not any(mark in name for mark in BESIDE)]
    if len(names) != 1:
        raise UnreadableError("archive_not_single", number=str(len(names)))
    return names[0]


def _package(content: bytes) -> str:
    with open_package(content) as package:
        names = set(package.namelist())
        try:
            kind = package.read("mimetype").decode(errors="replace") if "mimetype" in names else ""
        except BROKEN as error:
            raise UnreadableError("file_damaged", reason="part_missing") from error
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "xl/workbook.bin" in names:
            return "xlsb"
        if "opendocument.spreadsheet" in kind:
            return "ods"
        if kind or "[Content_Types].xml" in names or "word/document.xml" in names:
            raise UnreadableError("format_unknown", kind="office")
        single_member(package)
    return "archive"


def _compound(content: bytes) -> str:
    if ENCRYPTED_WORKBOOK in content:
        raise UnreadableError("password_needed")
    if any(stream in content for stream in WORKBOOK_STREAMS):
        return "xls"
    raise UnreadableError("format_unknown", kind="office")


def _check_is_text(content: bytes) -> None:
    """Refuse what is neither text nor known: hardly any other control character stands in a text than line ends and tabs."""
    sample = content[:SEEN_BYTES]
    encoding, _ = stated_encoding(sample)
    signs = sample.decode(encoding or "latin-1", errors="replace")
    control = sum(1 for sign in signs if sign < " " and sign not in "\0\t\n\r\x0b\x0c\x1a\x1b")
    if control > CONTROL_SHARE * len(signs) or not sample.strip(b"\0"):
        raise UnreadableError("format_unknown", kind="binary")


def _markup(start: bytes) -> str:
    """Web systems give tables as pages or as XML, and call them .xls."""
    if SHEETS_AS_XML in start:
        return "xml"
    if PAGE.search(start):
        return "html"
    if start.startswith(b"<?xml"):
        raise UnreadableError("format_unknown", kind="markup")
    return "text"
