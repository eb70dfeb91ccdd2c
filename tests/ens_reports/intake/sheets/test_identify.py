from pathlib import Path

import pytest

from data_contracts.registry import CONTRACTS, SENT
from ens_reports.intake.mappings.mapping import Recognises, load_mappings
from ens_reports.intake.sheets.identify import by_values, complete, find_contract, find_mapping, own_columns, party_of_path, synonyms
from ens_reports.params import Project, load

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT)


def test_a_folder_of_the_inbox_names_the_party(tmp_path: Path, project: Project) -> None:
    inbox = tmp_path / "inbox"
    assert party_of_path(inbox / "KEN" / "a.csv", inbox, project) == "KEN"
    assert party_of_path(inbox / "KEN" / "2025" / "a.csv", inbox, project) == "KEN"
    assert party_of_path(inbox / "Nobody" / "a.csv", inbox, project) == "Nobody"
    assert party_of_path(inbox / "a.csv", inbox, project) == ""


def test_elsewhere_a_folder_names_a_party_only_if_there_is_one(tmp_path: Path, project: Project) -> None:
    assert party_of_path(tmp_path / "KEN" / "a.csv", tmp_path / "inbox", project) == "KEN"
    assert party_of_path(tmp_path / "realdata" / "a.csv", None, project) == ""


@pytest.mark.parametrize("contract", SENT.values(), ids=lambda item: item.name)
def test_a_file_with_a_contract_s_own_columns_is_recognised(contract: object) -> None:
    found = find_contract(list(contract.fields))  # type: ignore[attr-defined]
    assert found is contract


@pytest.mark.parametrize(
    ("header", "contract"),
    [
        (["Numéro de dossier", "Date de la saisie", "Espèce", "Quantité", "Unité", "Pays d'origine", "Motif de saisie"], "wildlife"),
        (["Número de caso", "Fecha del hecho", "Mineral", "Método de extracción", "Uso de mercurio", "Lugar"], "mining"),
        (["رقم الحادث", "تاريخ الحادث", "نوع التلوث", "الوسط", "المكان", "الكمية"], "pollution"),
        (["Número do processo", "Data da infração", "Município", "Área desmatada (ha)", "Guia florestal", "Tipo de infração"], "forestry"),
        (["Vessel", "Date", "Gear", "Flag", "Species", "Catch (kg)", "Infringement"], "fisheries"),
        (["Date", "Country", "Area of crime", "Place", "Quantity"], "incidents"),
    ],
)
def test_headers_in_other_languages(header: list[str], contract: str) -> None:
    found = find_contract(header)
    assert found is not None
    assert found.name == contract


def test_a_file_without_a_date_or_with_few_known_columns_is_none() -> None:
    assert find_contract(["Country", "Place", "Species", "Quantity"]) is None
    assert find_contract(["Date", "Place", "fld1", "fld2"]) is None


def test_every_field_of_every_contract_has_a_header() -> None:
    fields = {name for contract in CONTRACTS.values() for name in contract.fields}
    assert fields <= {name for names in synonyms().values() for name in names}


def test_every_synonym_stands_for_a_field() -> None:
    fields = {name for contract in CONTRACTS.values() for name in contract.fields}
    assert {name for names in synonyms().values() for name in names} <= fields


def test_own_columns_of_a_country_name_the_country() -> None:
    mapping = own_columns(["Date", "Species", "kg"], CONTRACTS["wildlife"], party="KEN")
    assert {name: rule.column or rule.constant for name, rule in mapping.columns.items()} == {
        "incident_date": "Date",
        "scientific_name": "Species",
        "reporting_country": "KEN",
    }


def test_own_columns_of_a_body_name_the_owner_and_no_country() -> None:
    mapping = own_columns(["Date", "Country"], CONTRACTS["wildlife"], party="IFAW")
    assert {name: rule.column or rule.constant for name, rule in mapping.columns.items()} == {
        "incident_date": "Date",
        "reporting_country": "Country",
        "supplied_by": "IFAW",
    }


def test_find_mapping_by_header_and_party() -> None:
    mappings = load_mappings(ROOT / "params" / "mappings")
    header = ["", "municipio", "valorAuto", "dataAuto", "situcaoDebito"]
    found = find_mapping(header, "", mappings)
    assert found is not None
    assert found.name == "ibama"
    assert find_mapping(header, "", mappings, party="KEN") is None
    assert find_mapping(header[:4], "", mappings) is None


