import pandas as pd
import pytest

from data_contracts import codelists
from data_contracts.fields import Field, members_of
from data_contracts.registry import CONTRACTS

DTYPES = {"number": "float64", "integer": "Int64"}


@pytest.mark.parametrize("name", CONTRACTS)
def test_kind_and_pandera_type_agree(name: str) -> None:
    """The kind says what a cell holds, and the annotation says what pandera checks: both are written by hand."""
    columns = CONTRACTS[name].model.to_schema().columns
    for field in CONTRACTS[name].fields.values():
        expected = DTYPES.get(field.kind, "str")
        assert pd.Series([None], dtype=expected).dtype.kind == pd.Series([None], dtype=str(columns[field.name].dtype)).dtype.kind, (
            field.name
        )


def test_every_code_list_of_a_field_exists_and_every_list_is_used() -> None:
    used = {name for found in CONTRACTS.values() for field in found.fields.values() for name in field.codes}
    others = {"completeness", "general", "record_class", "fao_area", "species_3a", "disputed_boundaries"}
    assert used | others >= set(codelists.names())
    assert used <= set(codelists.names())


@pytest.mark.parametrize(
    ("field", "extra"),
    [
        (Field(kind="code", description="d", codes=("yes_no",)), ("none", "unknown")),
        (Field(kind="list", description="d", codes=("yes_no",), required="condition"), ("none", "unknown")),
        (Field(kind="code", description="d", codes=("yes_no",), required="always"), ()),
        (Field(kind="countries", description="d", codes=("yes_no",)), ("none",)),
        (Field(kind="country", description="d", codes=("yes_no",)), ()),
    ],
)
def test_none_and_unknown_are_words_of_optional_fields(field: Field, extra: tuple[str, ...]) -> None:
    assert field.allowed == ("yes", "no", *extra)


def test_field_without_a_list_allows_anything() -> None:
    assert Field(kind="list", description="d").allowed == ()


def test_members_of_looks_at_every_member() -> None:
    cells = pd.Series(["a", "a;b", "a;c", "", ";"], dtype="str")
    assert members_of(cells, members=frozenset("ab")).tolist() == [True, True, False, False, False]


@pytest.mark.parametrize("name", sorted(CONTRACTS))
def test_the_fields_of_a_contract_are_the_columns_of_its_schema(name: str) -> None:
    columns = CONTRACTS[name].model.to_schema().columns
    described = [(column, found.metadata["field"].description) for column, found in columns.items() if found.metadata]
    assert described == [(column, field.description) for column, field in CONTRACTS[name].fields.items()]
