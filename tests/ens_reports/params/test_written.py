from datetime import date
from pathlib import Path

import pytest

from ens_reports import params
from ens_reports.errors import RequestError
from ens_reports.params import Period, WrittenJudgement

ROOT = Path(__file__).parents[3]
PERIOD = Period(first_year=2024, last_year=2025, history_from=2021)
TEXT = """
judgements:
  - statement: Ivory is likely to leave by sea.
    likelihood: likely
    confidence: moderate
    confidence_reason: Two agencies agree.
    author: Wildlife desk
    date: 2026-02-01
"""


@pytest.fixture
def project(tmp_path: Path) -> params.Project:
    return params.load(ROOT).model_copy(update={"root": tmp_path})


def _write(project: params.Project, text: str) -> None:
    path = params.judgements_file(project.root, "p", "KEN", period=PERIOD)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_judgements_stand_under_product_recipient_and_period(project: params.Project) -> None:
    _write(project, TEXT)
    expected = WrittenJudgement(
        statement="Ivory is likely to leave by sea.",
        likelihood="likely",
        confidence="moderate",
        confidence_reason="Two agencies agree.",
        author="Wildlife desk",
        date=date(2026, 2, 1),
    )
    assert params.judgements(project, "p", "KEN", period=PERIOD) == (expected,)
    assert (project.root / "params/judgements/p/KEN/2024-2025.yaml").is_file()


def test_another_recipient_has_none(project: params.Project) -> None:
    _write(project, TEXT)
    assert params.judgements(project, "p", "UGA", period=PERIOD) == ()


def test_a_confidence_that_is_none_is_refused(project: params.Project) -> None:
    _write(project, TEXT.replace("moderate", "certain"))
    with pytest.raises(RequestError) as caught:
        params.judgements(project, "p", "KEN", period=PERIOD)
    assert "judgements.0.confidence must be valid, got 'certain'" in caught.value.message
