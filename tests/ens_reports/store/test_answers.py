from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

import pandas as pd
import pytest

from ens_reports.store import SETTLING, AnswerCode, KeptAnswer, Store, Submission

DAY = date(2026, 1, 20)


@pytest.fixture
def tell(store: Store, submission: Callable[..., Submission]) -> Callable[..., int]:
    """Commits a submission that brings these answers."""

    def commit(name: str, answered: Sequence[KeptAnswer], **more: object) -> int:
        return store.commit(submission(name, **more), pd.DataFrame(), pd.DataFrame(), answered=answered)

    return commit


def said(answer: AnswerCode, submission: str, header: str = "Pays", value: str = "") -> KeptAnswer:
    return KeptAnswer(check="code_unknown", field="unit", header=header, answer=answer, value=value, day=DAY, submission=submission)


def test_the_last_answer_to_a_cause_holds(store: Store, tell: Callable[..., int]) -> None:
    first = (said("right", "KEN-1"), said("other", "KEN-1", header="Unit", value="ask customs"))
    tell("KEN-1", first)
    assert store.told.answers("KEN", "wildlife") == first
    tell("KEN-2", [said("not_available", "KEN-2")])
    assert store.told.answers("KEN", "wildlife") == (said("not_available", "KEN-2"), first[1])
    assert store.told.answers("KEN", "wildlife", as_of=1) == first


def test_answers_are_of_one_party_and_one_contract(store: Store, tell: Callable[..., int]) -> None:
    tell("KEN-1", [said("right", "KEN-1")])
    tell("UGA-1", [said("law_forbids", "UGA-1")], party="UGA")
    tell("KEN-2", [said("other", "KEN-2")], contract="mining")
    assert [item.answer for item in store.told.answers("KEN", "wildlife")] == ["right"]
    assert [item.answer for item in store.told.answers("UGA", "wildlife")] == ["law_forbids"]
    assert store.told.answers("TZA", "wildlife") == ()


def test_answers_outlive_the_submission_that_brought_them(store: Store, tell: Callable[..., int]) -> None:
    """But for words of the sender's own, which can hold what the records said."""
    unit = replace(said("instead", "KEN-1", value="kg"), check="understood.unit")
    tell("KEN-1", [said("law_forbids", "KEN-1", value="the name of a person"), unit])
    store.deletions.withdraw("KEN-1", reason="r", at=DAY)
    assert store.told.answers("KEN", "wildlife") == (said("law_forbids", "KEN-1"), unit)


def test_what_was_said_to_be_corrected_settles_nothing() -> None:
    settling = {code for code in get_args(AnswerCode) if said(code, "KEN-1").settles}
    assert settling == SETTLING == {"not_available", "law_forbids", "right", "other"}
