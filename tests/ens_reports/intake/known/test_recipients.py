from pathlib import Path

import pandas as pd
import pytest

from ens_reports.intake.known.recipients import unlisted, unlisted_of_cover
from ens_reports.params import Project, load
from ens_reports.store import Cover


@pytest.fixture(scope="module")
def project() -> Project:
    return load(Path(__file__).parents[4])


def test_a_code_that_no_party_has_is_told(project: Project) -> None:
    """`KNE` bars nobody, and Kenya was meant. What is no code at all is told by the contract."""
    barred = ["UGA;KNE", "KEN", None, "our friends", "WG-WILDLIFE"]
    records = pd.DataFrame({"barred_recipients": barred, "allowed_recipients": "none"}, index=range(2, 7), dtype="str")
    [told] = unlisted(records, project)
    assert (told.finding.check, told.finding.field, list(told.finding.rows)) == ("party_not_listed", "barred_recipients", [2])
    assert (told.finding.sample, told.audience) == (("UGA;KNE",), "sender")


def test_columns_that_were_not_kept_are_not_asked_for(project: Project) -> None:
    assert unlisted(pd.DataFrame({"incident_id": ["1"]}), project) == []


@pytest.mark.parametrize(
    ("cover", "fields"),
    [
        (Cover(barred_recipients=("KNE",)), ["barred_recipients"]),
        (Cover(allowed_recipients=("UGA", "TRAFIC")), ["allowed_recipients"]),
        (Cover(barred_recipients=("KEN",), allowed_recipients=("UGA",)), []),
    ],
)
def test_a_cover_that_names_no_party_is_told(project: Project, cover: Cover, fields: list[str]) -> None:
    assert [item.finding.field for item in unlisted_of_cover(cover, project)] == fields
