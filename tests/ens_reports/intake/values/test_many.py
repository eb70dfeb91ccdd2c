import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.values.fold import fold, tidy
from ens_reports.intake.values.many import among, as_texts, distinct_of, fold_all, folded, is_word, listed

TEXTS = st.lists(st.text(st.sampled_from("aZé Æÿß°ª&`'\u00a0\u200bé\u0301İ9٣-.\n"), max_size=6) | st.text(max_size=4), max_size=8)


@given(TEXTS)
def test_plain_letters_are_folded_as_one_by_one(texts: list[str]) -> None:
    for text, many in zip(texts, folded(as_texts(texts)).to_pylist(), strict=True):
        assert many is None or (many == fold(text) and tidy(text) == text)


def test_letters_of_western_europe_are_plain_and_others_are_not() -> None:
    assert folded(as_texts(["Côte d'Ivoire", "N° 12", "a  b", "Straße", "كينيا", "a&b"])).to_pylist() == [
        "cote d'ivoire", "n° 12", None, None, None, None,
    ]  # fmt: skip


@given(TEXTS)
def test_all_texts_are_folded(texts: list[str]) -> None:
    assert listed(fold_all(as_texts(texts))) == [fold(text) for text in texts]


def test_words_are_found_among_cells() -> None:
    cells = pd.Series(["a", "", "b", "a"], index=[4, 5, 6, 7], dtype="str")
    assert among(cells, {"a"}).to_dict() == {4: True, 5: False, 6: False, 7: True}
    assert distinct_of(cells) == ["a", "b"]


def test_what_only_fold_can_tell_may_be_a_word() -> None:
    assert is_word(as_texts(["Néant", "kilo", "a&b"]), ["neant"]).to_pylist() == [True, False, True]
