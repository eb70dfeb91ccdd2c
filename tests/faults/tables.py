"""Tables of every nasty kind, as files of each format: strategies for hypothesis."""
# ruff: noqa: E501, RUF001 - the signs that a table of nasty texts is made of

import csv
import io
import json
from dataclasses import dataclass
from datetime import date

import xlsxwriter
from faults.packages import ods, ods_row
from hypothesis import strategies as st

from data_contracts.registry import CONTRACTS
from ens_reports.intake.sheets.identify import synonyms

FIELDS = sorted({field for contract in CONTRACTS.values() for field in contract.fields})
HEADERS = sorted(synonyms())
NASTY = (
    "", " ", "\u00a0", "NA", "N/A", "-", "?", "0", "00", "-0", "1e400", "-1E-400", "9" * 400, "1" + "0" * 30, "NaN", "Infinity", "1,5", "1.234,56", "1'000",
    "12,5 kg et 3 pièces", "environ 12 kg", "2 à 3", "plus de 50", "néant", "idem", "F CFA", "50 %", "١٢٫٥", "۱۲", "½", "2025-02-30", "31/12/2024",
    "12/31/2024", "03/04/2025", "2025", "2025-03", "45000", "1741046400000", "0000-00-00", "mars 2024", "٣/٤/٢٠٢٥", "24:61", "CMR", "Cameroun", "NAM", "XXX",
    "Côte d’Ivoire", "Kenya; Uganda", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A0", "<script>alert(1)</script>", "{field}", "{", "}", "{{n}}",
    "%s%n", "../../etc", "\x00", "\x1b[2J", "\u202eabc", "\u2028", "\ufeff", "\ufffd", "a\nb", "a\r\nb", '"', '""', "'", ";", ",", "|", "x" * 2000, "😀",
    "e\u0301", "Ã©", "Ù…Ø­", "total", "Total:", "wildlife", "ivory", "kg", "0°", "12°30'45\"N", "91", "-181", "0,0", "yes", "oui", "نعم", "#DIV/0!", "#N/A",
)  # fmt: skip
FORMATS = ("csv", "csv", "xlsx", "ods", "json")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1256", "utf-32")


@dataclass(frozen=True, kw_only=True)
class File:
    """A file to be sent.

    Attributes:
        name: What it is called.
        content: Its bytes.
    """

    name: str
    content: bytes

    def __repr__(self) -> str:
        """Short: the bytes are kept where a case fails."""
        return f"{self.name} ({len(self.content)} bytes)"


header = st.one_of(st.sampled_from(FIELDS), st.sampled_from(FIELDS), st.sampled_from(HEADERS), st.sampled_from(NASTY), st.text(max_size=12))
cell = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(NASTY),
    st.text(max_size=20),
    st.text(st.characters(min_codepoint=0, max_codepoint=0xFFFF), max_size=8),
    st.dates().map(str),
    st.floats().map(repr),
    st.integers().map(str),
)


CORE = (
    ("incident_id", st.integers(1, 9).map(str)),
    ("incident_date", st.dates(date(2019, 1, 1), date(2025, 12, 31)).map(str)),
    ("crime_area", st.sampled_from(("wildlife", "forestry", "fisheries", "pollution", "mining"))),
    ("commodity", st.sampled_from(("ivory", "pangolin", "wood", "gold", "oil"))),
    ("quantity", st.integers(0, 5000).map(str)),
    ("unit", st.sampled_from(("kg", "piece", "t", "m3"))),
)
"""Columns with values that are right, so that rows are taken in."""


@st.composite
def files(draw: st.DrawFn) -> File:
    """A table as a file; most have columns that are known, and cells that are right more often than not."""
    known = CORE if draw(st.integers(0, 3)) else ()
    heads = [name for name, _ in known] + draw(st.lists(header, min_size=0 if known else 1, max_size=8))
    cells = [st.one_of(right, right, right, right, right, right, cell) for _, right in known] + [cell] * (len(heads) - len(known))
    rows = draw(st.lists(st.tuples(*cells).map(list), min_size=1 if known else 0, max_size=8))
    for row in rows[: draw(st.sampled_from((0, 0, 0, 1, 2)))]:
        row[draw(st.integers(0, len(row))) :] = draw(st.lists(cell, max_size=2))
    titles = draw(st.lists(st.lists(cell, max_size=2), max_size=2)) if draw(st.booleans()) else []
    kind = draw(st.sampled_from(FORMATS))
    if kind == "csv":
        return _csv(draw, [*titles, heads, *rows])
    if kind == "json":
        return File(name="x.json", content=_json(draw, heads, rows))
    return File(name=f"x.{kind}", content=_xlsx(draw, [*titles, heads, *rows]) if kind == "xlsx" else _ods([*titles, heads, *rows]))


def _csv(draw: st.DrawFn, rows: list[list[str]]) -> File:
    buffer = io.StringIO(newline="")
    ends, quoting = draw(st.sampled_from(("\n", "\r\n", "\r"))), draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONE)))
    writer = csv.writer(buffer, delimiter=draw(st.sampled_from(",;\t|")), lineterminator=ends, quoting=quoting, escapechar="\\")
    for row in rows:
        writer.writerow(row if row != [""] else [])  # the writer refuses one empty cell without quotes
    return File(
        name=draw(st.sampled_from(("x.csv", "x.tsv", "x.txt"))),
        content=buffer.getvalue().encode(draw(st.sampled_from(ENCODINGS)), "replace"),
    )


def _json(draw: st.DrawFn, heads: list[str], rows: list[list[str]]) -> bytes:
    records: object = [dict(zip(heads, row, strict=False)) for row in rows]
    shape = draw(st.sampled_from(("list", "columns", "features", "lines", "table")))
    if shape == "lines":
        return "\n".join(json.dumps(record) for record in records).encode()  # type: ignore[attr-defined]
    if shape == "columns":
        records = {name: [row[place] if place < len(row) else None for row in rows] for place, name in enumerate(heads)}
    if shape == "features":
        point = {"type": "Point", "coordinates": [draw(st.floats()), draw(st.floats())]}
        features = [{"type": "Feature", "properties": record, "geometry": point} for record in records]  # type: ignore[attr-defined]
        records = {"type": "FeatureCollection", "features": features}
    if shape == "table":
        records = [heads, *rows]
    return json.dumps(records, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


def _xlsx(draw: st.DrawFn, rows: list[list[str]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"nan_inf_to_errors": True, "in_memory": True}) as book:
        styles = [book.add_format({"num_format": code}) for code in ("0%", "yyyy", '0" kg"', "00000", "dd/mm/yyyy", "#,##0,")]
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                kind = draw(st.integers(0, 9))
                if kind < 7:
                    sheet.write_string(number, column, text[:32_000].encode("utf-8", "replace").decode())
                elif kind == 7:
                    sheet.write_number(
                        number, column, draw(st.floats(allow_nan=False, allow_infinity=False)), draw(st.sampled_from(styles))
                    )
                elif kind == 8:
                    sheet.write_formula(number, column, "=1/0", value=draw(st.sampled_from(("#DIV/0!", "", "5"))))
        if draw(st.booleans()):
            sheet.merge_range(1, 0, draw(st.integers(2, 4)), draw(st.integers(0, 2)), "merged")
    return buffer.getvalue()


def _ods(rows: list[list[str]]) -> bytes:
    clean = [
        ["".join(sign for sign in text if sign >= " " and not 0xD800 <= ord(sign) < 0xE000 and ord(sign) < 0xFFFE) for text in row]
        for row in rows
    ]
    return ods("".join(ods_row(row) for row in clean))
