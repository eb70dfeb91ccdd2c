import zipfile
from pathlib import Path

import pytest

from ens_reports.intake.pack.lost import CHUNK_BYTES, INSIDE, LOST, PARTS, inventory, lost

EXAMPLES = {
    "charts": "xl/charts/chart1.xml", "images": "xl/media/image1.png", "macros": "xl/vbaProject.bin", "slicers": "xl/slicers/slicer1.xml",
    "pivots": "xl/pivotTables/pivotTable1.xml", "links": "xl/externalLinks/externalLink1.xml", "connections": "xl/connections.xml",
    "embedded": "xl/embeddings/oleObject1.bin", "threads": "xl/threadedComments/threadedComment1.xml",
}  # fmt: skip


def package(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def test_everything_that_can_be_lost_has_its_words() -> None:
    assert set(PARTS) | set(INSIDE) <= set(LOST)
    assert set(EXAMPLES) == set(PARTS)


@pytest.mark.parametrize(("what", "part"), EXAMPLES.items())
def test_parts_are_found_by_their_names(what: str, part: str, tmp_path: Path) -> None:
    assert inventory(package(tmp_path / "a.xlsx", **{part: b"x", "xl/worksheets/sheet1.xml": b"<c/>"})) == {what: 1}


@pytest.mark.parametrize("before", [b"", b"x" * (CHUNK_BYTES - 4)])
def test_what_stands_within_a_part_is_found_wherever_it_is(before: bytes, tmp_path: Path) -> None:
    parts = {"xl/worksheets/sheet1.xml": before + b"<extLst>", "xl/drawings/drawing1.xml": before + b"<xdr:sp macro"}
    assert inventory(package(tmp_path / "a.xlsx", **parts)) == {"sparklines": 1, "shapes": 1}


def test_lost_is_what_is_less_than_before() -> None:
    assert lost({"images": 2, "charts": 1, "macros": 1}, {"images": 1, "charts": 1}) == ("images", "macros")
