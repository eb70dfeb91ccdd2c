from datetime import datetime

import pandas as pd
import pytest

from data_contracts.publish.dressing import Style, cover_lines, dress
from data_contracts.publish.examples import EXAMPLES, records
from data_contracts.registry import CONTRACTS, contract

RECORDS = pd.DataFrame(
    {
        "incident_date": ["2025-03-14", "2025-03", "2025"],
        "reporting_country": ["KEN", "KEN", "KEN"],
        "origin_country": ["KEN", None, "XXX"],
        "linked_offences": ["corruption;weapons", "none", None],
        "quantity": ["12.5", "3", "environ 3"],
    }
).astype("str")


def test_codes_are_written_as_they_are() -> None:
    table = dress(RECORDS, contract("wildlife"), Style())
    assert table.headings == tuple(RECORDS.columns)
    assert table.rows[0] == ("2025-03-14", "KEN", "KEN", "corruption; weapons", 12.5)


def test_french_workbook_has_headings_words_and_true_dates() -> None:
    table = dress(RECORDS, contract("wildlife"), Style(language="fr", dates="cells"))
    assert table.headings == ("Date de la saisie", "Pays d'origine", "Infractions liées", "Quantité")
    assert table.rows == (
        (datetime(2025, 3, 14), "Kenya", "Corruption; Armes", 12.5),  # noqa: DTZ001 - a cell of a workbook has no time zone
        ("03/2025", None, "Aucun", 3),
        ("2025", "Pays inconnu", None, "environ 3"),
    )


def test_spanish_text_has_decimal_commas_and_a_word_for_missing() -> None:
    table = dress(RECORDS, contract("wildlife"), Style(language="es", dates="slash", decimal=",", missing="s/d"))
    assert table.rows[0] == ("14/03/2025", "Kenia", "Corrupción; Armas", "12,5")
    assert table.rows[1] == ("03/2025", "s/d", "Ninguno", "3")


def test_arabic_countries_have_arabic_names() -> None:
    table = dress(RECORDS, contract("wildlife"), Style(language="ar"))
    assert table.rows[0][1] == "كينيا"


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_no_heading_is_used_twice_within_a_file(language: str) -> None:
    for name, found in CONTRACTS.items():
        given = pd.DataFrame({column: ["x"] for column in found.fields if column != "incident_date"}, dtype="str")
        headings = dress(given, contract(name), Style(language=language)).headings
        assert [heading for heading in headings if headings.count(heading) > 1] == []


def test_every_column_of_the_examples_has_a_heading() -> None:
    for example in EXAMPLES:
        if example.contract and example.style.language != "codes":
            table = dress(records(example), contract(example.contract), example.style)
            assert not set(table.headings) & set(contract(example.contract).fields) - {"ASFIS"}


def test_international_codes_are_written_as_codes_in_any_language() -> None:
    given = pd.DataFrame({"unit": ["kg"], "specimen_term": ["TUS"], "specimen_state": ["live"]}, dtype="str")
    assert dress(given, contract("wildlife"), Style(language="fr")).rows == (("kg", "TUS", "Vivant"),)


def test_cover_lines_are_called_as_the_sender_does_or_by_their_own_names() -> None:
    assert cover_lines("fr")["period_from"] == "Période du"
    assert cover_lines("en")["period_from"] == "period_from"
