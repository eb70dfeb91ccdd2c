import pytest

from ens_reports.intake.fold import fold, fold_header, tidy, western_digits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire ", "COTE D'IVOIRE"),
        ("By  road", "by Road"),
        ("India\u00a0", "india"),
        ("الأردن", "الاردن"),
        ("٢٠٢٤", "2024"),
        ("Tântalo", "tantalo"),
    ],
)
def test_fold_makes_the_same_of_what_people_read_as_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("s.i.", "s.i"), ("By road", "By sea")])
def test_fold_keeps_apart_what_differs(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_fold_header_ignores_punctuation_and_line_breaks() -> None:
    assert fold_header("Major \n(= or > 500 kg)") == fold_header("major (= or > 500 kg)")
    assert fold_header("situacion_") == fold_header("situación")
    assert fold_header("C/UC") == fold_header("c uc")


def test_tidy_keeps_case_and_accents() -> None:
    assert tidy("  Huế \u00a0 City\n") == "Huế City"


def test_western_digits() -> None:
    assert western_digits("١٢٫٥") == "12.5"  # noqa: RUF001 - Arabic digits are what is tested
