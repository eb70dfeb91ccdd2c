import pandas as pd
import pytest

from data_contracts import codelists, reference

TABLES = ("listings", "whole_animals", "roundwood", "iuu_vessels")


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_where_it_is_from_and_when(name: str) -> None:
    table = reference.load(name)
    assert {"source", "as_of", "confirmed"} <= set(table.columns)
    assert table["source"].ne("").all()
    assert table["as_of"].str.fullmatch(r"\d{4}-\d{2}-\d{2}").all()
    assert table["confirmed"].isin(["yes", "no"]).all()


def test_listings_came_from_memory_and_say_so() -> None:
    """Whoever compares them with the Appendices sets `confirmed`, and takes this test out."""
    assert set(reference.load("listings")["confirmed"]) == {"no"}


def test_listings_of_one_population_do_not_overlap() -> None:
    table = reference.load("listings").sort_values(["taxon", "origin", "valid_from"])
    before = table.groupby(["taxon", "origin"])["valid_to"].shift()
    assert (before.isna() | (before < table["valid_from"])).all()
    assert (table["valid_from"] <= table["valid_to"]).all()
    assert table["appendix"].isin(["I", "II", "III", ""]).all()
    assert table["origin"].isin(["", *codelists.load("countries")["code"]]).all()


def test_factors_are_of_listed_terms_and_base_units() -> None:
    animals, units = reference.load("whole_animals"), codelists.load("unit").set_index("code")
    assert animals["specimen_term"].isin(codelists.codes("specimen_term")).all()
    assert (animals["unit"].map(units["base"]) == animals["unit"]).all()
    assert (pd.to_numeric(animals["factor"]) > 0).all()
    assert reference.load("roundwood")["product_form"].isin(codelists.codes("product_form_forestry")).all()


def test_there_is_no_other_table() -> None:
    with pytest.raises(FileNotFoundError):
        reference.load("prices")
