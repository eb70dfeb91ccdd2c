"""The notebook on worlds of every size: what it shows, and what it must not."""

from dataclasses import replace
from pathlib import Path

import notebooks
import pytest
import worlds

from ens_reports.report.blocks import Callout, Figure, Judgement, Section, Table
from ens_reports.report.view import View

NAME = "operational/hotspots-and-routes"


def view(own: int, *, others: int = 0, language: str = "en", **changes: object) -> View:
    plain = worlds.view(worlds.World(own=own, others=others, language=language))
    mine = plain.incidents.assign(may_name=True, submission="S1", **changes)
    theirs = plain.others.through(lambda rows: rows.assign(may_name=False, submission="S1", **changes))
    facts = plain.facts.model_copy(update={"product": "hotspots-and-routes", "level": "operational"})
    return replace(plain, facts=facts, incidents=mine, others=theirs)


def test_the_notebook_is_thin() -> None:
    cells = notebooks.cells(NAME)
    assert len(cells) <= 30
    assert all(len(cell["source"]) <= 6 for cell in cells)
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells)


@pytest.mark.parametrize(("own", "others", "language"), [(0, 0, "en"), (3, 0, "ar"), (15, 0, "fr"), (40, 10, "en"), (300, 150, "es")])
def test_it_runs_for_any_number(own: int, others: int, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = notebooks.blocks(NAME, view(own, others=others, language=language), folder=tmp_path, monkeypatch=monkeypatch)
    keys = [block.key for block in found if isinstance(block, Table | Figure)]
    assert len(set(keys)) == len(keys)
    assert "recommendations" in keys
    assert ("maps" in keys) == (own >= 40)


def test_coverage_stands_before_the_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = notebooks.blocks(NAME, view(300), folder=tmp_path, monkeypatch=monkeypatch)
    kinds = [block.kind for block in found]
    assert kinds.index("judgement") < kinds.index("callout") < kinds.index("table")


def test_few_incidents_give_chains_and_no_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = notebooks.blocks(NAME, view(4, origin_country="UGA", destination_country="VNM"), folder=tmp_path, monkeypatch=monkeypatch)
    assert not any(isinstance(block, Figure) for block in found)
    assert "Uganda \N{RIGHTWARDS ARROW}" in notebooks.words(found)


def test_operations_can_be_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = view(60, operation_code="OP-1")
    kept = notebooks.blocks(NAME, world, folder=tmp_path, monkeypatch=monkeypatch)
    assert "were brought by operations" in notebooks.words(kept)
    bare = notebooks.blocks(NAME, world, folder=tmp_path, monkeypatch=monkeypatch, exclude_operations=True)
    assert "There is no incident of yours to plan from" in notebooks.words(bare)


def test_nationality_and_unnamed_contributors_are_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = view(60, others=4, offender_nationalities="QQQ")
    hidden = world.others.through(lambda rows: rows.assign(reporting_country="MNG"))
    found = notebooks.blocks(NAME, replace(world, others=hidden), folder=tmp_path, monkeypatch=monkeypatch)
    said = notebooks.words(found)
    assert "QQQ" not in said
    assert "Mongolia" not in said


def test_confidence_and_likelihood_stand_in_sentences_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = notebooks.blocks(NAME, view(300), folder=tmp_path, monkeypatch=monkeypatch)
    judgements = [block for block in found if isinstance(block, Judgement)]
    assert judgements
    assert not any("confidence" in block.statement or block.adopted for block in judgements)
    assert any(isinstance(block, Callout) for block in found)
    assert isinstance(found[1], Section)
