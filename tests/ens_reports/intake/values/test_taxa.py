import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapped import run

from ens_reports.intake.values.taxa import is_open, usual


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("genidens_barbus", "Genidens barbus"),
        ("MANIS GIGANTEA", "Manis gigantea"),
        ("Manis gigantea Illiger, 1815", "Manis gigantea"),
        ("Panthera pardus (Linnaeus, 1758)", "Panthera pardus"),
        ("Loxodonta africana (L.)", "Loxodonta africana"),
        ("Manis sp", "Manis sp."),
        ("kyphosus_sp", "Kyphosus sp."),
        ("Manis cf javanica", "Manis cf. javanica"),
        ("Panthera tigris altaica", "Panthera tigris altaica"),
    ],
)
def test_a_name_is_written_as_usual(text: str, name: str) -> None:
    assert usual(text) == name


@pytest.mark.parametrize(
    "text", ["Manis gigantea", "African grey", "pangolin scales", "Ivory (African)", "Elephant", "bush meat", "Dr. No", ""]
)
def test_what_is_no_odd_name_stays(text: str) -> None:
    assert usual(text) == text


def test_a_name_that_leaves_the_species_open() -> None:
    assert is_open("Manis cf. javanica")
    assert not is_open("Manis javanica")


@given(st.text(max_size=40))
def test_no_text_is_too_strange_and_twice_is_as_once(text: str) -> None:
    assert usual(usual(text)) == usual(text)


def test_what_was_restyled_or_is_open_is_told() -> None:
    table = {"d": ["2024"] * 3, "s": ["manis_gigantea", "Manis cf. javanica", "Manis gigantea"]}
    result = run(table, {"incident_date": {"column": "d"}, "scientific_name": {"column": "s"}})
    assert result.column("scientific_name") == ["Manis gigantea", "Manis cf. javanica", "Manis gigantea"]
    assert (result.checks()["names_restyled"], result.checks()["name_left_open"]) == ([2], [3])
