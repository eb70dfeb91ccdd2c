from typing import get_args

import pytest

from data_contracts.registry import CONTRACTS
from ens_reports.intake.pack.choices import FACTS, SAID, answer_code, chosen, is_right, options, value_in_words
from ens_reports.locales import LANGUAGES, Language
from ens_reports.store import SETTLING, AnswerCode

WILDLIFE = CONTRACTS["wildlife"]


def test_every_answer_to_a_finding_is_offered() -> None:
    assert set(SAID) == {code for code in get_args(AnswerCode) if code in SETTLING or code == "corrected"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_offered_in_any_language_is_understood(code: str) -> None:
    language = Language(code)
    assert [answer_code(language.text(words)) for words in SAID.values()] == list(SAID)
    for fact in FACTS:
        offered = options(fact, WILDLIFE, language, field="reporting_country")
        assert [chosen(fact, words, WILDLIFE, field="reporting_country") for words in list(offered)[:40]] == list(offered.values())[:40]


def test_answers_are_understood_as_people_type_them() -> None:
    assert answer_code(" not  AVAILABLE") == "not_available"
    assert answer_code("perhaps") is None
    assert is_right("right")
    assert not is_right("wrong")
    assert chosen("currency", "xaf", WILDLIFE) == "XAF"
    assert chosen("date_order", "backwards", WILDLIFE) is None


def test_what_was_understood_is_said_in_words() -> None:
    french = Language("fr")
    assert value_in_words("field", "incident_date", WILDLIFE, Language("en")) == "Incident date (incident_date)"
    assert value_in_words("unit", "kg", WILDLIFE, french) == "Kilogramme (kg)"
    assert value_in_words("constant", "KEN", WILDLIFE, french, field="reporting_country") == "Kenya (KEN)"
    assert value_in_words("constant", "anything", WILDLIFE, french, field="incident_id") == "anything"
    assert value_in_words("date_order", "no such order", WILDLIFE, french) == "no such order"
