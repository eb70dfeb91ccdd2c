import io
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ens_reports.intake.reader import documents as module
from ens_reports.intake.reader.documents import read_json, read_parquet, text
from ens_reports.intake.reader.grid import UnreadableError

POINT = b'{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::4674"}},"features":[%s]}'
FEATURE = b'{"properties":{"mineral":"Oro","link":null},"geometry":{"type":"Point","coordinates":[-76.29,-8.55]}}'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (2000.0, "2000"),
        (0.5, "0.5"),
        (date(2024, 3, 1), "2024-03-01"),
        (datetime(2024, 3, 1), "2024-03-01"),  # noqa: DTZ001 - spreadsheets have no time zone
        (datetime(2024, 3, 1, 9, 30), "2024-03-01 09:30:00"),  # noqa: DTZ001 - spreadsheets have no time zone
        (["a", "b"], "a; b"),
        ({"a": 1}, '{"a": 1}'),
    ],
)
def test_text(value: object, written: str) -> None:
    assert text(value) == written


def test_read_json_keeps_numbers_as_written() -> None:
    grid = read_json(b'[{"date":1041379200000,"kg":-8.5538216},{"kg":1e-04,"place":"Lima"}]').grids[0]
    assert grid.header == ("date", "kg", "place")
    assert grid.cells == [["1041379200000", "-8.5538216", ""], ["", "1e-04", "Lima"]]
    assert grid.pointer.format(item=1, name="kg", row=2) == "/1/kg"


def test_read_json_finds_the_list_in_an_object() -> None:
    grid = read_json(b'{"meta":{"n":1},"records":[{"a":"x"}]}').grids[0]
    assert (grid.cells, grid.pointer.format(item=0, name="a", row=1)) == ([["x"]], "/records/0/a")


def test_read_geojson_gives_the_position_as_columns() -> None:
    reading = read_json(POINT % FEATURE)
    assert reading.grids[0].header == ("mineral", "link", "geometry_longitude", "geometry_latitude")
    assert reading.grids[0].cells == [["Oro", "", "-76.29", "-8.55"]]
    assert [(note.check, note.values) for note in reading.notes] == [("reference_system", {"system": "EPSG:4674"})]


def test_read_geojson_in_wgs84_needs_no_note() -> None:
    assert read_json((POINT % FEATURE).replace(b"EPSG::4674", b"OGC:1.3:CRS84")).notes == ()


def test_read_geojson_takes_the_middle_of_an_area_and_nothing_of_no_geometry() -> None:
    area = b'{"properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,2],[0,2],[0,0]]]}}'
    nothing = b'{"properties":{},"geometry":null}'
    assert read_json(POINT % (area + b"," + nothing)).grids[0].cells == [["2.0", "1.0"], ["", ""]]


@pytest.mark.parametrize(
    ("content", "check", "values"),
    [
        (b'[{"a": 1}, {"a"', "json_damaged", {"line": "1", "column": "16"}),
        (b'{"a": 1}', "json_without_records", {}),
        (b"[1, 2]", "json_without_records", {}),
        (b"[" * 100_000, "file_damaged", {"reason": "nested_too_deeply"}),
    ],
)
def test_read_json_says_why_not(content: bytes, check: str, values: dict[str, str]) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_json(content)
    assert (caught.value.check, caught.value.values) == (check, values)


def test_read_parquet() -> None:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"date": [date(2024, 1, 2), None], "kg": [1.5, 2.0]}), buffer)
    grid = read_parquet(buffer.getvalue()).grids[0]
    assert (grid.header, grid.cells) == (("date", "kg"), [["2024-01-02", "1.5"], ["", "2"]])


def test_read_parquet_without_its_end() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_parquet(b"PAR1 and then nothing")
    assert caught.value.check == "file_damaged"


def test_lists_of_records_are_found_wherever_they_stand() -> None:
    """Each is a sheet with its place as its name, so that none is taken for the records unseen."""
    reading = read_json(b'{"data":{"units":[{"u":1}],"cases":[{"no":1},{"no":2}]},"note":"x"}')
    assert [(grid.name, grid.header, len(grid.cells)) for grid in reading.grids] == [("data/units", ("u",), 1), ("data/cases", ("no",), 2)]
    assert reading.grids[1].pointer.format(item=1, row=2, name="no") == "/data/cases/1/no"
    assert [grid.name for grid in read_json(b'{"data":{"cases":[{"no":1}]}}').grids] == [""]


