"""JSON, GeoJSON and Parquet: records with named columns, as text."""

import io
import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

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
MAX_FLAT_DEPTH = 5
KEY = "key"
"""Column of the names that objects of records have in an object."""
NAMED = frozenset({"columns", "fields", "header", "headers", "names"})
"""What the list of names is called where rows are lists in another."""
BEYOND = "without a name"
PLAIN: dict[object, str] = {None: "", True: "true", False: "false"}


@dataclass(frozen=True, kw_only=True)
class Found:
    """A list of records in a document.

    Attributes:
        path: Where it stands.
        pointer: How a place in it is written.
        records: What it holds.
        first: Number of the first record as a row.
    """

    path: str
    pointer: str
    records: Sequence[Mapping[str, object]]
    first: int = 1


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
    return [_line(decoder, number, line) for number, line in enumerate(source.splitlines(), start=1) if line.strip()], repeated


def _line(decoder: json.JSONDecoder, number: int, line: str) -> object:
    try:
        return decoder.decode(line)
    except json.JSONDecodeError as error:
        raise UnreadableError("json_damaged", line=str(number), column=str(error.colno)) from None


def _records(found: list[Found]) -> tuple[Grid, ...]:
    """A grid for each list; where there are several, each has its place in the document as its name."""
    if not found:
        raise UnreadableError("json_without_records")
    return tuple(_of_list(item, name=item.path.lstrip("/") if len(found) > 1 else "") for item in found)


def _of_list(found: Found, *, name: str) -> Grid:
    records = [_flat(record) for record in found.records]
    header = _names(records)
    rows = [[text(record.get(column)) for column in header] for record in records]
    return _grid(rows, header, found.pointer, name=name, first=found.first)


def _flat(record: Mapping[str, object], before: str = "", depth: int = 0) -> dict[str, object]:
    """A record without objects in it: what is in `place` and called `lat` is `place.lat`."""
    if not any(isinstance(value, Mapping) for value in record.values()):
        return {f"{before}{name}": value for name, value in record.items()} if before else dict(record)
    flat: dict[str, object] = {}
    for name, value in record.items():
        inside = isinstance(value, Mapping) and value and depth < MAX_FLAT_DEPTH
        flat |= _flat(cast("Mapping[str, object]", value), f"{before}{name}.", depth + 1) if inside else {f"{before}{name}": value}
    return flat


def _names(records: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(name for record in records for name in record))
    if len(found) > MAX_COLUMNS:
        raise UnreadableError("columns_too_many", number=str(len(found)), limit=str(MAX_COLUMNS))
    return found


def _lists_of_records(document: object, path: str = "") -> list[Found]:
    """Lists of objects, rows below a row of names, objects by key, and columns as lists of one length, wherever they stand."""
    if isinstance(document, list):
        return _in_list(document, path)
    if not isinstance(document, Mapping):
        return []
    found = _in_object(document, path)
    if found is not None:
        return [found]
    inside = [item for name, value in document.items() for item in _lists_of_records(value, f"{path}/{name}")]
    lone = not path and not inside and _is_record(document)
    return [Found(path=path, pointer=f"{_escaped(path)}/{{name}}", records=[document])] if lone else inside


def _in_list(document: Sequence[object], path: str) -> list[Found]:
    if all(isinstance(item, Mapping) for item in document):
        records = cast("Sequence[Mapping[str, object]]", document)
        return [Found(path=path, pointer=f"{_escaped(path)}/{{item}}/{{name}}", records=records)] if document or not path else []
    if not _is_table(document):
        return []
    rows = cast("Sequence[Sequence[object]]", document)
    return [Found(path=path, pointer=f"{_escaped(path)}/{{item}}", records=_below_names(rows), first=2)]


