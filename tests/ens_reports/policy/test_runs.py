import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.policy.runs import LONGEST, WINDOW, Known, heads_of, runs_in, runs_of, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KEN-2024/0012", ["ken", "2024", "0012"]),
        ("permit_no: A1", ["permit", "no", "a1"]),
        ("K\u200bEN\u202e7", ["ken7"]),
        ("a[U+202E]b [U+4E2D][U+6587]7", ["ab", "中文7"]),
        ("[U+110000]", ["u", "110000"]),
        ("\uff2b\uff25\uff2e\uff17", ["ken7"]),
        ("Straße", ["strasse"]),
        ("--", []),
    ],
)
def test_words_are_what_is_read(text: str, expected: list[str]) -> None:
    assert expected == words(text)


@pytest.mark.parametrize("shown", ["KEN-77-AB", "ken 77 ab.", "KEN-7\n7-AB", "(KEN/77/AB)", "KEN_77_AB", "K\u200dEN-77-AB"])
def test_a_value_is_found_however_it_is_broken(shown: str) -> None:
    (run,) = runs_of(words("KEN-77-AB"))

    assert run in runs_in([f"before {shown} after"])
    assert Known([f"before {shown} after"]).has(run)


@pytest.mark.parametrize("shown", ["KEN-77-ABC", "XKEN-77-AB", "KEN-77", "KEN-177-AB", "KEN 77 x AB"])
def test_part_of_a_word_is_no_value(shown: str) -> None:
    (run,) = runs_of(words("KEN-77-AB"))

    assert run not in runs_in([shown])
    assert not Known([shown]).has(run)


def test_texts_stand_apart() -> None:
    (run,) = runs_of(words("KEN-77"))

    assert run not in runs_in(["the KEN", "77 of them"])
    assert not Known([]).has(run)
    assert not Known(["the KEN", "77 of them"]).has(run)


def test_digits_keep_their_places() -> None:
    """A date, and three columns of a table, are not the number that they would be without what is between them."""
    assert runs_of(["20240115"])[0] not in runs_in(["2024-01-15", "2024 01 15"])
    assert runs_of(["2024", "0115"])[0] in runs_in(["2024/0115"])


@pytest.mark.parametrize(
    ("value", "runs"),
    [
        ("", []),
        ("abcdefgh", ["abcdefgh"]),
        ("abcdefghi", ["abcdef", "defghi"]),
        ("abcdefghijk", ["abcdef", "fghijk"]),
        ("abcdefghijkl", ["abcdef", "ghijkl"]),
        ("abcdefghijklm", ["abcdef", "ghijkl", "hijklm"]),
    ],
)
def test_a_value_of_more_than_eight_words_is_known_by_windows_of_six(value: str, runs: list[str]) -> None:
    assert runs_of(list(value)) == runs


@pytest.mark.parametrize(("breaks", "found"), [(3, True), (4, False)])
def test_eight_words_are_found_though_three_of_them_are_broken(breaks: int, *, found: bool) -> None:
    value = ["aabb", "ccdd", "eeff", "gghh", "iijj", "kkll", "mmnn", "oopp"]
    shown = [" ".join((word[:2], word[2:])) if at < breaks else word for at, word in enumerate(value)]

    assert found == ("".join(value) in runs_in([" ".join(shown)]))


def test_a_quotation_of_a_long_text_is_found() -> None:
    sentence = [f"word{number}" for number in range(40)]
    traces = set(runs_of(sentence))

    for start in range(len(sentence) - 2 * WINDOW + 1):
        assert traces & runs_in([" ".join(sentence[start : start + 2 * WINDOW - 1])])


@given(st.lists(st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True), min_size=1, max_size=LONGEST), st.sampled_from(["-", " ", "/", "_", "\n"]))
def test_every_value_is_found_in_what_shows_it(parts: list[str], between: str) -> None:
    shown = f"x {between.join(parts)} y"

    assert runs_of(parts)[0] in runs_in([shown])
    assert Known([shown]).has(runs_of(parts)[0])


@given(st.text(max_size=60))
def test_known_has_just_the_runs_that_are_in_it(text: str) -> None:
    known = Known([text])

    assert all(known.has(run) for run in runs_in([text]))


@given(st.lists(st.text("ab1 -\n", max_size=30), max_size=5), st.text("ab1 -\n", min_size=1, max_size=20))
def test_looking_for_what_begins_as_a_value_does_finds_it_where_all_runs_do(shown: list[str], value: str) -> None:
    runs = set(runs_of(words(value)))
    heads = set(heads_of(pd.Series([*runs], dtype="str")))
    assert runs_in(shown, begin=heads.intersection) & runs == runs_in(shown) & runs
