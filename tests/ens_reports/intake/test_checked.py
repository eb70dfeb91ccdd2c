from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ens_reports.intake.read as reading
from ens_reports.errors import DataError, RequestError
from ens_reports.intake.checked import check_can_fill, check_file, draft_mapping
from ens_reports.intake.desk import Desk
from ens_reports.intake.long.share import Job
from ens_reports.intake.receive import receive
from ens_reports.intake.sheets.identify import Asked
from ens_reports.params import load
from ens_reports.store import Store

ROOT = Path(__file__).parents[3]
TEXT = "Date;Species;Quantity;Unit\n2024-03-25;Manis tricuspis;3;kg\n2024-03-26;Python regius;1;kg\n"
PACK = ["feedback.html", "feedback.xlsx", "findings.json", "receipt.html"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def desk(party: str = "KEN") -> Desk:
    return Desk(project=load(ROOT), mappings=(), asked=Asked(party=party), today=date(2026, 1, 1))


def test_a_check_writes_nothing(file: Path) -> None:
    outcome = check_file(file, desk())
    assert (outcome.status, outcome.rows_accepted, outcome.feedback) == ("accepted", 2, "")
    assert [path.name for path in file.parent.iterdir()] == ["a.csv"]


def test_a_check_writes_the_pack_where_it_is_asked_to(file: Path) -> None:
    pack = file.parent / "pack"
    outcome = check_file(file, desk(), pack=pack)
    assert outcome.feedback == str(pack)
    assert set(PACK) <= {path.name for path in pack.iterdir()}
    assert check_file(file, desk(), pack=pack).feedback == str(pack)


def test_without_a_known_party_there_is_no_pack(file: Path) -> None:
    outcome = check_file(file, desk(""), pack=file.parent / "pack")
    assert (outcome.status, outcome.feedback) == ("rejected", "")


def test_a_folder_with_something_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(RequestError) as caught:
        check_can_fill(tmp_path)
    assert caught.value.message == f"{tmp_path} must be new, empty, or an earlier pack, got a folder with letter.txt"
    with pytest.raises(RequestError) as caught:
        check_can_fill(tmp_path / "letter.txt")
    assert caught.value.message == f"{tmp_path / 'letter.txt'} must be a folder, got a file"
    check_can_fill(tmp_path / "new")


def test_a_check_leaves_a_folder_with_something_else_alone(file: Path) -> None:
    with pytest.raises(RequestError):
        check_file(file, desk(), pack=file.parent)
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_draft_goes_to_the_folder_that_is_named(file: Path) -> None:
    found = draft_mapping(file, load(ROOT), Asked(party="KEN"), folder=file.parent / "drafts")
    assert found.path == file.parent / "drafts" / "ken_a.yaml"
    assert found.contract == "wildlife"


def test_a_contract_that_is_named_is_taken(file: Path) -> None:
    found = draft_mapping(file, load(ROOT), Asked(party="KEN", contract="forestry"), folder=file.parent / "drafts")
    assert found.contract == "forestry"


def test_a_file_that_cannot_be_read_has_no_draft(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"")
    with pytest.raises(DataError) as caught:
        draft_mapping(tmp_path / "b.csv", load(ROOT), Asked(party="KEN"), folder=tmp_path)
    assert caught.value.message == "b.csv must be readable, got: The file must hold records, but it is empty."


@pytest.mark.parametrize("before", ["no store", "an empty store", "the same file"])
def test_accepted_records_of_a_long_file_are_held_only_to_compare_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    asked: list[bool] = []
    real = Job.__init__

    def init(self: Job, *args: Any, **named: Any) -> None:  # noqa: ANN401 - as the other
        asked.append(named["keep"])
        real(self, *args, **named)

    monkeypatch.setattr(Job, "__init__", init)
    monkeypatch.setattr(reading, "HELD_ROWS", 5)
    path, store = tmp_path / "long.csv", None if before == "no store" else Store(tmp_path)
    path.write_text(TEXT.partition("\n")[0] + "\n" + "".join(f"2024-03-{day};Manis tricuspis;{day};kg\n" for day in range(10, 30)))
    if before == "the same file":
        assert receive(path, reading.read(path), replace(desk(), store=store, beside=store))[0].rows_accepted == 20
        asked.clear()
    outcome = check_file(path, replace(desk(), beside=store))
    known = before == "the same file"
    assert (asked, outcome.rows_accepted, outcome.rows_duplicate) == ([known], 0 if known else 20, 20 if known else 0)
