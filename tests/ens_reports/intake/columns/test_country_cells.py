import pytest
from mapped import Result, run

from ens_reports.intake.columns.country_cells import keeps_namibia

DATE = {"incident_date": {"column": "d"}}


def read(field: str, *cells: str, **more: object) -> Result:
    rule = {key: more.pop(key) for key in ("from_place", "missing") if key in more}
    if isinstance(rule.get("missing"), str):
        rule["missing"] = [rule["missing"]]
    return run({"d": ["2024"] * len(cells), "c": list(cells)}, {**DATE, field: {"column": "c", **rule}}, **more)


def test_a_name_of_two_countries_is_asked_about() -> None:
    result = read("origin_country", "Congo", "Kenya")
    assert (result.column("origin_country"), result.checks()["country_ambiguous"]) == (["Congo", "KEN"], [2])


def test_a_misspelt_name_stays_and_the_finding_names_the_proposal() -> None:
    result = read("origin_country", "Tanzanai", "Tanzania")
    assert result.column("origin_country") == ["Tanzanai", "TZA"]
    found = next(item.finding for item in result.collector.found if item.finding.check == "country_misspelt")
    assert (found.values, found.rows.tolist()) == ({"country": "TZA"}, [2])


def test_nationalities_become_countries_and_are_told() -> None:
    result = read("origin_country", "chinoise", "China")
    assert (result.column("origin_country"), result.checks()["country_from_nationality"]) == (["CHN", "CHN"], [2])


def test_several_countries_in_a_cell_for_one() -> None:
    result = read("origin_country", "Kenya and Uganda", "Trinidad and Tobago")
    assert (result.column("origin_country"), result.checks()["countries_several"]) == (["Kenya and Uganda", "TTO"], [2])


def test_a_list_of_countries_keeps_what_it_cannot_read() -> None:
    result = read("transit_countries", "Kenya et Congo", "Tanzanai / Uganda")
    assert result.column("transit_countries") == ["KEN;Congo", "Tanzanai;UGA"]
    assert (result.checks()["country_ambiguous"], result.checks()["country_misspelt"]) == ([2], [3])


@pytest.mark.parametrize(
    ("cells", "read_as", "told"),
    [
        (["NA", "KE", "UG"], ["NAM", "KEN", "UGA"], "na_is_namibia"),
        (["NA", "KEN", "UGA"], [None, "KEN", "UGA"], "missing_words"),
        (["NA", "Kenya"], [None, "KEN"], "missing_words"),
        (["NAM", "KE"], ["NAM", "KEN"], ""),
    ],
)
def test_na_is_namibia_among_codes_of_two_letters(cells: list[str], read_as: list[str | None], told: str) -> None:
    result = read("origin_country", *cells)
    assert result.column("origin_country") == read_as
    assert {"na_is_namibia", "missing_words"} & set(result.checks()) == ({told} if told else set())


def test_a_mapping_that_says_what_na_means_is_believed() -> None:
    assert read("origin_country", "NA", "KE", "UG", missing="NA").column("origin_country") == [None, "KEN", "UGA"]


@pytest.mark.parametrize(
    ("values", "kept"), [(["NA"], False), (["NA", "KE"], True), (["KE"], False), (["NA", "KE", "Kenya", "Uganda"], False)]
)
def test_keeps_namibia(values: list[str], kept: bool) -> None:  # noqa: FBT001 - yes or no is what is tested
    assert keeps_namibia(values) is kept