def _in_object(document: Mapping[str, object], path: str) -> Found | None:
    """Records that an object itself holds: below names, in columns, or by their keys."""
    if split := _split(document):
        names, name, rows = split
        return Found(path=path, pointer=f"{_escaped(f'{path}/{name}')}/{{item}}", records=_below_names([names, *rows]))
    if _is_columns(document):
        columns = cast("Mapping[str, Sequence[object]]", document)
        records = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        return Found(path=path, pointer=f"{_escaped(path)}/{{item}}/{{name}}", records=records)
    if _is_keyed(document):
        keyed = [{KEY: key, **cast("Mapping[str, object]", value)} for key, value in document.items()]
        return Found(path=path, pointer=f"{_escaped(path)} record {{row}}, {{name}}".strip(), records=keyed)
    return None


def _escaped(path: str) -> str:
    return path.replace("{", "{{").replace("}", "}}")


def _is_table(document: Sequence[object]) -> bool:
    """Whether a list holds rows as lists, the first of them names."""
    if len(document) < 2 or not all(isinstance(row, list) for row in document):  # noqa: PLR2004 - names and a row
        return False
    names = document[0]
    return (
        isinstance(names, list)
        and len(names) > 1
        and all(isinstance(name, str) and name.strip() and not _is_number(name) for name in names)
    )


def _split(document: Mapping[str, object]) -> tuple[list[object], str, list[list[object]]] | None:
    """Names of columns in one list, rows as lists in another, and what that one is called: as statistics programs write tables."""
    names = next((value for key, value in document.items() if key in NAMED and isinstance(value, list)), None)
    for key, rows in document.items():
        if names and isinstance(rows, list) and rows and all(isinstance(row, list) and len(row) == len(names) for row in rows):
            return names, key, rows
    return None


def _below_names(rows: Sequence[Sequence[object]]) -> list[Mapping[str, object]]:
    """Rows as records; names that repeat are numbered, cells beyond the last name too."""
    width = max(map(len, rows))
    counted: Counter[str] = Counter()
    names = []
    for name in [*map(str, rows[0]), *[BEYOND] * (width - len(rows[0]))]:
        counted[name] += 1
        names.append(name if counted[name] == 1 else f"{name} {counted[name]}")
    return [dict(zip(names, row, strict=False)) for row in rows[1:]]


def _is_columns(document: Mapping[str, object]) -> bool:
    columns = [
        value for value in document.values() if isinstance(value, list) and not any(isinstance(item, Mapping | list) for item in value)
    ]
    return len(columns) > 1 and len(columns) == len(document) and len({len(column) for column in columns}) == 1


def _is_keyed(document: Mapping[str, object]) -> bool:
    """Whether an object holds records by their keys: objects with plain values and names that all share."""
    values = [value for value in document.values() if isinstance(value, Mapping)]
    if len(values) < 2 or len(values) < len(document):  # noqa: PLR2004 - one object is an envelope
        return False
    return bool(set.intersection(*(set(value) for value in values))) and not any(
        isinstance(cell, list) for value in values for cell in value.values()
    )


def _is_record(document: Mapping[str, object]) -> bool:
    return len(document) > 1 and sum(not isinstance(value, Mapping | list) for value in document.values()) > 1


def _is_geographic(document: Mapping[str, object]) -> bool:
    return document.get("type") in {"FeatureCollection", "Feature"}


def _features(document: Mapping[str, object]) -> tuple[tuple[Grid, ...], tuple[Note, ...]]:
    features = [document] if document["type"] == "Feature" else document.get("features")
    if not isinstance(features, list) or not all(isinstance(item, Mapping) for item in features):
        raise UnreadableError("json_without_records")
    given = [item.get("properties") for item in features]
    properties = [_flat(record) if isinstance(record, Mapping) else {} for record in given]
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


def _grid(rows: list[list[str]], header: tuple[str, ...], pointer: str, *, name: str = "", first: int = 1) -> Grid:
    return Grid(name=name, rows=list(range(first, first + len(rows))), cells=rows, header=header, pointer=pointer)
