import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest
import small
import yaml
from templates import ROWS, converted, fill, needs_office

from data_contracts.registry import CONTRACTS, SENT
from ens_reports import intake, published
from ens_reports.errors import RequestError
from ens_reports.intake.read import read
from ens_reports.intake.sheets.cover import read_cover
from ens_reports.intake.sheets.identify import synonyms
from ens_reports.intake.values.fold import fold_header
from ens_reports.locales import LANGUAGES, Language
from ens_reports.params import Project, load

TODAY = date(2026, 1, 20)
Filled = Callable[[str, str], Path]
BESIDE = "period_from: 2025-01-01\nperiod_to: 2025-12-31\nagencies_covered: Police\ncompleteness: all_cases\n"
"""The cover of a file that has no sheets."""
EACH = [(name, LANGUAGES[place % len(LANGUAGES)]) for place, name in enumerate(SENT)]
PAIRS = [*EACH, *(("wildlife", code) for code in LANGUAGES[1:])]


@pytest.fixture(scope="module")
def project() -> Project:
    return load(small.REPOSITORY)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The template of a contract in a language, filled in; each once, and not to be changed."""

    @cache
    def made(name: str, language: str) -> Path:
        return fill(tmp_path_factory.mktemp(language) / f"{name}.xlsx", SENT[name], language)

    return made


def checked(path: Path, project: Project) -> tuple[str, int, int, list[str]]:
    """Contract, rows read, rows accepted, and what the sender is told."""
    outcome = intake.check(path, project=project, party="KEN", today=TODAY)
    told = [str(detail) for detail in outcome.details if detail.audience == "sender"]
    return outcome.contract, outcome.rows_read, outcome.rows_accepted, told


@pytest.mark.parametrize(("name", "language"), PAIRS)
def test_a_filled_template_passes_with_no_finding(filled: Filled, project: Project, name: str, language: str) -> None:
    assert checked(filled(name, language), project) == (name, ROWS, ROWS, [])


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls", "csv"])
def test_it_passes_with_no_finding_when_libreoffice_has_saved_it(filled: Filled, tmp_path: Path, project: Project, ending: str) -> None:
    saved = converted([filled(name, language) for name, language in EACH], ending, tmp_path)
    for path in saved if ending == "csv" else []:
        path.with_name(f"{path.name}.cover.yaml").write_text(BESIDE, encoding="utf-8")

    found = {path.name: checked(path, project) for path in saved}

    assert [told for *_, told in found.values()] == [[]] * len(SENT)
    assert sorted(contract for contract, *_ in found.values()) == sorted(SENT)
    assert {(read, accepted) for _, read, accepted, _ in found.values()} == {(ROWS, ROWS)}


def test_an_empty_template_has_no_records_and_its_example_is_none(tmp_path: Path, project: Project) -> None:
    path = published.write_template("wildlife", language="fr", out=tmp_path / "t.xlsx")
    outcome = intake.check(path, project=project, party="KEN", today=TODAY)
    assert (outcome.rows_read, outcome.rows_accepted) == (0, 0)


def test_the_example_may_be_deleted(tmp_path: Path, project: Project) -> None:
    path = fill(tmp_path / "t.xlsx", CONTRACTS["wildlife"], "en")
    book = openpyxl.load_workbook(path)
    book["Data"].delete_rows(2)
    book.save(path)
    assert checked(path, project) == ("wildlife", ROWS, ROWS, [])


def test_a_cover_in_any_language_is_read(filled: Filled) -> None:
    for language in LANGUAGES:
        path = filled("mining", language)
        cover = read_cover(path, read(path).sheets, today=TODAY)
        assert cover.found == ()
        assert (cover.cover.period_to, cover.cover.completeness) == (date(2025, 12, 31), "all_cases")
        assert (cover.cover.nil_return, cover.cover.reply_language) == (("mining",), language)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", CONTRACTS)
def test_no_two_columns_of_a_contract_have_one_label(name: str, code: str) -> None:
    labels = [Language(code).text(field.label) for field in CONTRACTS[name].fields.values()]
    assert sorted({fold_header(label) for label in labels}) == sorted(fold_header(label) for label in labels)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_label_of_a_template_is_known_as_a_header(code: str) -> None:
    known = synonyms()
    for contract in SENT.values():
        for field in contract.fields.values():
            assert field.name in known.get(fold_header(Language(code).text(field.label)), ()), (contract.name, field.name)


def test_exports_are_what_they_are_called(tmp_path: Path) -> None:
    paths = published.export("mining", formats=["odcs", "jsonschema"], out=tmp_path)
    assert [path.name for path in paths] == ["mining.odcs.yaml", "mining.schema.json"]
    assert yaml.safe_load(paths[0].read_text(encoding="utf-8"))["apiVersion"] == "v3.1.0"
    assert json.loads(paths[1].read_text(encoding="utf-8"))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_one_export_can_be_named(tmp_path: Path) -> None:
    assert published.export("mining", formats=["odcs"], out=tmp_path / "m.yaml") == (tmp_path / "m.yaml",)
    both = published.export("mining", formats=["odcs", "jsonschema"], out=tmp_path / "n.yaml")
    assert {path.parent for path in both} == {tmp_path / "n.yaml"}


def test_a_dictionary_is_in_the_language_asked_for(tmp_path: Path) -> None:
    path = published.write_dictionary("mining", language="ar", out=tmp_path / "d.html")
    assert path.read_text(encoding="utf-8").startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: published.write_template("wildlif", language="en"), "contract must be one of `ens contracts list`, got 'wildlif'"),
        (lambda: published.write_template("cover", language="en"), "contract must be one whose records are sent, got 'cover'"),
        (lambda: published.write_template("mining", language="de"), "language must be one of en, fr, es, ar, got 'de'"),
        (
            lambda: published.write_template("mining", language="en", out=Path("t.csv")),
            "a template must be written to an .xlsx file, got 't.csv'",
        ),
        (lambda: published.export("mining", formats=["avro"], out=Path()), "format must be one of odcs, jsonschema, got 'avro'"),
    ],
)
def test_what_there_is_not_is_refused(call: object, message: str) -> None:
    with pytest.raises(RequestError) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message
