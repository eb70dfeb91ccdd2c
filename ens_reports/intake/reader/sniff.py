"""What a file really is, by its first bytes, whatever its name says."""

import io
import zipfile
import zlib

from ens_reports.intake.reader.grid import UnreadableError

FORMATS = ("csv", "tsv", "xlsx", "xls", "ods", "json", "geojson", "parquet")
ENCRYPTED_WORKBOOK = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
OTHER_KINDS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"SQLite format 3", "database"),
)
MAX_UNPACKED_BYTES = 600_000_000
"""Declared size of a workbook's parts: a zip bomb is a few kB and unpacks to gigabytes."""
CONTROL_SHARE = 0.05


def sniff(content: bytes) -> str:
    """The format of a file.

    Args:
        content: The whole file.

    Returns:
        `text`, `json`, `xlsx`, `xls`, `ods` or `parquet`.

    Raises:
        UnreadableError: It is empty, protected, too large unpacked, or of a kind that is not read.
    """
    if not content.strip():
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
    start = content[:1000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    return "json" if start in {b"{", b"["} else "text"


def _package(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            size = sum(item.file_size for item in package.infolist())
            kind = package.read("mimetype").decode(errors="replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("file_damaged", reason="end_missing") from error
    if size > MAX_UNPACKED_BYTES:
        raise UnreadableError("file_unpacks_too_large", size=f"{size // 1_000_000} MB")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "opendocument.spreadsheet" in kind:
        return "ods"
    raise UnreadableError("format_unknown", kind="package")


def _compound(content: bytes) -> str:
    if ENCRYPTED_WORKBOOK in content:
        raise UnreadableError("password_needed")
    if any(stream in content for stream in WORKBOOK_STREAMS):
        return "xls"
    raise UnreadableError("format_unknown", kind="office")


def _check_is_text(content: bytes) -> None:
    """Refuse what is neither text nor known; UTF-16 has NULs but hardly any other control character."""
    sample = content[:20_000]
    control = sum(1 for byte in sample if byte < 32 and byte not in b"\0\t\n\r\x0b\x0c\x1a\x1b")  # noqa: PLR2004 - 32 is the blank
    if control > CONTROL_SHARE * len(sample):
        raise UnreadableError("format_unknown", kind="binary")
