from typing import get_args

from data_contracts.wording.missing import ROWS
from ens_reports.intake.values.phrases import DAMAGES, FIELDS, OBSERVERS, PHRASES, REASONS, Observer, Reason


def test_every_code_has_words() -> None:
    assert set(REASONS) == set(get_args(Reason))
    assert set(OBSERVERS) == set(get_args(Observer))
    assert not set(REASONS) & set(DAMAGES)


def test_words_go_on_within_a_sentence() -> None:
    for words in PHRASES.values():
        assert all(text[0].islower() or text.startswith("a PDF") for text in words.values())
        assert not any(text.endswith(".") for text in words.values())


def test_every_recommended_field_is_offered_for_translation() -> None:
    assert FIELDS == tuple(f"code:{name}" for name, *_ in ROWS)