def test_where_headers_fit_several_areas_the_values_tell() -> None:
    header = ["Fecha", "Lugar", "Producto", "Cantidad", "Unidad"]
    assert find_contract(header) is CONTRACTS["incidents"]
    assert find_contract(header, [["2024-01-02", "Lima", "oro", "3", "g"], ["2024-01-03", "Puno", "Oro", "1", "g"]]) is CONTRACTS["mining"]
    assert find_contract(header, [["2024-01-02", "Lima", "madera de caoba", "3", "m3"]]) is CONTRACTS["forestry"]


def test_what_the_values_told_is_said() -> None:
    note = by_values(CONTRACTS["mining"])
    assert (note.check, note.values) == ("area_from_values", {"value": "mining"})


def test_a_column_that_names_persons_is_not_taken() -> None:
    mapping = own_columns(["Date", "Espèce", "Nom du contrevenant"], CONTRACTS["wildlife"], party="CMR")
    assert mapping.not_taken == {"Nom du contrevenant": "sensitive_person"}


def test_the_second_of_two_equal_headers_keeps_its_place() -> None:
    mapping = own_columns(["Foo", "Date", "date"], CONTRACTS["wildlife"], party="KEN")
    assert (mapping.columns["incident_date"].column, mapping.columns["incident_date"].occurrence) == ("Date", 1)


def test_a_mapping_for_any_party_is_one_for_the_sender() -> None:
    mapping = next(item for item in load_mappings(ROOT / "params" / "mappings") if item.name == "cites_illegal_trade")
    header = ["Date de la saisie", "Espèce", "Description du spécimen", "Quantité", "Organisme de détection", "Motif de la saisie"]
    assert find_mapping(header, "", [mapping], party="CMR") is mapping
    found = complete(mapping, "CMR", header)
    assert (found.party, found.columns["reporting_country"].constant) == ("CMR", "CMR")
    assert found.columns["scientific_name"].column == "Espèce"
    assert "supplied_by" not in found.columns
    assert complete(mapping, "TRAFFIC", header).columns["supplied_by"].constant == "TRAFFIC"
    assert complete(mapping, "", header).party == "*"


def test_a_party_s_own_mapping_comes_before_one_for_any() -> None:
    everyone = own_columns(["Date", "Species"], CONTRACTS["wildlife"], party="KEN").model_copy(
        update={"party": "*", "recognises": Recognises(headers=("Date",))}
    )
    own = everyone.model_copy(update={"party": "KEN"})
    assert find_mapping(["Date", "Species"], "", [everyone, own], party="KEN") is own
    assert find_mapping(["Date", "Species"], "", [everyone, own], party="PER") is everyone


def test_a_draft_is_never_chosen_by_itself() -> None:
    draft = own_columns(["Date"], CONTRACTS["wildlife"], party="KEN").model_copy(
        update={"confirmed": False, "recognises": Recognises(headers=("Date",))}
    )
    assert find_mapping(["Date"], "", [draft], party="KEN") is None


def test_what_the_header_of_the_value_says_it_is_by_is_taken_where_no_column_does() -> None:
    found = own_columns(["Date", "Species", "Declared value (USD)"], CONTRACTS["wildlife"], party="KEN").columns["value_basis"]
    assert (found.constant, found.when) == ("declared", "Declared value (USD)")
    assert "value_basis" not in own_columns(["Date", "Species", "Value"], CONTRACTS["wildlife"], party="KEN").columns


def test_the_area_of_which_the_values_speak_wins_over_one_column_more() -> None:
    header = ["OB No.", "Date of arrest", "County", "Type of trophy", "Weight (kg)", "No. of pieces"]
    tusks = [["1", "01/02/2024", "Voi", "Elephant tusks", "3", "2"], ["2", "25/02/2024", "Voi", "Pangolin scales", "4", "1"]] * 3
    logs = [["1", "01/02/2024", "Voi", "Rosewood logs", "3", "2"], ["2", "25/02/2024", "Voi", "Teak logs", "4", "1"]] * 3
    assert [getattr(find_contract(header, rows), "name", "") for rows in (tusks, logs)] == ["wildlife", "forestry"]
