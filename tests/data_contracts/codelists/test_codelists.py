import re

import pytest

from data_contracts import codelists

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LISTS = [name for name in codelists.names() if name not in {"countries", "disputed_boundaries"}]
UNCONFIRMED = ("specimen_term", "seizure_reason")
"""Lists whose codes came from a secondary source or from memory."""


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_where_it_is_from_and_when(name: str) -> None:
    frame = codelists.load(name)
    assert list(frame.columns[:10]) == [
        *("code", "label_en", "label_fr", "label_es", "label_ar"),
        *("valid_from", "valid_to", "source", "as_of", "confirmed"),
    ]
    assert frame["source"].ne("").all()
    assert frame["as_of"].str.fullmatch(ISO_DAY).all()
    assert frame["confirmed"].isin(["yes", "no"]).all()
    assert frame["label_en"].ne("").all()


@pytest.mark.parametrize("name", [name for name in LISTS if name != "evaluation"])
def test_codes_are_given_once(name: str) -> None:
    assert not codelists.load(name)["code"].duplicated().any()


@pytest.mark.parametrize("name", LISTS)
def test_no_code_would_be_cut_in_a_list(name: str) -> None:
    assert not codelists.load(name)["code"].str.contains(";").any()


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_our_own_have_labels_in_every_official_language(name: str) -> None:
    frame = codelists.load(name)
    own = frame[frame["source"] == "data contracts, version 1"]
    assert own[["label_fr", "label_es", "label_ar"]].ne("").all(axis=None)


@pytest.mark.parametrize("name", UNCONFIRMED)
def test_what_is_not_confirmed_says_so(name: str) -> None:
    assert set(codelists.load(name)["confirmed"]) == {"no"}


def test_members_are_196() -> None:
    """The members of the United Nations but two, with five that are not members of it."""
    countries = codelists.load("countries").set_index("code")
    assert countries["member"].eq("yes").sum() == 196
    assert countries.loc[["ABW", "CUW", "SXM", "PSE", "VAT"], "member"].eq("yes").all()
    assert countries.loc[["PRK", "TUV", "TWN", "HKG", "XKX"], "member"].eq("no").all()


def test_countries_have_names_a_region_and_a_known_kind() -> None:
    countries = codelists.load("countries")
    assert countries[["code", "name_en", "name_fr", "name_es", "source"]].ne("").all(axis=None)
    assert set(countries["kind"]) == {"country", "territory", "extra"}
    assert set(countries["region"]) == {"africa", "americas", "asia_pacific", "europe", "mena", ""}
    assert set(countries.loc[(countries["region"] == "") & (countries["kind"] != "extra"), "code"]) == {"ATA"}
    assert not countries["code"].duplicated().any()


def test_namibia_is_not_a_missing_value() -> None:
    countries = codelists.load("countries").set_index("code")
    assert countries.loc["NAM", "alpha2"] == "NA"


def test_extras_for_the_high_seas_and_the_unknown() -> None:
    countries = codelists.load("countries").set_index("code")
    assert countries.loc[["XZZ", "XXX"], "kind"].tolist() == ["extra", "extra"]


def test_waste_codes_have_the_days_of_the_amendments() -> None:
    assert codelists.dated("waste_list_code") == {
        "A1180": ("0001-01-01", "2024-12-31"),
        "A1181": ("2025-01-01", "9999-12-31"),
        "A3210": ("2021-01-01", "9999-12-31"),
        "B1110": ("0001-01-01", "2024-12-31"),
        "B3010": ("0001-01-01", "2020-12-31"),
        "B3011": ("2021-01-01", "9999-12-31"),
        "B4030": ("0001-01-01", "2024-12-31"),
    }
    assert codelists.dated("waste_y_code") == {"Y48": ("2021-01-01", "9999-12-31"), "Y49": ("2025-01-01", "9999-12-31")}


def test_units_of_one_dimension_turn_into_each_other() -> None:
    units = codelists.load("unit").set_index("code")
    assert units.loc["t", ["dimension", "base", "factor"]].tolist() == ["mass", "kg", "1000"]
    assert units.loc[units["base"] != "", "factor"].ne("").all()


def test_labels_fall_back_to_english_and_then_to_the_code() -> None:
    assert codelists.labels("outcome", "fr")["charged"] == "Inculpation"
    assert codelists.labels("species_3a", "ar")["YFT"] == "Thunnus albacares"
    assert codelists.labels("countries", "es")["KEN"] == "Kenia"
    assert codelists.labels("countries", "ar")["KEN"] == "Kenya"


def test_codes_of_several_lists_come_once_each() -> None:
    assert codelists.codes("yes_no", "yes_no_unknown") == ("yes", "no", "unknown")


def test_unknown_list_is_told() -> None:
    with pytest.raises(KeyError, match="got 'colours'"):
        codelists.load("colours")


def test_extras_to_the_standard_say_where_they_are_from_and_how_long_they_held() -> None:
    """Withdrawn codes end on a day; user-assigned ones say that they are of no standard."""
    extras = codelists.load("countries").set_index("code").query("kind == 'extra'")
    assert extras["as_of"].str.fullmatch(ISO_DAY).all()
    withdrawn = extras["source"].str.startswith("ISO 3166-3")
    assert extras.loc[withdrawn, "valid_to"].str.fullmatch(ISO_DAY).all()
    assert set(extras.index[~withdrawn]) == {"XKX", "XXX", "XZZ"}
    assert extras.loc[~withdrawn, "source"].str.contains("user-assigned").all()
