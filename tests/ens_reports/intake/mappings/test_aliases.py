from pathlib import Path

from ens_reports.intake.mappings.aliases import as_sent
from ens_reports.intake.mappings.mapping import Mapping, load_mappings

ROOT = Path(__file__).parents[4]
MAPPING = Mapping.model_validate(
    {
        "name": "x",
        "party": "*",
        "contract": "wildlife",
        "title": "",
        "recognises": {"headers": ["Date", "Species"]},
        "aliases": {"Date": ["Fecha"], "Species": ["Especie"], "Case": ["Caso"], "kg": ["Peso"], "Name": ["Nombre"], "Note": ["Nota"]},
        "incident_id": ["Case"],
        "columns": {
            "incident_date": {"column": "Date"},
            "scientific_name": {"column": "Species", "when": "Date"},
            "place_name": {"template": "{Case} ({Case:3})"},
        },
        "options": [[{"when": "kg", "fields": {"quantity": {"column": "kg"}}}]],
        "not_taken": {"Name": "sensitive_person"},
        "ignored": {"Note": "free_text"},
        "checks": [{"column": "Case", "check": "codes_lost_zeros"}],
    }
)


def test_every_header_is_named_as_the_file_writes_it() -> None:
    found = as_sent(MAPPING, ["Fecha", "2. Especie (latín)", "Caso", "Peso", "Nombre", "Nota"])
    assert found.columns["incident_date"].column == "Fecha"
    assert (found.columns["scientific_name"].column, found.columns["scientific_name"].when) == ("2. Especie (latín)", "Fecha")
    assert found.columns["place_name"].template == "{Caso} ({Caso:3})"
    assert (found.incident_id, found.checks[0].column) == (("Caso",), "Caso")
    assert (found.options[0][0].when, found.options[0][0].fields["quantity"].column) == ("Peso", "Peso")
    assert (found.not_taken, found.ignored) == ({"Nombre": "sensitive_person"}, {"Nota": "free_text"})
    assert found.recognises.headers == ("Fecha", "2. Especie (latín)")


def test_a_file_in_the_mapping_s_own_words_is_left_alone() -> None:
    assert as_sent(MAPPING, ["Date", "Species"]) is MAPPING


def test_no_alias_of_the_illegal_trade_report_stands_for_two_columns() -> None:
    report = next(item for item in load_mappings(ROOT / "params" / "mappings") if item.name == "cites_illegal_trade")
    names = [name.casefold() for canonical, others in report.aliases.items() for name in (canonical, *others)]
    assert sorted(names) == sorted(set(names))
