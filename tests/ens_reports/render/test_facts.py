from collections.abc import Callable
from datetime import date

import pytest

from ens_reports.render.facts import EditionFacts
from ens_reports.report.blocks import Frame, Section

MARKED = {"incidents": "official", "others": "restricted", "persons": "confidential"}


@pytest.mark.parametrize(
    ("rests_on", "shown"),
    [
        ((), "CONFIDENTIAL"),
        (("incidents",), "FOR OFFICIAL USE ONLY"),
        (("incidents", "others"), "RESTRICTED"),
        (("persons",), "CONFIDENTIAL"),
        (("incidents", "capacity"), "CONFIDENTIAL"),
    ],
    ids=["the whole", "official", "the highest", "confidential", "of one nothing is known"],
)
def test_a_section_is_marked_by_what_it_rests_on(rests_on: tuple[Frame, ...], shown: str, make_facts: Callable[..., EditionFacts]) -> None:
    printed = {"official": "FOR OFFICIAL USE ONLY", "restricted": "RESTRICTED", "confidential": "CONFIDENTIAL"}
    facts = make_facts("en", organisation="INTERPOL", marking="INTERPOL CONFIDENTIAL", markings=printed, confidentiality=MARKED)
    assert facts.section_marking(Section(title="Routes", rests_on=rests_on)) == shown


def test_an_edition_is_a_draft_until_it_is_approved(make_facts: Callable[..., EditionFacts]) -> None:
    assert (True, False) == (make_facts("en").draft, make_facts("en", approved_on=date(2026, 1, 1)).draft)
