"""JSON, GeoJSON and Parquet: records with named columns, as text."""

import io
import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from ens_reports.intake.reader.encoding import decode
from ens_reports.intake.reader.grid import MAX_CELL_CHARS, MAX_COLUMNS, Grid, Note, Reading, UnreadableError

GEOMETRY_COLUMNS = ("geometry_longitude", "geometry_latitude")
"""Added to the properties of GeoJSON points."""
EXACT_WHOLE = 1e15
"""Whole numbers below this are held exactly."""
MAX_VALUES = 5_000_000
"""Rows times columns of Parquet; each value is held as text."""
MAX_UNFOLDED_BYTES = 250_000_000
PLAIN: dict[object, str] = {None: "", True: "true", False: "false"}


def read_json(content: bytes) -> Reading:
    """Read JSON: a list of records, an object that holds one, or GeoJSON features.

    Args:
        content: The whole file.

    Returns:
        One grid with the records' names as header.

    Raises:
        UnreadableError: It is not JSON, or holds no list of records.
    """
    decoded = decode(content)
    try:
        document, repeated = _load(decoded.text)
        lists = _lists_of_records(document)
    except json.JSONDecodeError as error:
        raise UnreadableError("json_damaged", line=str(error.lineno), column=str(error.colno)) from error
    except RecursionError as error:
        raise UnreadableError("file_damaged", reason="nested_too_deeply") from error
    grids, notes = _features(document) if isinstance(document, Mapping) and _is_geographic(document) else (_records(lists), ())
    if repeated:
        notes = (*notes, Note(check="names_repeated"))
    return Reading(grids=grids, notes=(*decoded.notes, *notes), encoding=decoded.encoding)


def read_parquet(content: bytes) -> Reading:
    """Read Parquet; every value as text."""
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        _check_declared(file.metadata)
        table = file.read(use_threads=False)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError("file_damaged", reason="reader_gave_up") from error
    columns = [[text(value) for value in column.to_pylist()] for column in table.columns]
    rows = [list(record) for record in zip(*columns, strict=True)]
    return Reading(grids=(_grid(rows, tuple(table.column_names), "row {row}, {name}"),))


def _check_declared(declared: pq.FileMetaData) -> None:
    """Refuse what unfolds to more than can be held: a page of one value repeated takes a few bytes for any number of rows."""
    if declared.num_columns > MAX_COLUMNS:
        raise UnreadableError("columns_too_many", number=str(declared.num_columns), limit=str(MAX_COLUMNS))
    if declared.num_rows * declared.num_columns > MAX_VALUES:
        raise UnreadableError("cells_too_many", number=str(declared.num_rows * declared.num_columns))
    groups = [declared.row_group(number) for number in range(declared.num_row_groups)]
    for group in groups:
        columns = [group.column(number) for number in range(group.num_columns)]
        if any(column.total_uncompressed_size > 4 * MAX_CELL_CHARS * max(1, column.num_values) for column in columns):
            raise UnreadableError("text_too_long", limit=str(MAX_CELL_CHARS))
    size = sum(group.total_byte_size for group in groups)
    if size > MAX_UNFOLDED_BYTES:
        raise UnreadableError("file_unpacks_too_large", size=f"{size // 1_000_000} MB")


