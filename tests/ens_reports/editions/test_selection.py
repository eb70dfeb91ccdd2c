from pathlib import Path

import pytest
import small

from ens_reports.editions.selection import Candidate, Selection, candidates
from ens_reports.errors import RequestError
from ens_reports.pipeline import Run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    run = small.open_run(small.make_project(tmp_path / "project"), tmp_path / "workspace")
    small.commit(run, "KEN")
    small.commit(run, "FRA")
    return run


def chosen(run: Run, **wanted: object) -> list[Candidate]:
    return list(candidates(Selection(**wanted), project=run.project, snapshot=run.store.snapshot()))  # type: ignore[arg-type]


def refusal(run: Run, **wanted: object) -> str:
    with pytest.raises(RequestError) as caught:
        chosen(run, **wanted)
    return caught.value.message


def test_without_a_wish_everyone_who_sent_gets_an_edition_in_its_own_language(run: Run) -> None:
    found = [(one.product.name, one.party.code, one.language, one.period.label, one.parameters) for one in chosen(run)]

    assert found == [
        ("small-picture", "FRA", "fr", "2024\N{EN DASH}2025", {"top": 3}),
        ("small-picture", "KEN", "en", "2024\N{EN DASH}2025", {"top": 3}),
    ]


def test_a_recipient_a_language_years_and_parameters_can_be_asked_for(run: Run) -> None:
    (one,) = chosen(run, recipients=("KEN",), language="ar", period="2022-2023", parameters={"top": "5"})

    assert (one.party.code, one.language, one.period.file_name, one.parameters) == ("KEN", "ar", "2022-2023", {"top": 5})
    assert one.series.name.startswith("small-picture-KEN-ar-2022-2023-p")


def test_what_there_is_not_is_refused(run: Run) -> None:
    assert refusal(run, level="tactical") == "the selection must match a product, got none of level 'tactical'"
    assert refusal(run, recipients=("KNE",)) == "party must be in params/parties.yaml, got 'KNE'"
    assert refusal(run, language="de") == "language of small-picture must be one of en, fr, es, ar, got 'de'"
    assert refusal(run, period="last year") == "period must be years such as 2024-2025, got 'last year'"