def test_braces_in_a_name_are_no_place_to_fill() -> None:
    assert read_json(b'{"{x}":[{"no":1}]}').grids[0].pointer.format(item=0, row=1, name="no") == "/{x}/0/no"


def test_columns_as_lists_are_records() -> None:
    grid = read_json(b'{"no":["1","2"],"kg":[3,null]}').grids[0]
    assert (grid.header, grid.cells) == (("no", "kg"), [["1", "3"], ["2", ""]])
    with pytest.raises(UnreadableError, match="json_without_records"):
        read_json(b'{"no":["1","2"],"kg":[3]}')


def test_one_document_a_line_is_a_list() -> None:
    assert read_json(b'{"no":1}\n\n{"no":2}\n').grids[0].cells == [["1"], ["2"]]
    with pytest.raises(UnreadableError, match="json_damaged"):
        read_json(b'{"no":1}\n{"no":\n')


def test_a_name_that_stands_twice_is_told() -> None:
    reading = read_json(b'[{"no":1,"kg":2,"kg":3}]')
    assert (reading.grids[0].cells, [note.check for note in reading.notes]) == ([["1", "3"]], ["names_repeated"])
    assert read_json(b'[{"no":1},{"no":1}]').notes == ()


def test_too_many_names_are_refused_before_they_are_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_COLUMNS", 2)
    with pytest.raises(UnreadableError, match="columns_too_many"):
        read_json(b'[{"a":1},{"b":1},{"c":1}]')


@pytest.mark.parametrize(
    "geometry",
    [
        "null",
        '"x"',
        '{"type":"Point","coordinates":["a",null]}',
        '{"type":"Point","coordinates":[]}',
        '{"type":"Polygon","coordinates":[[[1,2],["x",3]]]}',
        '{"type":"Polygon","coordinates":[[[1,2],[NaN,3]]]}',
        '{"type":"GeometryCollection","geometries":[]}',
    ],
)
def test_a_geometry_that_is_none_gives_no_position(geometry: str) -> None:
    content = f'{{"type":"FeatureCollection","features":[{{"properties":{{"no":1}},"geometry":{geometry}}},{{"properties":[1]}}]}}'
    assert read_json(content.encode()).grids[0].cells == [["1", "", ""], ["", "", ""]]


def test_one_feature_is_a_collection_of_one() -> None:
    grid = read_json(b'{"type":"Feature","properties":{"no":1},"geometry":{"type":"Point","coordinates":[2,3]}}').grids[0]
    assert grid.cells == [["1", "2", "3"]]


@pytest.mark.parametrize(
    ("document", "header", "cells", "pointer"),
    [
        ('[["d", "e"], [1, 2], [3, 4, 5]]', ("d", "e", "without a name"), [["1", "2", ""], ["3", "4", "5"]], "/{item}"),
        ('{"x1": {"d": 1, "e": 2}, "x2": {"d": 3}}', ("key", "d", "e"), [["x1", "1", "2"], ["x2", "3", ""]], "record {row}, {name}"),
        (
            '{"id": 5, "place": {"lat": 1, "by": {"who": "x"}}, "kg": 2.50}',
            ("id", "place.lat", "place.by.who", "kg"),
            [["5", "1", "x", "2.50"]],
            "/{name}",
        ),
        ('{"columns": ["a", "b"], "index": [0, 1], "data": [[1, 2], [3, 4]]}', ("a", "b"), [["1", "2"], ["3", "4"]], "/data/{item}"),
        ('[["d", "d"], [1, 2]]', ("d", "d 2"), [["1", "2"]], "/{item}"),
    ],
)
def test_tables_in_other_shapes(document: str, header: tuple[str, ...], cells: list[list[str]], pointer: str) -> None:
    grid = read_json(document.encode()).grids[0]
    assert (grid.header, grid.cells, grid.pointer) == (header, cells, pointer)


def test_rows_without_names_are_no_table() -> None:
    with pytest.raises(UnreadableError, match="json_without_records"):
        read_json(b"[[1, 2], [3, 4]]")


def test_the_line_of_a_damaged_record_is_told() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_json(b'{"a": 1}\n\n{"a": 2\n{"a": 3}\n')
    assert caught.value.values == {"line": "3", "column": "8"}
