import re
from html.parser import HTMLParser

import pytest

from data_contracts.publish.asked import asked
from data_contracts.publish.dictionary import dictionary
from data_contracts.publish.voice import ENGLISH, Voice
from data_contracts.registry import CONTRACTS, contract

VOID = frozenset({"meta"})


class Reader(HTMLParser):
    """Takes down identifiers, links and elements that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down an element that begins."""
        told = dict(attrs)
        self.ids += [str(told["id"])] if "id" in told else []
        self.links += [str(told["href"])] if "href" in told else []
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        """Compare an end with what is open."""
        assert self.open.pop() == tag


def read(name: str) -> tuple[str, Reader]:
    page, reader = dictionary(contract(name), ENGLISH), Reader()
    reader.feed(page)
    return page, reader


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_link_leads_to_a_place_of_the_page(name: str) -> None:
    _, reader = read(name)
    assert reader.open == []
    assert len(set(reader.ids)) == len(reader.ids)
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)


def test_every_column_that_is_offered_and_every_check_is_there() -> None:
    page, reader = read("fisheries")
    assert set(contract("fisheries").fields) - {"offender_count", "crime_area"} <= set(reader.ids)
    assert [item.check.id for item in asked(contract("fisheries")) if f"<code>{item.check.id}</code>" not in page] == []


def test_no_place_of_a_wording_is_left_open() -> None:
    assert re.findall(r"\{\w+\}", dictionary(contract("wildlife"), ENGLISH)) == []


def test_codes_show_on_which_days_they_were_valid() -> None:
    page = dictionary(contract("pollution"), ENGLISH)
    assert re.search(r"A1181[^(]*\(from 2025-01-01\)", page)
    assert re.search(r"A1180[^(]*\(until 2024-12-31\)", page)


def test_words_are_in_the_language_asked_for() -> None:
    page = dictionary(contract("wildlife"), Voice(code="fr", text=str.format))
    assert "Condamn" in page
    assert '<html lang="fr" dir="ltr">' in page


def test_versions_tell_what_changed() -> None:
    page = dictionary(contract("mining"), ENGLISH)
    assert "<li>The first version.</li>" in page
    assert "<li>Changed: Method (method).</li>" in page


def test_equal_contracts_give_equal_pages() -> None:
    assert dictionary(contract("mining"), ENGLISH) == dictionary(contract("mining"), ENGLISH)
