import pytest

from data_contracts.labels import TITLES, title
from data_contracts.registry import CONTRACTS


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("incident_date", "Incident date"),
        ("vessel_imo", "Vessel IMO number"),
        ("catch_kg", "Catch (kg)"),
        ("volume_m3", "Volume (m³)"),
        ("transport_doc_no", "Transport document number"),
        ("hs_code", "HS code"),
        ("m", "M"),
        ("incident_id", "Incident number"),
    ],
)
def test_a_name_is_read_as_words_with_its_unit_in_brackets(name: str, expected: str) -> None:
    assert expected == title(name)


@pytest.mark.parametrize("name", CONTRACTS)
def test_no_two_columns_of_a_contract_are_called_the_same_even_without_the_brackets(name: str) -> None:
    """Intake ignores what stands in brackets of a header."""
    labels = [field.label.partition(" (")[0].casefold() for field in CONTRACTS[name].fields.values()]

    assert sorted(set(labels)) == sorted(labels)


def test_every_title_is_of_a_column() -> None:
    assert set(TITLES) <= {name for found in CONTRACTS.values() for name in found.fields}
