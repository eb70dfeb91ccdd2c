import pytest

from ens_reports.intake.pack.texts import MAX_CELL_CHARS, clean, comment_size, looks_like_formula


def test_characters_that_no_workbook_holds_or_that_nobody_sees_are_marked() -> None:
    assert clean("a\x00\x1f\ud800\uffffb\t\n\u202ec") == "a[U+0000][U+001F][U+D800][U+FFFF]b\t\n[U+202E]c"
    assert len(clean("x" * (MAX_CELL_CHARS + 9))) == MAX_CELL_CHARS


def test_a_comment_is_as_high_as_its_text() -> None:
    assert comment_size("a")[1] < comment_size("a" * 50)[1] == comment_size("a\nb")[1]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_texts_that_can_be_taken_for_formulas(text: str) -> None:
    assert looks_like_formula(text)
    assert not looks_like_formula(f" {text}")
    assert not looks_like_formula("")
