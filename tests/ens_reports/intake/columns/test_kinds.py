import pytest
from mapped import run

from data_contracts.fields import Kind
from ens_reports.intake.columns.asked import PROPOSED_OF, Asked
from ens_reports.intake.columns.kinds import READERS

DATE = {"incident_date": {"column": "Date"}}


def read(name: str, *cells: str, contract: str = "wildlife", **rule: object) -> list[str | None]:
    return run({"Date": ["2024"] * len(cells), "c": list(cells)}, {**DATE, name: {"column": "c", **rule}}, contract).column(name)


def test_every_kind_of_field_is_read() -> None:
    assert set(READERS) == set(Kind.__args__)


@pytest.mark.parametrize(
    ("name", "cell", "code"),
    [
        ("outcome", "Convicted", "convicted"),
        ("outcome", "UNDER-INVESTIGATION", "under_investigation"),
        ("transport_mode", "inconnu", "unknown"),
        ("concealment", "néant", "none"),
        ("consortium", "Yes", "yes"),
        ("climate_related", "oui", "yes"),
        ("climate_related", "نعم", "yes"),
        ("reporting_country", "Cameroun", "CMR"),
        ("transit_countries", "Kenya; Ethiopie", "KEN;ETH"),
        ("transit_countries", "KEN, UGA", "KEN;UGA"),
        ("transit_countries", "aucun", "none"),
        ("supply_chain_stage", "transport; sale", "transport;sale"),
        ("persons_detected", "3,0", "3"),
        ("narrative", "  two  blanks ", "two blanks"),
    ],
)
def test_a_cell_becomes_canonical(name: str, cell: str, code: str) -> None:
    assert read(name, cell) == [code]


@pytest.mark.parametrize(
    ("name", "cell"), [("outcome", "gone"), ("reporting_country", "Various"), ("transit_countries", "Atlantis"), ("quantity", "heaps")]
)
def test_what_is_not_known_stays_as_it_came(name: str, cell: str) -> None:
    assert read(name, cell) == [cell]


def test_a_country_inside_a_place_only_where_the_mapping_allows() -> None:
    assert read("origin_country", "Accra, Ghana", from_place=True) == ["GHA"]
    assert read("origin_country", "Accra, Ghana") == ["Accra, Ghana"]


def test_several_countries_are_not_one() -> None:
    result = run({"Date": ["2024"], "c": ["China, Vietnam"]}, {**DATE, "origin_country": {"column": "c", "from_place": True}})
    assert (result.column("origin_country"), result.checks()["countries_several"]) == (["China, Vietnam"], [2])


def test_the_decimal_mark_of_a_column_decides_what_a_cell_leaves_open() -> None:
    assert read("quantity", "1,234", "2,5") == ["1.234", "2.5"]
    assert read("quantity", "1,234", "2.5") == ["1234", "2.5"]


def test_a_decimal_mark_that_nothing_shows_is_told() -> None:
    result = run({"Date": ["2024"], "c": ["1,234"]}, {**DATE, "quantity": {"column": "c"}})
    assert result.checks()["decimal_mark_unclear"] == [2]


DIRT = {
    "incident_date": ("3/4/2024", "03.04.2024", "2024-13-45", "5 Marchh 2024", "ramadan 1445", "so {}", "le {} du mois", "{}", "1999-2000"),
    "quantity": ("{}", "-{}", "{}.5", "{},5", "{} kg", "about {}", "2 à {}", "{} or so", "12 %", "néant"),
    "persons_detected": ("{}", "-{}", "{}.5", "{} kg", "many {}", "unknown", "0"),
    "latitude": ("{}", "-1.{}", "{} north", "S{}°x", "12°30'S", "N1 E2", "{} east", "0.0"),
    "origin_country": ("Land {}", "Kenya", "Congo", "Kenyan", "Kenya and {}", "KEN;UGA", "-{}-", "Burkina-Faso", "R.D. Congo {}", "NA"),
    "transit_countries": ("via {}", "A;B;{}", "KEN/UGA", "aucun", "Guinea, {}", "Trinidad and Tobago;{}"),
    "outcome": ("ask {}", "Convicted", "detected, convicted", "detected, {}", "n° {}", "unbekannt {}", "UNDER-INVESTIGATION", "inconnu"),
    "concealment": ("box {}", "false_label;x {}", "false label, {}", "in the {}th tank", "néant"),
    "climate_related": ("oui", "oui {}", "no {}"),
}  # fmt: skip
"""Field -> what parties write, with a number that makes values distinct."""


@pytest.mark.parametrize("name", DIRT)
def test_many_values_are_read_as_few_are(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = DIRT[name]
    cells = [texts[number % len(texts)].format(number) for number in range(5 * PROPOSED_OF)]
    assert len(set(cells)) > PROPOSED_OF
    results = []
    for many in (Asked.many, property(lambda _: False)):
        monkeypatch.setattr(Asked, "many", many)
        rule = {"column": "c"}
        mapping = {name: rule} if name == "incident_date" else {**DATE, name: rule}
        result = run({"Date": ["2024"] * len(cells), "c": cells}, mapping)
        found = [
            (item.finding.check, item.finding.rows.tolist(), item.finding.values, item.finding.sample) for item in result.collector.found
        ]
        results.append((result.column(name), found, result.mapped.understood))
    assert results[0] == results[1]
