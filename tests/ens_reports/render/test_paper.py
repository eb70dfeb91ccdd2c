import json
from pathlib import Path

import pytest

from ens_reports.render import paper
from ens_reports.render.document import Document


@pytest.fixture
def values(rich: Document, tmp_path: Path) -> dict[str, object]:
    paper.write(rich, tmp_path)
    return json.loads((tmp_path / "paper.json").read_text(encoding="utf-8"))


def test_the_folder_holds_what_typst_reads_and_nothing_else(rich: Document, tmp_path: Path) -> None:
    source = paper.write(rich, tmp_path)

    expected = {"report.typ", "icons", "paper.json", "drawing-8.svg", "attached-manifest.json", "attached-own-records.csv"}
    assert expected == {path.name for path in tmp_path.iterdir()}
    assert tmp_path / "report.typ" == source


def test_references_are_resolved(values: dict[str, object]) -> None:
    spans = values["blocks"][5]["spans"]

    assert ["figure-1", "table-1"] == [span["target"] for span in spans if span["style"] == "ref"]


def test_drawings_are_files_and_not_values(values: dict[str, object]) -> None:
    figure = next(block for block in values["blocks"] if block["kind"] == "figure")

    assert "svg" not in figure
    assert "drawing-8.svg" == figure["file"]


def test_the_manifest_comes_first_among_the_attachments(values: dict[str, object]) -> None:
    assert [("manifest.json", "source"), ("own-records.csv", "supplement")] == [
        (file["name"], file["relationship"]) for file in values["attachments"]
    ]


def test_the_semibold_faces_are_families_of_their_own(values: dict[str, object]) -> None:
    assert values["fonts"][2] == values["heavy_fonts"][2] == "DejaVu Sans"
    assert [f"{family} SmBld" for family in values["fonts"][:2]] == values["heavy_fonts"][:2]


def test_boxes_carry_their_word(values: dict[str, object]) -> None:
    callout = next(block for block in values["blocks"] if block["kind"] == "callout")
    cards = next(block for block in values["blocks"] if block["kind"] == "cards")

    assert callout["tone_word"]
    assert all(card["trend_word"] for card in cards["cards"])
    assert ["paragraph", "items"] == [part["kind"] for part in callout["body"]]
