from pathlib import Path

import pandas as pd
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from data_contracts.registry import CONTRACTS
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.source import Sheet
from ens_reports.intake.suggest.draft import draft_of
from ens_reports.intake.suggest.written import yaml_of
from ens_reports.params.strict import read

COLUMNS = {
    "N°": ["1", "2", "3"],
    "Dossier": ["A-1", "A-2", "A-3"],
    "Date de la saisie": ["25/03/2024", "01/02/2024", "03/04/2024"],
    "Espèce: #1": ["Manis tricuspis", "Manis gigantea", "Python regius"],
    "Suites": ["Convicted", "16 people convicted", "Ajourné"],
    "Nom du contrevenant": ["Jean Exemple", "Marie Modèle", "Paul Autre"],
    "yes": ["z", "q", "z"],
}
WRITTEN = """\
# A draft of a mapping, made from headers and values. Nothing in it is certain: compare it with the file, correct it,
# write confirmed: true, and the file is read by it from then on. Until then: ens check FILE --mapping fra_test
# Behind each column: how sure it is (0 to 1), and why. In patterns A and a stand for letters and 9 for digits.
name: fra_test
party: FRA
confirmed: false
"""


def table(columns: dict[str, list[str]]) -> Table:
    rows = pd.DataFrame(dict(enumerate(columns.values())), index=range(2, len(next(iter(columns.values()))) + 2), dtype="str")
    return Table(sheet=Sheet(name="", cells=rows), header=tuple(columns), header_row=1, rows=rows, set_aside=rows.iloc[:0])


def written(columns: dict[str, list[str]], party: str = "FRA") -> str:
    draft = draft_of(table(columns), party=party, contract=CONTRACTS["wildlife"])
    return yaml_of(draft, name="fra_test", party=party, title="A test: with a colon")


def test_the_yaml_begins_with_how_to_use_it() -> None:
    assert written(COLUMNS).startswith(WRITTEN)


def test_the_yaml_is_read_as_a_mapping_again(tmp_path: Path) -> None:
    path = tmp_path / "fra_test.yaml"
    path.write_text(written(COLUMNS), encoding="utf-8")
    mapping = read(path, Mapping)
    assert (mapping.name, mapping.confirmed, mapping.title) == ("fra_test", False, "A test: with a colon")
    assert {name: rule.column or rule.constant for name, rule in mapping.columns.items()} == {
        "incident_id": "Dossier",
        "incident_date": "Date de la saisie",
        "date_basis": "seizure",
        "reporting_country": "FRA",
        "scientific_name": "Espèce: #1",
        "outcome": "Suites",
    }
    assert mapping.columns["incident_date"].date_order == "day_first"
    assert mapping.columns["outcome"].table == {"16 people convicted": "convicted"}
    assert mapping.not_taken == {"Nom du contrevenant": "sensitive_person"}
    assert mapping.ignored == {"N°": "running_number", "yes": "not_understood"}


def test_each_column_has_its_confidence_and_reason() -> None:
    text = written(COLUMNS)
    assert (
        "  # 0.98 Its header is a known name; dates in 100% of its cells. Dates, day first: proven by 1 cells; pattern 99/99/9999.\n"
        in text
    )
    assert "    #   Ajourné:\n" in text
    assert "  Nom du contrevenant: sensitive_person    # 0.95 its header says so\n" in text


def test_a_needed_field_that_nothing_fills_waits_as_a_comment() -> None:
    needed = "  # source_type: {constant: }    # every record needs it, and no column gives it: police, customs, environment, forest,"
    assert needed in written(COLUMNS)
    assert "source_type" not in written({**COLUMNS, "Type de source": ["police", "police", "douane"]}).partition("not_taken")[0].replace(
        "source_type: {column", ""
    )


def test_no_value_of_a_person_is_written() -> None:
    assert not any(name in written(COLUMNS) for name in ("Jean", "Marie", "Paul", "Exemple"))


def test_without_a_party_any_may_send_it() -> None:
    assert yaml.safe_load(written(COLUMNS, party=""))["party"] == "*"


def test_a_year_and_a_number_name_an_incident_together() -> None:
    columns = {"Année": ["2023", "2023", "2024", "2024"], "Numéro": ["1", "2", "1", "2"], "Espèce": ["Manis tricuspis"] * 4}
    found = yaml.safe_load(written(columns))
    assert found["incident_id"] == ["Année", "Numéro"]
    assert found["columns"]["incident_date"] == {"year": "Année"}


def test_several_amounts_become_options() -> None:
    columns = {"Date": ["2024-01-02"] * 3, "Espèce": ["Manis tricuspis"] * 3, "Poids (kg)": ["1.5", "", "2"], "Nombre": ["", "3", ""]}
    assert yaml.safe_load(written(columns))["options"] == [
        [
            {"when": "Poids (kg)", "fields": {"quantity": {"column": "Poids (kg)"}, "unit": {"constant": "kg"}}},
            {"when": "Nombre", "fields": {"quantity": {"column": "Nombre"}, "unit": {"constant": "pcs"}}},
        ]
    ]


def test_an_item_of_an_incident_repeats_its_number() -> None:
    columns = {
        "Dossier": ["A-1", "A-1", "A-2", "A-3"],
        "Date": ["2024-01-02", "2024-01-02", "2024-01-03", "2024-01-04"],
        "Espèce": ["Manis spp."] * 4,
    }
    assert yaml.safe_load(written(columns))["number_items"] is True


def test_the_same_file_gives_the_same_text() -> None:
    assert written(COLUMNS) == written(COLUMNS)


HEADERS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), min_size=4, max_size=6, unique=True)
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=15)


def test_a_header_and_a_value_with_line_breaks_are_written_on_one_line(tmp_path: Path) -> None:
    columns = {**COLUMNS, "Date de\nla saisie": COLUMNS["Date de la saisie"], "Suite\ndonnée": ["x\ny", "Convicted", "Ajourné"]}
    del columns["Date de la saisie"], columns["Suites"]
    path = tmp_path / "fra_test.yaml"
    path.write_text(written(columns), encoding="utf-8")
    mapping = read(path, Mapping)
    assert (mapping.columns["incident_date"].column, mapping.columns["outcome"].column) == ("Date de\nla saisie", "Suite\ndonnée")
    assert '"Date de\\nla saisie"' in path.read_text(encoding="utf-8")


@settings(max_examples=40, deadline=None)
@given(headers=HEADERS, cells=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=6, max_size=6))
def test_whatever_headers_and_values_say_the_draft_is_a_mapping(
    tmp_path_factory: pytest.TempPathFactory, headers: list[str], cells: list[list[str]]
) -> None:
    columns = {**dict(zip(headers, cells, strict=False)), "Date de la saisie": ["25/03/2024", "01/02/2024", "03/04/2024"]}
    path = tmp_path_factory.mktemp("drafts") / "fra_test.yaml"
    path.write_text(written(columns), encoding="utf-8", newline="")
    assert read(path, Mapping).columns["incident_date"].column == "Date de la saisie"