def text(value: object) -> str:
    """A value as a reader would write it in a cell; lists are separated by `; `."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT_WHOLE else repr(value)
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return "; ".join(text(item) for item in value)
    return PLAIN.get(value, str(value)) if value is None or isinstance(value, bool) else str(value)


def _day(value: date) -> str:
    """A day; with its time only where that is not midnight."""
    if not isinstance(value, datetime):
        return value.isoformat()
    return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")


def _load(source: str) -> tuple[object, bool]:
    """A document, or one on each line; and whether an object in it has a name twice."""
    repeated = False

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal repeated
        found = dict(items)
        repeated |= len(found) < len(items)
        return found

    decoder = json.JSONDecoder(object_pairs_hook=pairs, parse_int=str, parse_float=str, parse_constant=str)
    try:
        return decoder.decode(source), repeated
    except json.JSONDecodeError as error:
        lines = [line for line in source.splitlines() if line.strip()]
        if error.msg != "Extra data" or len(lines) < 2:  # noqa: PLR2004 - a document on each line
            raise
    try:
        return [decoder.decode(line) for line in lines], repeated
    except json.JSONDecodeError:
        raise UnreadableError("json_damaged", line="2", column="1") from None


def _records(lists: list[tuple[str, list[Mapping[str, object]]]]) -> tuple[Grid, ...]:
    """A grid for each list; where there are several, each has its place in the document as its name."""
    if not lists:
        raise UnreadableError("json_without_records")
    return tuple(_of_list(records, path, name=path.lstrip("/") if len(lists) > 1 else "") for path, records in lists)


def _of_list(records: list[Mapping[str, object]], path: str, *, name: str) -> Grid:
    header = _names(records)
    rows = [[text(record.get(name)) for name in header] for record in records]
    return _grid(rows, header, f"{path.replace('{', '{{').replace('}', '}}')}/{{item}}/{{name}}", name=name)


def _names(records: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(name for record in records for name in record))
    if len(found) > MAX_COLUMNS:
        raise UnreadableError("columns_too_many", number=str(len(found)), limit=str(MAX_COLUMNS))
    return found


def _lists_of_records(document: object, path: str = "") -> list[tuple[str, list[Mapping[str, object]]]]:
    """Lists of objects, and columns as lists of one length, wherever they stand; an object without either holds none."""
    if isinstance(document, list):
        return [(path, document)] if all(isinstance(item, Mapping) for item in document) and (document or not path) else []
    if not isinstance(document, Mapping):
        return []
    columns = [
        value for value in document.values() if isinstance(value, list) and not any(isinstance(item, Mapping | list) for item in value)
    ]
    if len(columns) > 1 and len(columns) == len(document) and len({len(column) for column in columns}) == 1:
        return [(path, [dict(zip(document, values, strict=True)) for values in zip(*columns, strict=True)])]
    return [found for name, value in document.items() for found in _lists_of_records(value, f"{path}/{name}")]


def _is_geographic(document: Mapping[str, object]) -> bool:
    return document.get("type") in {"FeatureCollection", "Feature"}


def _features(document: Mapping[str, object]) -> tuple[tuple[Grid, ...], tuple[Note, ...]]:
    features = [document] if document["type"] == "Feature" else document.get("features")
    if not isinstance(features, list) or not all(isinstance(item, Mapping) for item in features):
        raise UnreadableError("json_without_records")
    given = [item.get("properties") for item in features]
    properties = [record if isinstance(record, Mapping) else {} for record in given]
    header = _names(properties)
    rows = [[*(text(record.get(name)) for name in header), *_position(item)] for item, record in zip(features, properties, strict=True)]
    reference = _reference_system(document)
    notes = (Note(check="reference_system", values={"system": reference}),) if reference else ()
    return (_grid(rows, header + GEOMETRY_COLUMNS, "/features/{item}/properties/{name}"),), notes


def _position(feature: Mapping[str, object]) -> tuple[str, str]:
    """Longitude and latitude of a point; the middle of the corners of anything else's outline."""
    geometry = feature.get("geometry")
    corners = _corners(geometry.get("coordinates")) if isinstance(geometry, Mapping) else []
    if not corners:
        return "", ""
    if not all(_is_number(part) for corner in corners for part in corner):
        return "", ""
    if len(corners) == 1:
        return corners[0]
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*((float(x), float(y)) for x, y in corners), strict=True)]
    return repr(middle[0]), repr(middle[1])


def _corners(coordinates: object) -> list[tuple[str, str]]:
    if not isinstance(coordinates, list) or not coordinates:
        return []
    if isinstance(coordinates[0], str):
        return [(str(coordinates[0]), str(coordinates[1]))] if len(coordinates) > 1 else []
    return [corner for part in coordinates for corner in _corners(part)]


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _reference_system(document: Mapping[str, object]) -> str:
    """A stated system other than WGS 84, such as `EPSG:4674`."""
    stated = json.dumps(document.get("crs") or "")
    for written in ("CRS84", "4326"):
        if written in stated:
            return ""
    digits = stated.rpartition("EPSG:")[2].strip(':"} ') if "EPSG:" in stated else ""
    return f"EPSG:{digits}" if digits else ""


def _grid(rows: list[list[str]], header: tuple[str, ...], pointer: str, *, name: str = "") -> Grid:
    return Grid(name=name, rows=list(range(1, len(rows) + 1)), cells=rows, header=header, pointer=pointer)
