import pytest

from ens_reports.locales.hidden import HIDDEN, MARK, marked, unmarked


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\u202eb\u2066c", "a[U+202E]b[U+2066]c"),
        ("\x00\x1b[2J\x7f\x9b", "[U+0000][U+001B][2J[U+007F][U+009B]"),
        ("\ud800", "[U+D800]"),
        ("old\r\nline\rends", "old\nline\nends"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\u200f\u0639\u200d\u0631\u00ad", "\u200f\u0639\u200d\u0631\u00ad"),
    ],
)
def test_what_is_not_seen_is_marked(text: str, seen: str) -> None:
    """Line ends, and what Arabic and long words are written with, stay as they are."""
    assert marked(text) == seen


def test_every_mark_of_ours_is_taken_out_again_and_no_other() -> None:
    every = [chr(code) for code in range(0x10000) if HIDDEN.match(chr(code))]

    assert [MARK.fullmatch(marked(char)) is not None for char in every] == [True] * len(every)
    assert unmarked(f"a{''.join(map(marked, every))}b [U+4E2D] [U+0041]") == "ab [U+4E2D] [U+0041]"
