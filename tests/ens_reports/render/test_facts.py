from collections.abc import Callable
from datetime import date

from ens_reports.render.facts import EditionFacts


def test_a_section_is_marked_as_the_whole_is(make_facts: Callable[..., EditionFacts]) -> None:
    assert make_facts("en", organisation="INTERPOL", marking="INTERPOL RESTRICTED").section_marking == "RESTRICTED"


def test_an_edition_is_a_draft_until_it_is_approved(make_facts: Callable[..., EditionFacts]) -> None:
    assert (True, False) == (make_facts("en").draft, make_facts("en", approved_on=date(2026, 1, 1)).draft)
