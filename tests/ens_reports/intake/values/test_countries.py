import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_contracts import codelists
from ens_reports.intake.values.countries import Found, countries_in_list, countries_in_place, country, may_name, names, nearest
from ens_reports.intake.values.fold import tidy
from ens_reports.intake.values.many import as_texts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("R.D. Congo", "COD"),
        ("R. D. Congo", "COD"),
        ("Congo (RDC)", "COD"),
        ("E.U.A.", "USA"),
        ("Burkina-Faso", "BFA"),
        ("Guiné Bissau", "GNB"),
        ("Rép. Centrafricaine", "CAF"),
        ("Russian Fed.", "RUS"),
        ("السعودية", "SAU"),
        ("الإمارات", "ARE"),
        ("سوريا", "SYR"),
        ("أمريكا", "USA"),
        ("KEN", "KEN"),
        ("ke", "KEN"),
        ("NA", "NAM"),
        ("Kenya", "KEN"),
        ("Cameroun", "CMR"),
        ("Camarões", "CMR"),
        ("Perú", "PER"),
        ("Peru", "PER"),
        ("الأردن", "JOR"),
        ("Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire", "CIV"),
        ("COTE D'IVOIRE", "CIV"),
        ("China - Hong Kong", "HKG"),
        ("Republic of the Congo (Congo-Brazzaville)", "COG"),
        ("DRC", "COD"),
        ("404", "KEN"),
        ("Zaïre", "COD"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Korea, Republic of", "KOR"),
        ("The Gambia", "GMB"),
        ("Republic of Kenya", "KEN"),
        ("Guinea", "GIN"),
        ("Guinea Bissau", "GNB"),
        ("Guinea Ecuatorial", "GNQ"),
        ("Kenyane", "KEN"),
        ("queniana", "KEN"),
        ("nigeriana", "NGA"),
        ("Nigérienne", "NER"),
        ("français", "FRA"),
        ("marocaine", "MAR"),
        ("كينية", "KEN"),
        ("Turkey", "TUR"),
        ("Viet Nam", "VNM"),
        ("Laos", "LAO"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Brasil", "BRA"),
        ("High seas", "XZZ"),
        ("Inconnu", "XXX"),
    ],
)
def test_country(text: str, code: str) -> None:
    assert country(text).codes == (code,)


@pytest.mark.parametrize("text", ["Various", "Finlandnland", "Africa", "Hanoi", "ZZZ", ""])
def test_country_of_anything_else(text: str) -> None:
    assert country(text) == Found()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Quang Ninh Province, Vietnam", ("VNM",)),
        ("Asia (Vietnam)", ("VNM",)),
        ("Kano, Nigeria; Istanbul, Turkey", ("NGA", "TUR")),
        ("Kunming, China", ("CHN",)),
        ("Southeast Cameroon", ()),
    ],
)
def test_countries_in_place(text: str, codes: tuple[str, ...]) -> None:
    assert countries_in_place(text).codes == codes


@pytest.mark.parametrize(("text", "codes"), [("Congo", ("COG", "COD")), ("Korea", ("KOR", "PRK")), ("الكونغو", ("COG", "COD"))])
def test_a_name_of_several_countries_is_none_of_them(text: str, codes: tuple[str, ...]) -> None:
    assert country(text) == Found(codes=codes, how="ambiguous")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kenya / Ethiopia and Uganda", ["KEN", "ETH", "UGA"]),
        ("Trinidad and Tobago, Kenya", ["TTO", "KEN"]),
        ("Bosnie-Herzégovine et Serbie", ["BIH", "SRB"]),
        ("Kenia y Uganda", ["KEN", "UGA"]),
        ("Quênia e Uganda", ["KEN", "UGA"]),
        ("كينيا وأوغندا", ["KEN", "UGA"]),
        ("Korea, Republic of; Kenya", ["KOR", "KEN"]),
        ("São Tomé e Príncipe e Angola", ["STP", "AGO"]),
        ("China - Hong Kong", ["HKG"]),
        ("KEN -> CHN", ["KEN", "CHN"]),
        ("Kenya; Atlantis", ["KEN", ""]),
        (" ; ", []),
    ],
)
def test_countries_in_list(text: str, codes: list[str]) -> None:
    assert [found.codes[0] if found.codes else "" for _, found in countries_in_list(text)] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [("Tanzanai", "TZA"), ("Vietnma", "VNM"), ("Brazill", "BRA"), ("Hanoi", ""), ("Keny", ""), ("Africa", ""), ("Various", "")],
)
def test_a_misspelt_name_is_only_proposed(text: str, code: str) -> None:
    assert (nearest(text), country(text)) == (code, Found())


def test_every_alias_is_of_a_country_of_the_list() -> None:
    assert set(names().values()) <= set(codelists.codes("countries"))


def test_niger_and_nigeria_are_kept_apart() -> None:
    assert (country("Niger").codes, country("Nigeria").codes, nearest("Nigerr")) == (("NER",), ("NGA",), "NER")


PARTS_OF_NAMES = (
    *(
        "Kenya",
        "kenyan",
        "Republic of ",
        "the ",
        "rep. of ",
        "KE",
        "ken",
        "404",
        "12",
        "Congo",
        "D.R. ",
        "Burkina-Faso",
        "Guinée Équatoriale",
    ),
    *("Atlantis", "(", ")", "[", " ", "-", " - ", ".", ";", ",", " and ", " & ", "/", "->", "bosnia", "herzegovina", "NA", "السودان"),
)


@given(st.lists(st.lists(st.sampled_from(PARTS_OF_NAMES), max_size=5).map("".join), max_size=20))
def test_nothing_that_is_left_out_names_a_country(texts: list[str]) -> None:
    tidied = [text for text in map(tidy, texts) if text]
    for text, may in zip(tidied, may_name(as_texts(tidied)).to_pylist(), strict=True):
        assert may or (country(text) == Found() and countries_in_list(text) == ((text, Found()),))


def test_every_name_is_looked_at_and_what_is_plainly_none_is_not() -> None:
    assert all(may_name(as_texts(names())).to_pylist())
    assert may_name(as_texts(["Land 7", "-12-", "Utopia-3.", "Rép. Centrafricaine", "A;B"])).to_pylist() == [
        False,
        False,
        False,
        True,
        True,
    ]


def test_breaks_that_no_name_has_part_a_list() -> None:
    assert not any(set(name) & set(";|>") for name in names())
    assert countries_in_list("Trinidad and Tobago;X > Kenya") == (
        ("Trinidad and Tobago", country("Trinidad and Tobago")), ("X", Found()), ("Kenya", country("Kenya")),
    )  # fmt: skip
    assert countries_in_list("Kenya (X; Y)") == (("Kenya (X; Y)", country("Kenya")),)
