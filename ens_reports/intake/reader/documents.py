"""JSON, GeoJSON and Parquet: records with named columns, as text."""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from ens_reports.intake.reader.encoding import decode
from ens_reports.intake.reader.grid import Grid, Note, Reading, UnreadableError

GEOMETRY_COLUMNS = ("geometry_longitude", "geometry_latitude")
"""Added to the properties of GeoJSON points."""
EXACT_WHOLE = 1e15
"""Whole numbers below this are held exactly."""
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
        document = json.loads(decoded.text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise UnreadableError("json_damaged", line=str(error.lineno), column=str(error.colno)) from error
    except RecursionError as error:
        raise UnreadableError("file_damaged", reason="it is nested too deeply") from error
    if isinstance(document, Mapping) and document.get("type") == "FeatureCollection":
        grid, notes = _features(document)
    else:
        grid, notes = _records(document), ()
    return Reading(grids=(grid,), notes=(*decoded.notes, *notes), encoding=decoded.encoding)


def read_parquet(content: bytes) -> Reading:
    """Read Parquet; every value as text."""
    try:
        table = pq.read_table(io.BytesIO(content))
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableError("file_damaged", reason="the Parquet reader gave up") from error
    columns = [[text(value) for value in column.to_pylist()] for column in table.columns]
    rows = [list(record) for record in zip(*columns, strict=True)]
    return Reading(grids=(_grid(rows, tuple(table.column_names), "row {row}, {name}"),))


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


def _records(document: object) -> Grid:
    records, path = _list_of_records(document, "")
    header = tuple(dict.fromkeys(name for record in records for name in record))
    rows = [[text(record.get(name)) for name in header] for record in records]
    return _grid(rows, header, path + "/{item}/{name}")


def _list_of_records(document: object, path: str) -> tuple[list[Mapping[str, object]], str]:
    if isinstance(document, list) and all(isinstance(item, Mapping) for item in document):
        return document, path
    if isinstance(document, Mapping):
        for name, value in document.items():
            if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
                return value, f"{path}/{name}"
    raise UnreadableError("json_without_records")


def _features(document: Mapping[str, object]) -> tuple[Grid, tuple[Note, ...]]:
    features = document.get("features")
    if not isinstance(features, list) or not all(isinstance(item, Mapping) for item in features):
        raise UnreadableError("json_without_records")
    properties = [item.get("properties") or {} for item in features]
    header = tuple(dict.fromkeys(name for record in properties for name in record))
    rows = [[*(text(record.get(name)) for name in header), *_position(item)] for item, record in zip(features, properties, strict=True)]
    reference = _reference_system(document)
    notes = (Note(check="reference_system", values={"system": reference}),) if reference else ()
    return _grid(rows, header + GEOMETRY_COLUMNS, "/features/{item}/properties/{name}"), notes


def _position(feature: Mapping[str, object]) -> tuple[str, str]:
    """Longitude and latitude of a point; the middle of the corners of anything else's outline."""
    geometry = feature.get("geometry")
    corners = _corners(geometry.get("coordinates")) if isinstance(geometry, Mapping) else []
    if not corners:
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


def _reference_system(document: Mapping[str, object]) -> str:
    """A stated system other than WGS 84, such as `EPSG:4674`."""
    stated = json.dumps(document.get("crs") or "")
    for written in ("CRS84", "4326"):
        if written in stated:
            return ""
    digits = stated.rpartition("EPSG:")[2].strip(':"} ') if "EPSG:" in stated else ""
    return f"EPSG:{digits}" if digits else ""


def _grid(rows: list[list[str]], header: tuple[str, ...], pointer: str) -> Grid:
    return Grid(name="", rows=list(range(1, len(rows) + 1)), cells=rows, header=header, pointer=pointer)
