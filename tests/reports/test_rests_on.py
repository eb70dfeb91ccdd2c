"""What a section says that it rests on is what it rests on: taking all other records of the view away changes not a word of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import notebooks
import pytest
import worlds

from ens_reports.report.blocks import Block, Frame, Section
from ens_reports.report.view import View

REPORTS = {
    "strategic/country-threat-assessment": {"product": "country-threat-assessment", "level": "strategic"},
    "operational/hotspots-and-routes": {"product": "hotspots-and-routes", "level": "operational", "need_to_know": True, "threshold": 1},
    "tactical/modus-operandi-bulletin": {"product": "modus-operandi-bulletin", "level": "tactical", "need_to_know": True, "threshold": 1},
}


def view(**facts: object) -> View:
    """A view in which every frame holds something."""
    plain = worlds.view(worlds.World(own=80, others=40))
    rows = plain.incidents.assign(may_name=True, submission=[f"S{at % 3}" for at in range(len(plain.incidents))])
    persons = worlds.persons("charged", "convicted")
    capacity = worlds.returns(plain.facts.recipient, 2024, 2025)
    return replace(plain, facts=plain.facts.model_copy(update=facts), incidents=rows, persons=persons, capacity=capacity)


def only(whole: View, kept: tuple[Frame, ...]) -> View:
    """The same view, with nothing in all other frames of records."""
    empty = {name: getattr(whole, name)[:0] for name in get_args(Frame) if name not in kept and name != "others"}
    theirs = whole.others if "others" in kept else whole.others.through(lambda rows: rows[:0])
    return replace(whole, **empty, others=theirs)


def parts(blocks: list[Block]) -> Iterator[tuple[Section, list[Block]]]:
    """Each page's heading that says what it rests on, with all that stands below it."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Section) and block.level == 1]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        head = blocks[start]
        if isinstance(head, Section) and head.rests_on:
            yield head, blocks[start:end]


@pytest.mark.parametrize("name", REPORTS)
def test_a_section_rests_on_nothing_else(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = view(**REPORTS[name])
    said = list(parts(_blocks(name, whole, tmp_path / "whole", monkeypatch)))
    assert said or name == "operational/hotspots-and-routes"
    for kept in {head.rests_on for head, _ in said}:
        less = dict(parts(_blocks(name, only(whole, kept), tmp_path / "-".join(kept), monkeypatch)))
        assert [head.title for head, blocks in said if head.rests_on == kept and less.get(head) != blocks] == []


def _blocks(name: str, shown: View, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Block]:
    folder.mkdir()
    return notebooks.blocks(name, shown, folder=folder, monkeypatch=monkeypatch)
