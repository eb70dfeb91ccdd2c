from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest

from ens_reports.locales import Language
from ens_reports.render import words
from ens_reports.render.facts import EditionFacts
from ens_reports.report.blocks import Callout, Card, Cover

Facts = Callable[..., EditionFacts]


def test_every_level_tone_and_trend_has_a_word() -> None:
    assert set(get_args(EditionFacts.__annotations__["level"])) == set(words.LEVELS)
    assert set(get_args(Callout.model_fields["tone"].annotation)) == set(words.TONES)
    assert set(get_args(Card.model_fields["trend"].annotation)) == set(words.TRENDS)


def test_sentences_keep_the_places_for_page_numbers() -> None:
    assert "Page {page} of {pages}" == words.sentences(Language("en"))["page"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("DRAFT - NOT REVIEWED  \u00b7  SYNTHETIC EXAMPLE DATA",)),
        ({"synthetic": False}, ("DRAFT - NOT REVIEWED",)),
        ({"approved_on": date(2026, 1, 1)}, ("SYNTHETIC EXAMPLE DATA",)),
        ({"approved_on": date(2026, 1, 1), "synthetic": False}, ()),
    ],
)
def test_status_says_what_holds(make_facts: Facts, changes: dict[str, object], expected: tuple[str, ...]) -> None:
    assert expected == words.status(make_facts("en", **changes), Language("en"))


def test_status_is_in_english_and_in_the_readers_language(make_facts: Facts) -> None:
    english, translated = words.status(make_facts("ar", synthetic=False), Language("ar"))

    assert ("DRAFT - NOT REVIEWED", Language("ar").text("Draft, not reviewed")) == (english, translated)


def test_the_cover_says_everything_about_the_edition(make_facts: Facts) -> None:
    expected = [
        ("Prepared for", "Kenya"),
        ("Period covered", "2024\u20132025"),
        ("Information cut-off", "31 December 2025"),
        ("Reference number", "ENS-CTA-KEN-2025-1a2b3c4d"),
        ("Edition", "2"),
        ("Supersedes", "ENS-CTA-KEN-2024-99aa88bb"),
        ("Next edition due", "31 December 2026"),
        ("Available in", "English, Fran\u00e7ais, Espa\u00f1ol and \u0627\u0644\u0639\u0631\u0628\u064a\u0629"),
        ("Status", "DRAFT - NOT REVIEWED"),
        ("Prepared by", "INTERPOL \u00b7 Environmental Security unit"),
        ("Contact", "Environmental Security unit, General Secretariat"),
    ]
    assert expected == list(words.about(make_facts("en"), Language("en")))


def test_what_an_edition_has_not_is_left_out(make_facts: Facts) -> None:
    labels = [label for label, _ in words.about(make_facts("en", supersedes="", next_due=None, contact_post=""), Language("en"))]

    assert {"Supersedes", "Next edition due", "Contact"}.isdisjoint(labels)


def test_an_approved_edition_says_when(make_facts: Facts) -> None:
    rows = dict(words.about(make_facts("en", approved_on=date(2026, 1, 15)), Language("en")))

    assert "Approved on 15 January 2026" == rows["Status"]


def test_titles(make_facts: Facts) -> None:
    assert "INTERPOL" == words.issuer(make_facts("en", unit=""))
    assert ("T", "T \u2013 S") == (words.full_title(Cover(title="T")), words.full_title(Cover(title="T", subtitle="S")))
