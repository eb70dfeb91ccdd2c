import pytest

from ens_reports.intake.reader.formats import shown


@pytest.mark.parametrize(
    ("code", "cell", "text"),
    [
        ("0%", "0.5", "50%"),
        ("0.00%", "0.125", "12.5%"),
        ('0.0" kg"', "12", "12 kg"),
        ("0\\ \\k\\g", "0.5", "0.5 kg"),
        ('General" kg"', "3", "3 kg"),
        ('0 "kg";-0 "kg"', "-3", "-3 kg"),
        ("[$\u20ac-407] #,##0.00", "12", "\u20ac 12"),
        ('#,##0\\ "FCFA"', "5000", "5000 FCFA"),
        ("$#,##0_);($#,##0)", "7", "$ 7"),
        ("00000", "123", "00123"),
        ("00000", "1.5", "1.5"),
        ("yyyy", "2024-03-01", "2024"),
        ("[$-409]mmm\\-yy;@", "2024-03-01", "2024-03"),
        ("yyyy", "2024-03-01 12:00:00", "2024"),
    ],
)
def test_a_format_that_says_more_than_the_value(code: str, cell: str, text: str) -> None:
    assert shown(code).text(cell) == text


@pytest.mark.parametrize(
    "code", ["", "General", "0", "0.00", "#,##0", "dd/mm/yyyy", "[h]:mm", "@", "0.00E+00", "[Red]0", "_-* #,##0.00_-", '0"."']
)
def test_a_format_that_says_nothing_more(code: str) -> None:
    assert (shown(code).kind, shown(code).text("12")) == ("plain", "12")


def test_text_in_a_cell_with_a_format_stays() -> None:
    assert [shown(code).text("n/a") for code in ("0%", '0" kg"', "yyyy", "000")] == ["n/a"] * 4


@pytest.mark.parametrize("code", ["#,##0,", '0.0,,"M"', "#,##0, "])
def test_numbers_shown_in_thousands_keep_their_value(code: str) -> None:
    assert (shown(code).kind, shown(code).text("12000")) == ("scaled", "12000")
