from ens_reports.editions.series import Series, reference, series_of
from ens_reports.params import Parameter, Period, Product

PRODUCT = Product(
    name="hotspots-and-routes",
    level="operational",
    notebook="reports/operational/hotspots-and-routes.ipynb",
    title="Hotspots and routes",
    parameters={"resamples": Parameter(type="int", default=200, help="Bootstrap resamples.")},
)
PERIOD = Period(first_year=2024, last_year=2025, history_from=2021)


def series(**given: object) -> Series:
    return series_of(PRODUCT, "KEN", "en", period=PERIOD, given=given)


def test_a_series_is_named_after_product_recipient_language_and_years() -> None:
    assert series(resamples=200).name == "hotspots-and-routes-KEN-en-2024-2025"


def test_other_parameters_are_another_series() -> None:
    """Else a trial with another parameter would replace the edition that everyone has."""
    other = series(resamples=20)

    assert other.name.startswith("hotspots-and-routes-KEN-en-2024-2025-p")
    assert other != series(resamples=200)
    assert other == series(resamples=20)


def test_an_edition_is_named_by_its_content() -> None:
    first = series(resamples=200).edition("key", "")

    assert first == series(resamples=200).edition("key", "")
    assert first.rsplit("-", 1)[0] == series(resamples=200).name
    assert first != series(resamples=200).edition("other key", "")
    assert first != series(resamples=200).edition("key", "an edition before it")


def test_the_reference_number_is_short_and_says_what_it_is() -> None:
    assert reference("hotspots-and-routes-KEN-en-2024-2025-1a2b3c4d", series(resamples=200)) == "HAR-KEN-2025-EN-1A2B3C4D"
