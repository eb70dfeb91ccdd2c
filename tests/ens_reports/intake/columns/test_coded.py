import pytest
from mapped import Result, run

from data_contracts import codelists
from data_contracts.registry import CONTRACTS
from ens_reports.intake.columns.coded import _more_words, code_words
from ens_reports.intake.values.fold import fold


def read(field: str, *cells: str, contract: str = "wildlife") -> Result:
    return run({"d": ["2024"] * len(cells), "c": list(cells)}, {"incident_date": {"column": "d"}, field: {"column": "c"}}, contract)


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("outcome", "condenado", "convicted"),
        ("outcome", "en cours", "under_investigation"),
        ("outcome", "Condamnation", "convicted"),
        ("transport_mode", "caminhão", "road_goods"),
        ("transport_mode", "شاحنة", "road_goods"),
        ("record_type", "apreensão", "seizure"),
        ("unit", "Kgs", "kg"),
        ("unit", "pièces", "pcs"),
        ("quantity_qualifier", "environ", "about"),
        ("climate_related", "sim", "yes"),
        ("climate_related", "não", "no"),
    ],
)
def test_words_of_five_languages_become_codes(field: str, cell: str, code: str) -> None:
    assert read(field, cell).column(field) == [code]


def test_several_codes_where_one_is_expected_are_none() -> None:
    result = read("outcome", "charged / convicted", "charged")
    assert (result.column("outcome"), result.checks()["codes_several"]) == ([None, "charged"], [2])


@pytest.mark.parametrize(("field", "strict"), [("confidentiality", "confidential"), ("purpose", "investigation"), ("consortium", "no")])
def test_several_words_that_say_how_a_record_may_be_used_are_not_blank(field: str, strict: str) -> None:
    """A blank would open the record as if nothing had been said."""
    cells = {"confidentiality": "restricted / confidential", "purpose": "investigation; operation", "consortium": "yes / no"}
    result = read(field, cells[field])
    assert result.column(field) == [cells[field]]
    assert CONTRACTS["wildlife"].fields[field].fallback == strict


@pytest.mark.parametrize(
    ("cell", "barred", "allowed"),
    [
        ("Kenya", "KEN", "KEN"),
        ("Kenya / Ouganda et Tanzanie", "KEN;UGA;TZA", "KEN;UGA;TZA"),
        ("KEN;HELCOM", "KEN;HELCOM", "KEN;HELCOM"),
        ("Congo; KEN", "Congo;KEN", "Congo;KEN"),
        ("Freedonia", "Freedonia", "Freedonia"),
        ("NO", "NOR", "NOR"),
        ("no", None, "no"),
        ("aucun", None, "aucun"),
    ],
)
def test_recipients_are_read_by_their_names(cell: str, barred: str | None, allowed: str) -> None:
    assert read("barred_recipients", cell).column("barred_recipients") == [barred]
    assert read("allowed_recipients", cell).column("allowed_recipients") == [allowed]


@pytest.mark.parametrize("cell", ["transport, sale", "transport; sale", "transport and sale", "transport/sale"])
def test_several_codes_of_a_list(cell: str) -> None:
    assert read("supply_chain_stage", cell).column("supply_chain_stage") == ["transport;sale"]


def test_a_list_with_a_word_that_is_no_code_is_not_torn_apart() -> None:
    assert read("supply_chain_stage", "transport and so on").column("supply_chain_stage") == ["transport and so on"]


def test_a_misspelt_word_is_only_proposed() -> None:
    result = read("outcome", "convictedd", "gone")
    assert result.column("outcome") == ["convictedd", "gone"]
    assert result.checks()["code_misspelt"] == [2]


def test_every_word_stands_for_a_code_of_its_list_and_for_one_only() -> None:
    for name, table in _more_words().items():
        assert set(table) <= {*codelists.codes(name), *codelists.ALWAYS}
        words = [word for several in table.values() for word in {fold(word) for word in several}]
        assert len(words) == len(set(words)), name


def test_no_word_hides_a_label_of_its_list() -> None:
    for name in _more_words():
        labels = {fold(label): code for code, label in codelists.labels(name).items()}
        assert {word: code_words((name,))[word] for word in labels} == labels
