import pytest
from mapped import run

DATE = {"incident_date": {"column": "Date"}}


def one(name: str, rule: dict[str, object], *cells: str, contract: str = "wildlife") -> tuple[list[str | None], dict[str, list[int]]]:
    result = run({"Date": ["2024"] * len(cells), "c": list(cells)}, {**DATE, name: {"column": "c", **rule}}, contract)
    return result.column(name), result.checks()


def test_table_compares_as_people_read() -> None:
    cells, checks = one("transport_mode", {"table": {"By road": "road_private"}}, "By road", "by Road ", "BY ROAD", "By road")
    assert cells == ["road_private"] * 4
    assert checks["spellings_several"] == [3, 4]
    assert checks["blanks_trimmed"] == [3]


def test_a_correction_is_a_finding_of_its_own() -> None:
    cells, checks = one("reporting_country", {"corrections": {"Finlandnland": "FIN"}}, "Finlandnland", "Finland")
    assert (cells, checks["value_corrected"]) == (["FIN", "FIN"], [2])


def test_what_is_not_in_the_table_is_told() -> None:
    cells, checks = one("concealment", {"table": {"Hidden": "other"}, "otherwise": "unknown"}, "Hidden", "van", "")
    assert (cells, checks["value_not_in_table"]) == (["other", "unknown", None], [3])


def test_without_otherwise_it_stays_for_validation() -> None:
    assert one("concealment", {"table": {"Hidden": "other"}}, "van")[0] == ["van"]


def test_the_first_of_several_values_is_taken_unless_the_table_has_them_together() -> None:
    rule = {"several": "/", "table": {"Ouro": "gold", "Ouro/Prata": "other"}}
    cells, checks = one("mineral", rule, "Ouro/Cassiterita", "Ouro/Prata", "Ouro", contract="mining")
    assert (cells, checks["first_of_several"]) == (["gold", "other", "gold"], [2])


@pytest.mark.parametrize(
    ("cell", "name"), [("genidens_barbus", "Genidens barbus"), ("kyphosus_sp", "Kyphosus sp."), ("MANIS SPP", "Manis spp.")]
)
def test_species_style(cell: str, name: str) -> None:
    assert one("scientific_name", {"style": "species"}, cell)[0] == [name]


def test_digits_restores_leading_zeros_of_codes_only() -> None:
    cells, checks = one("offence_code", {"digits": 5}, "5120", "54001", "A1")
    assert (cells, checks["codes_lost_zeros"]) == (["05120", "54001", "A1"], [2])


def test_zero_is_missing_where_the_mapping_says_so() -> None:
    assert one("quantity", {"zero_is_missing": True}, "0", "0.0", "0.5")[0] == [None, None, "0.5"]
    assert one("quantity", {}, "0")[0] == ["0"]


def test_extract_takes_the_first_group() -> None:
    assert one("offence_code", {"extract": r"ARTICULO (\d+)"}, "ARTICULO 336. CAZA ILEGAL", "CAZA")[0] == ["336", None]


def test_a_column_that_is_not_there_gives_blanks() -> None:
    result = run({"Date": ["2024"]}, {**DATE, "quantity": {"column": "kg"}})
    assert result.column("quantity") == [None]


def test_na_is_missing_and_also_namibia() -> None:
    """In a column of countries a mapping that keeps NA reads Namibia; elsewhere it is missing."""
    kept = run({"Date": ["2024"], "c": ["NA"]}, {**DATE, "reporting_country": {"column": "c"}}, kept=["NA"])
    missing = run({"Date": ["2024"], "c": ["NA"]}, {**DATE, "place_name": {"column": "c"}})
    assert (kept.column("reporting_country"), missing.column("place_name")) == (["NAM"], [None])


def test_two_words_for_one_code_are_told_where_the_mapping_says_they_mean_the_same() -> None:
    table = {"Oro": "gold", "Ouro": "gold", "Coltan": "coltan", "?": "unknown", "s/i": "unknown"}
    cells, checks = one("commodity", {"table": table, "synonyms": True}, "Oro", "oro", "Ouro", "Coltan", "?", "s/i")
    assert (cells[:4], checks["words_several"]) == (["gold", "gold", "gold", "coltan"], [4])
    assert "words_several" not in one("commodity", {"table": table}, "Oro", "Ouro")[1]


def test_names_in_another_style_are_told() -> None:
    cells, checks = one("scientific_name", {"column": "c", "style": "species"}, "genidens_barbus", "Genidens barbus")
    assert (cells, checks["names_restyled"]) == (["Genidens barbus"] * 2, [2])


def test_an_area_that_no_law_tells_is_told_once() -> None:
    checks = one("crime_area", {"table": {"336": "wildlife"}, "otherwise": "undetermined"}, "336", "328", contract="incidents")[1]
    assert checks["area_undetermined"] == [3]
    assert "value_not_in_table" not in checks
