from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from answers_back import make_answer

from ens_reports.intake.desk import Desk, Known
from ens_reports.intake.feedback.reply import reply
from ens_reports.intake.sheets.cover import CoverRead
from ens_reports.intake.sheets.identify import Asked
from ens_reports.params import load
from ens_reports.store import Cover

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(project=load(ROOT), mappings=(), asked=Asked(), today=date(2026, 1, 15))


def known(language: str = "") -> Known:
    cover = CoverRead(cover=Cover(reply_language=language), present=True)
    return Known(path=Path("a.csv"), sha256="x", party="KEN", cover=cover, found=())


def test_what_only_analysts_may_read_is_not_in_an_answer(desk: Desk) -> None:
    own, other = make_answer().found
    answer = reply(make_answer().outcome, known(), desk, found=[own, replace(other, audience="analyst")])
    assert answer.found == (own,)


def test_the_last_day_is_counted_from_the_day_of_arrival(desk: Desk) -> None:
    days = desk.project.file.model_copy(update={"correction_days": 10})
    shorter = replace(desk, project=desk.project.model_copy(update={"file": days}))
    outcome = make_answer().outcome
    assert [reply(outcome, known(), one, found=()).due for one in (desk, shorter)] == [date(2026, 2, 14), date(2026, 1, 25)]


@pytest.mark.parametrize(("wanted", "language"), [("ar", "ar"), ("", "en"), ("xx", "en")])
def test_the_language_is_that_of_the_cover_else_the_partys_first(desk: Desk, wanted: str, language: str) -> None:
    assert reply(make_answer().outcome, known(wanted), desk, found=()).language.code == language
