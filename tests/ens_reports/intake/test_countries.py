import pytest

from ens_reports.intake.countries import Found, countries_in_place, country


@pytest.mark.parametrize(
    ("text", "code"),
    [
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
        ("Congo", "COG"),
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
