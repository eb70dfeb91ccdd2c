"""Hostile and broken files without a package: CSV, JSON, Parquet, and what is no table at all."""
# ruff: noqa: E501 - a table of files, one on each line

import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from faults.cases import GOOD_CSV, LONG, MANY, content, hostile

GOOD = GOOD_CSV.encode()
GOOD_JSON = b'[{"incident_id": "CMR-1", "incident_date": "2025-03-04", "crime_area": "wildlife", "commodity": "ivory", "quantity": 3, "unit": "kg"}]'

content("empty.csv", b"", "file_empty", name="empty")
content("blanks.csv", b" \r\n\t\n", "file_empty", name="only_blanks")
content("mark.csv", b"\xef\xbb\xbf", "file_empty", name="only_a_byte_order_mark")
content("cut.csv", GOOD[:-18], "rows_short", "quotes_unbalanced", name="csv_cut_within_a_row")
content("quote.csv", GOOD + b'CMR-3,2025-03-06,CMR,wildlife,"pango', "quotes_unbalanced", name="csv_cut_within_quotes")
content("nul.csv", GOOD.replace(b"pangolin", b"pang\0olin"), "nul_characters", name="nul_in_csv")
content(
    "half.csv", GOOD.replace(b"pangolin", b"pang\xed\xa0\x80olin"), "characters_lost", "encoding_guessed", name="half_a_character_in_csv"
)
content("half16.csv", GOOD_CSV.replace("ivory", "iv\ud800ory").encode("utf-16", "surrogatepass"), "characters_lost", name="half_in_utf_16")
content("x.csv", b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 40, "format_unknown", name="program_as_csv")
content("x.xlsx", b"MZ\x90\0\x03\0\0\0" + bytes(range(32)) * 40, "format_unknown", name="program_as_workbook")
content("x.pdf", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", "format_unknown", name="pdf")
content("scan.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "format_unknown", name="image_as_csv")
content("scan.xls", b"GIF89a" + bytes(range(32)) * 20, "format_unknown", name="gif_as_workbook")
content("x.csv.gz", b"\x1f\x8b\x08\0" + b"\0" * 50, "format_unknown", name="gzip")
content("x.rar", b"Rar!\x1a\x07\x01\0" + b"\0" * 50, "format_unknown", name="rar")
content("x.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 50, "format_unknown", name="seven_zip")
content("mail.eml", b"From: a@example.org\nSubject: table\n\nIt is attached.\n", "contract_unknown", "header_not_found", name="mail")
content("page.xls", b"<html><script>alert(1)</script><p>Please sign in</p></html>", "page_without_table", name="page_without_table")
content("x.json", b'[{"a": 1}, {"b":', "json_damaged", name="json_cut")
content("x.json", b'[{"a": 1' + b"0" * 5000 + b"}]", "contract_unknown", name="number_of_5000_digits")
content("x.json", GOOD_JSON.replace(b": 3", b": 1e400"), "number_too_large", "not_a_number", "number_unreadable", name="number_beyond_all")
content(
    "x.json",
    GOOD_JSON.replace(b": 3", b": " + b"9" * 400),
    "number_too_large",
    "not_a_number",
    "number_unreadable",
    name="number_of_400_digits",
)
content("x.json", GOOD_JSON.replace(b'"ivory"', b'"iv\\ud800ory"'), "characters_lost", name="half_a_character_in_json")
content("x.json", GOOD_JSON.replace(b'"ivory"', b'"iv\\u0000ory"'), "nul_characters", name="nul_in_json")
content("x.json", GOOD_JSON.replace(b'"unit"', b'"quantity"'), "names_repeated", name="name_twice_in_json")
content("x.json", b"[" * MANY, "file_damaged", "json_damaged", name="json_nested_a_million_deep")
content("x.json", b"[" * 5000 + b"1" + b"]" * 5000, "file_damaged", "json_without_records", name="json_nested_and_closed")
content("x.json", b'{"a":' * 900 + b"1" + b"}" * 900, "json_without_records", "contract_unknown", "file_damaged", name="objects_nested")
content(
    "x.json",
    b"{" + b",".join(b'"k%d":1' % key for key in range(200_000)) + b"}",
    "columns_too_many",
    "json_without_records",
    name="object_of_many_names",
)
content("x.geojson", b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Polygon","coordinates":'
        + b"[" * 3000 + b"]" * 3000 + b"}}]}", "file_damaged", "contract_unknown", name="coordinates_nested")  # fmt: skip
content("x.geojson", b'{"type":"FeatureCollection","features":[1,null]}', "json_without_records", name="features_that_are_none")
content("x.parquet", b"PAR1" + b"\xff" * 200 + b"PAR1", "file_damaged", name="parquet_of_nothing")
content("x.csv", b"=cmd|'/c calc'!A0,@SUM(1),+1,-1\n" + GOOD, name="formulas_in_csv")
content("x.csv", b"a" * 100 + b"\r" * 200_000 + b"b,c", name="line_ends_of_old")
content("x.csv", b'"' * 1_000_000, name="a_million_quotes")
content("x.csv", b'a,b\n"x,1\n' * 50_000, name="quotes_never_closed_often")
content("x.csv", GOOD + b"".join(b"T%d\n" % number for number in range(3)), name="titles_below")
content("x.csv", b"sep=\n" + GOOD, name="sep_line_without_sep")
content("x.csv", (GOOD_CSV + "A,\u202e2025,CMR,wildlife,x\u2028y,\x1b[31mred,kg\n").encode(), name="signs_of_terminals")
content("x.csv", GOOD.replace(b"commodity", b"\x1b[2J\x07\xe2\x80\xaecommodity"), name="header_that_clears_the_screen")
content("x.csv", ",".join(f"c{number}" for number in range(16_384)).encode() + b"\n1\n", "columns_too_many", name="csv_of_16384_columns")


@hostile("wide.csv", "columns_too_many", "cell_too_long")
def csv_of_a_million_columns(path: Path) -> None:
    path.write_bytes(b"incident_id" + b"," * MANY + b"\n1" + b"," * MANY + b"\n")


@hostile("tall.csv", "contract_unknown", "header_not_found")
def csv_of_a_million_tiny_rows(path: Path) -> None:
    path.write_bytes(b"n\n" + b"1\n" * MANY)


@hostile("breaks.csv", "header_not_found", "records_none", "file_empty", "contract_unknown")
def csv_of_line_ends_alone(path: Path) -> None:
    path.write_bytes(b"a,b\n" + b"\n" * 5 * MANY)


@hostile("line.csv", "cell_too_long", heavy=True)
def csv_with_a_line_of_400_mb(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(GOOD)
        for _ in range(LONG // MANY):
            stream.write(b"x" * MANY)


@hostile("cell.csv", "cell_too_long", "quotes_unbalanced", heavy=True)
def csv_with_a_quoted_cell_of_400_mb(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(GOOD + b'CMR-3,2025-03-06,CMR,wildlife,"')
        for _ in range(LONG // MANY):
            stream.write(b"x" * (MANY - 1) + b"\n")
        stream.write(b'",1,kg\n')


@hostile("first.csv", "cell_too_long", "columns_too_many", heavy=True)
def csv_that_is_one_line_of_400_mb(path: Path) -> None:
    with path.open("wb") as stream:
        for _ in range(LONG // MANY):
            stream.write(b"x,y;" * (MANY // 4))


@hostile("nul.csv", "format_unknown", "file_empty", "file_too_large", heavy=True)
def csv_of_400_mb_of_nuls(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(LONG)


@hostile("cell.json", "file_too_large", "cell_too_long", heavy=True)
def json_with_a_text_of_400_mb(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(b'[{"incident_id": "')
        for _ in range(LONG // MANY):
            stream.write(b"x" * MANY)
        stream.write(b'"}]')


@hostile("list.json", "memory_too_small", "file_too_large", "reader_ended", "json_without_records", "contract_unknown")
def json_of_many_empty_objects(path: Path) -> None:
    path.write_bytes(b"[" + b"{}," * 8 * MANY + b"{}]")


@hostile("cut.parquet", "file_damaged")
def parquet_cut(path: Path) -> None:
    path.write_bytes(_parquet(pa.table({"a": list(range(1000))}))[:-200])


@hostile("many.parquet", "cells_too_many", "file_unpacks_too_large", "memory_too_small")
def parquet_of_a_billion_rows(path: Path) -> None:
    """A page of one value repeated takes a few bytes for any number of rows."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * MANY, pa.int8()), pa.array(["x" * 1000]))
    table = pa.table({f"c{number}": column for number in range(4)})
    with pq.ParquetWriter(path, table.schema) as writer:
        for _ in range(50):
            writer.write_table(table)


@hostile("wide.parquet", "columns_too_many")
def parquet_of_5000_columns(path: Path) -> None:
    path.write_bytes(_parquet(pa.table({f"c{number}": [1] for number in range(5000)})))


@hostile("cell.parquet", "text_too_long")
def parquet_with_a_text_of_400_mb(path: Path) -> None:
    pq.write_table(pa.table({"incident_id": pa.array(["x" * LONG])}), path, compression="zstd", use_dictionary=False)


@hostile("nested.parquet")
def parquet_of_nested_lists(path: Path) -> None:
    path.write_bytes(_parquet(pa.table({"a": [[[["x"]]], [None]], "b": [{"c": {"d": 1}}, None], "e": [b"\xff\xfe", b"x"]})))


def _parquet(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    return buffer.getvalue()
