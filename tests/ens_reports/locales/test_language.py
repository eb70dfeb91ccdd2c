from datetime import date

import pytest

from ens_reports.errors import RequestError
from ens_reports.locales import LANGUAGES, open_language


@pytest.mark.parametrize(
    ("code", "number", "percent", "day"),
    [
        ("en", "12,345.7", "86%", "31 December 2025"),
        ("fr", "12\N{NARROW NO-BREAK SPACE}345,7", "86\N{NO-BREAK SPACE}%", "31 décembre 2025"),
        ("es", "12.345,7", "86\N{NO-BREAK SPACE}%", "31 de diciembre de 2025"),
        ("ar", "12,345.7", "86%", "31 ديسمبر 2025"),
    ],
)
def test_numbers_and_days_are_written_as_the_reader_writes_them(code: str, number: str, percent: str, day: str) -> None:
    language = open_language(code)

    assert [number, percent, day] == [
        language.number(12345.678, decimals=1),
        language.percent(0.86).replace("\N{LEFT-TO-RIGHT MARK}", ""),
        language.day(date(2025, 12, 31)),
    ]


def test_only_arabic_runs_from_right_to_left() -> None:
    assert {"ar": True, "en": False, "es": False, "fr": False} == {code: open_language(code).right_to_left for code in sorted(LANGUAGES)}


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(RequestError, match=r"^language must be one of en, fr, es, ar, got 'de'$"):
        open_language("de")


def test_countries_have_names_in_each_language_and_unknown_codes_stay() -> None:
    assert ["Kenya", "Kenya", "Kenia", "كينيا"] == [open_language(code).country("KEN") for code in LANGUAGES]
    assert "ZZZ" == open_language("fr").country("ZZZ")


def test_arabic_has_a_plural_of_its_own_for_two() -> None:
    """Arabic has six plural forms; a catalogue with two would be wrong for most numbers."""
    language = open_language("ar")
    forms = {language.plural("{n} incident", "{n} incidents", number) for number in (1, 2, 3, 11)}

    assert 4 == len(forms)


def test_values_are_filled_in_and_never_read_as_places() -> None:
    assert "Seen: {cell}" == open_language("en").text("Seen: {what}", what="{cell}")
