import pytest

from ens_reports.intake.values.fold import fold, fold_header, tidy, western_digits


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


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mada\u200bgascar", "Madagascar"),
        ("co\u00adopération", "coopération"),
        ("\u200f12 kg\u200e", "12 kg"),
        ("\ufeffKenya", "Kenya"),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("C&ocirc;te d&#39;Ivoire", "Côte d'Ivoire"),
        ("A & B; C", "A & B; C"),
        ("&unknownthing;", "&unknownthing;"),
        ("می\u200cشود", "می\u200cشود"),
    ],
)
def test_tidy_leaves_out_what_nobody_sees_and_reads_entities(text: str, plain: str) -> None:
    assert tidy(text) == plain


def test_fold_ignores_the_joiner_that_tidy_keeps() -> None:
    assert fold("می\u200cشود") == fold("میشود")


@pytest.mark.parametrize(("text", "western"), [("１２．５", "12.5"), ("१२", "12"), ("۱۴۰۳", "1403"), ("\u221212", "-12")])  # noqa: RUF001 - digits of other scripts are what is tested
def test_western_digits_of_other_scripts(text: str, western: str) -> None:
    assert western_digits(text) == western
