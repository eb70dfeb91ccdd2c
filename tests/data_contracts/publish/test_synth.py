from datetime import date

import pandas as pd
import pytest

from data_contracts.publish.synth import synth
from data_contracts.registry import SENT, contract

YEARS = range(2021, 2026)


@pytest.fixture(scope="module")
def wildlife() -> pd.DataFrame:
    return synth("wildlife", country="CMR", rows=400, seed=1, years=YEARS)


@pytest.mark.parametrize("name", SENT)
def test_columns_are_of_the_contract_in_its_order(name: str) -> None:
    made = synth(name, country="KEN", rows=12, seed=1, years=YEARS)
    known = list(contract(name).fields)
    assert list(made.columns) == [column for column in known if column in made]
    assert len(made) == 12


def test_equal_seeds_give_equal_records_and_others_do_not() -> None:
    first, again, other = (synth("mining", country="PER", rows=20, seed=seed, years=YEARS) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(first, again)
    assert not first.equals(other)


def test_cells_are_text_and_rows_are_numbered_as_in_a_sheet(wildlife: pd.DataFrame) -> None:
    assert {str(dtype) for dtype in wildlife.dtypes} == {"str"}
    assert (wildlife.index[0], wildlife.index[-1]) == (2, 401)


def test_most_records_are_of_the_last_two_years(wildlife: pd.DataFrame) -> None:
    years = wildlife["incident_date"].str[:4].astype("int64")
    assert set(years) == set(YEARS)
    assert years.ge(2024).mean() > 0.55


def test_numbers_of_incidents_are_given_once_but_for_their_lines(wildlife: pd.DataFrame) -> None:
    assert not wildlife.duplicated(["incident_id", "item_no"]).any()
    assert wildlife.groupby("incident_id")["incident_date"].nunique().max() == 1
    assert wildlife["item_no"].eq("2").any()


def test_places_cluster(wildlife: pd.DataFrame) -> None:
    assert wildlife["place_name"].value_counts(normalize=True).iloc[0] > 0.2


def test_every_route_goes_through_the_country(wildlife: pd.DataFrame) -> None:
    route = wildlife[["origin_country", "transit_countries", "destination_country"]].dropna()
    assert route.apply(lambda row: "CMR" in ";".join(row), axis="columns").all()


def test_new_method_is_seen_in_the_last_half_year_only_and_in_several_countries() -> None:
    for country in ("CMR", "KEN", "NGA"):
        made = synth("wildlife", country=country, rows=200, seed=1, years=YEARS)
        new = made[made["concealment"] == "wax_or_resin"]
        assert len(new) >= 2
        assert new.loc[new["incident_date"].str.len() == 10, "incident_date"].min() >= "2025-07-01"


def test_some_cells_are_left_blank_and_what_goes_together_stays_together(wildlife: pd.DataFrame) -> None:
    assert 0 < wildlife["outcome"].isna().mean() < 0.6
    assert (wildlife["latitude"].isna() == wildlife["longitude"].isna()).all()


def test_electronic_waste_has_the_code_of_its_day() -> None:
    made = synth("pollution", country="JOR", rows=200, seed=1, years=[2024, 2025])
    dated = made[made["waste_list_code"].isin(["A1180", "A1181"]) & made["incident_date"].str.len().ge(7)]
    new = dated["incident_date"] >= date(2025, 1, 1).isoformat()[:7]
    assert (dated["waste_list_code"].eq("A1181") == new).all()


def test_country_without_a_gazetteer_has_places_without_positions() -> None:
    made = synth("wildlife", country="FJI", rows=20, seed=1, years=YEARS)
    assert made["place_name"].str.startswith("Fiji (").all()
    assert "latitude" not in made


def test_no_persons_are_described(wildlife: pd.DataFrame) -> None:
    assert not {"narrative", "offender_nationalities", "request_text"} & set(wildlife.columns)


def test_a_vessel_whose_type_is_known_has_a_name_and_a_flag() -> None:
    made = synth("fisheries", country="IDN", rows=60, seed=1, years=YEARS)
    typed = made["vessel_type"].notna()
    assert typed.any()
    assert made.loc[typed, "vessel_name"].notna().all()
    assert set(made.loc[typed, "vessel_flag"]) == {"IDN"}
