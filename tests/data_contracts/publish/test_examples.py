"""The examples in the repository are what the script makes, and each is what it is meant to show."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from data_contracts.publish.examples import EXAMPLES, HERE, Example, build, records
from data_contracts.registry import CONTRACTS, contract
from data_contracts.validate import validate

LARGEST = 60_000
GOOD = [example for example in EXAMPLES if example.folder == "inbox" and example.contract]


def name_of(example: Example) -> str:
    """What a test is called after."""
    return f"{example.folder}-{example.party}-{example.contract}"


def content(path: Path) -> object:
    """Cells of a workbook, or the bytes of any other file: workbooks of another version of their library differ in bytes."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    book = openpyxl.load_workbook(path)
    return {name: list(book[name].values) for name in book.sheetnames}


def files(folder: Path) -> list[Path]:
    """All files below a folder, by their place in it."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def test_committed_examples_are_what_the_script_makes(tmp_path: Path) -> None:
    build(tmp_path)
    assert files(tmp_path) == files(HERE)
    assert [str(path) for path in files(tmp_path) if content(tmp_path / path) != content(HERE / path)] == []


def test_no_example_is_large() -> None:
    assert [str(path) for path in files(HERE) if (HERE / path).stat().st_size > LARGEST] == []


def test_there_is_a_good_and_a_bad_example_of_each_area_and_a_yearly_return() -> None:
    areas = {name for name, found in CONTRACTS.items() if found.area}
    assert {example.contract for example in GOOD} == {*areas, "capacity"}
    assert {example.contract for example in EXAMPLES if example.folder == "bad"} == {*areas, "incidents"}


def test_examples_come_in_many_formats_and_languages() -> None:
    assert {Path(example.file).suffix for example in EXAMPLES} == {".xlsx", ".csv", ".tsv", ".json"}
    assert {example.style.language for example in EXAMPLES} == {"codes", "en", "fr", "es", "pt", "ar"}


@pytest.mark.parametrize("example", [example for example in GOOD if not example.fault], ids=name_of)
def test_good_examples_lose_no_row(example: Example) -> None:
    result = validate(records(example), contract(example.contract), today=date(2026, 2, 1))
    assert len(result.rejected) == 0
    assert not [finding for finding in result.findings if finding.check.endswith(("not_listed", "unreadable", "form_wrong"))]


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example.folder == "bad"], ids=name_of)
def test_bad_examples_show_rejected_rows_and_kept_ones(example: Example) -> None:
    result = validate(records(example), contract(example.contract), today=date(2026, 2, 1))
    assert 0 < len(result.rejected) < len(result.accepted)


def test_one_incident_of_an_example_is_kept_from_a_party_that_others_of_its_records_reach() -> None:
    restricted = [example for example in EXAMPLES if example.barred]
    assert [(example.party, example.barred) for example in restricted] == [("NGA", "CMR")]
    made = records(restricted[0])
    barred = made[made["barred_recipients"].eq("CMR")]
    assert barred["incident_id"].unique().tolist() == [made["incident_id"].iloc[-1]]
    assert 0 < len(barred) < len(made)


def test_every_example_says_that_it_is_synthetic() -> None:
    for example in EXAMPLES:
        path = HERE / example.folder / example.party / example.file
        if path.suffix == ".xlsx":
            cover = dict(openpyxl.load_workbook(path).worksheets[0].values)
            assert "yes" in cover.values()
        else:
            assert ': "yes"\n' in path.with_name(f"{path.name}.cover.yaml").read_text(encoding="utf-8")
