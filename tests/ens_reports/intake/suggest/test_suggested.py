from pathlib import Path

import pytest

from ens_reports.errors import DataError
from ens_reports.intake.read import read
from ens_reports.intake.suggest import suggest
from ens_reports.intake.suggest.suggested import largest_table

TEXT = "Date;Espèce;Quantité\n25/03/2024;Manis tricuspis;3\n26/03/2024;Python regius;1\n"


def make(folder: Path, name: str = "Saisies Élevées 2024.csv", text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_name_is_the_party_s_and_the_file_s(tmp_path: Path) -> None:
    path = make(tmp_path)
    found = suggest(read(path), path, tmp_path / "mappings", party="MAR")
    assert (found.name, found.path, found.contract) == (
        "mar_saisies_elevees_2024",
        tmp_path / "mappings" / "mar_saisies_elevees_2024.yaml",
        "wildlife",
    )
    assert [(column.header, column.field) for column in found.columns] == [
        ("Date", "incident_date"),
        ("Espèce", "scientific_name"),
        ("Quantité", "quantity"),
    ]


def test_a_file_whose_name_has_no_latin_letter_gets_a_name(tmp_path: Path) -> None:
    path = make(tmp_path, "تلوث.csv")
    assert suggest(read(path), path, tmp_path, party="").name == "draft"


def test_nothing_that_says_something_else_is_overwritten(tmp_path: Path) -> None:
    path = make(tmp_path)
    first = suggest(read(path), path, tmp_path, party="MAR")
    assert suggest(read(path), path, tmp_path, party="MAR").path == first.path
    edited = first.path.read_text(encoding="utf-8").replace("confirmed: false", "confirmed: true")
    first.path.write_text(edited, encoding="utf-8")
    assert suggest(read(path), path, tmp_path, party="MAR").name == "mar_saisies_elevees_2024_2"
    assert first.path.read_text(encoding="utf-8") == edited


def test_a_file_without_a_table_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path, "a.csv", "Date;Espèce;Quantité\n")
    with pytest.raises(DataError) as caught:
        suggest(read(path), path, tmp_path, party="MAR")
    assert caught.value.message == "a.csv must hold a table, got none that can be read"
    assert largest_table(read(path)) is None
