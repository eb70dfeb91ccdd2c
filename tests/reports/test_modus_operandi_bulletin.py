"""The notebook on worlds of every size, with and without a new method."""

from dataclasses import replace
from pathlib import Path

import notebooks
import pytest
import worlds

from ens_reports.report.blocks import Callout, Items, Table
from ens_reports.report.view import View

NAME = "tactical/modus-operandi-bulletin"
WAX = {"crime_area": "wildlife", "transport_mode": "rail", "concealment": "wax_or_resin", "permit_status": "forged"}


def view(own: int, *, others: int = 0, planted: int = 0, language: str = "en") -> View:
    plain = worlds.view(worlds.World(own=own, others=others, language=language, need_to_know=True))
    records = plain.incidents.assign(may_name=True, submission=[f"S{at % 3}" for at in range(own)])
    theirs = plain.others.through(lambda rows: rows.assign(may_name=False, submission=[f"S{at % 3}" for at in range(others)]))
    late = records.index[records["date_from"].dt.year.eq(2025)][:planted]
    for column, value in WAX.items():
        records.loc[late, column] = value
    facts = plain.facts.model_copy(update={"product": "modus-operandi-bulletin", "level": "tactical"})
    return replace(plain, facts=facts, incidents=records, others=theirs)


def test_the_notebook_is_thin() -> None:
    cells = notebooks.cells(NAME)
    assert len(cells) <= 30
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells)


@pytest.mark.parametrize(("own", "others", "language"), [(0, 0, "en"), (3, 0, "ar"), (15, 0, "fr"), (40, 10, "en"), (300, 100, "es")])
def test_it_runs_for_any_number(own: int, others: int, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = notebooks.blocks(NAME, view(own, others=others, language=language), folder=tmp_path, monkeypatch=monkeypatch)
    keys = [block.key for block in found if isinstance(block, Table)]
    assert "recommendations" in keys
    assert len(set(keys)) == len(keys)


def test_a_new_method_gets_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = notebooks.blocks(NAME, view(200, planted=8), folder=tmp_path, monkeypatch=monkeypatch)
    said = notebooks.words(found)
    assert "False alarms: with dates shuffled" in said
    checklist = [block for block in found if isinstance(block, Items) and block.style == "checklist"]
    assert checklist
    assert all(3 <= len(block.items) <= 7 for block in checklist)
    drafts = [block for block in found if isinstance(block, Callout) and block.tone == "draft"]
    assert len(drafts) == len(checklist)


def test_without_a_new_method_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = view(120)
    plain = replace(world, incidents=world.incidents.assign(submission="S1"))
    found = notebooks.blocks(NAME, plain, folder=tmp_path, monkeypatch=monkeypatch)
    assert "No new method met the threshold; " in notebooks.words(found)


@pytest.mark.parametrize(("own", "sentence"), [(0, "No incident is recorded for the recent quarters"), (12, "everything would look new")])
def test_too_little_to_compare_is_said(own: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sentence in notebooks.words(notebooks.blocks(NAME, view(own), folder=tmp_path, monkeypatch=monkeypatch))


def test_the_reader_is_asked_about_its_own_persons_without_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = replace(view(20), persons=worlds.persons("charged", "convicted"))
    found = notebooks.blocks(NAME, world, folder=tmp_path, monkeypatch=monkeypatch)
    (table,) = (block for block in found if isinstance(block, Table) and block.key == "prompts")

    assert [[cell.text for cell in row][:4] for row in table.rows] == [
        ["S-1", "charged", "2025-11-30", "W-1"],
        ["S-2", "convicted", "2025-11-30", "W-2"],
    ]
    assert [row[4].text.split(",")[0] for row in table.rows] == ["Red Notice or wanted persons diffusion", "Green Notice"]


def test_without_such_persons_there_is_no_annex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = notebooks.blocks(NAME, view(20), folder=tmp_path, monkeypatch=monkeypatch)

    assert "prompts" not in [block.key for block in found if isinstance(block, Table)]


def test_of_many_persons_the_first_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = replace(view(20), persons=worlds.persons(*["suspect"] * 22))
    found = notebooks.blocks(NAME, world, folder=tmp_path, monkeypatch=monkeypatch)
    (table,) = (block for block in found if isinstance(block, Table) and block.key == "prompts")

    assert (len(table.rows), table.n, table.note) == (20, 22, "2 more persons are in your records.")
