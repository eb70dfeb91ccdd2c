from datetime import date

import reading
import worlds

from ens_reports.report.blocks import Cards, Cover, Judgement
from ens_reports.report.view import Change, WrittenJudgement

WRITTEN = WrittenJudgement(
    statement="It is likely that ivory stays in trade.",
    likelihood="likely",
    confidence="moderate",
    confidence_reason="two agencies agree.",
    evidence=("ranked", "no such figure", "a letter of the customs"),
    author="Environmental Security unit",
    date=date(2026, 1, 31),
)


def judgements(blocks: list) -> list[Judgement]:
    return [block for block in blocks if isinstance(block, Judgement)]


def test_the_cover_tells_each_record_class_apart(write) -> None:  # noqa: ANN001 - a fixture
    cover = next(block for block in write(worlds.World(own=60, classes=("police", "administrative")), "cover") if isinstance(block, Cover))
    assert [fact.label for fact in cover.facts] == ["Police and judicial records", "Administrative records", "Reporting agencies"]


def test_what_a_rule_proposes_is_not_adopted_and_points_to_what_is_there(write) -> None:  # noqa: ANN001 - a fixture
    shown = judgements(write(worlds.World(own=200), "executive"))
    assert [one.number for one in shown] == [f"J{number}" for number in range(1, len(shown) + 1)]
    assert not any(one.adopted for one in shown)
    assert all(one.confidence.startswith("Confidence is ") for one in shown)


def test_an_analysts_judgements_take_the_place_of_proposals(write) -> None:  # noqa: ANN001 - a fixture
    (shown,) = judgements(write(worlds.World(own=60, judgements=(WRITTEN,)), "executive"))
    assert (shown.adopted, shown.statement) == (True, "It is likely that ivory stays in trade.")
    assert shown.confidence == "Confidence is moderate: two agencies agree."
    assert shown.author_note == "Written by Environmental Security unit, 31 January 2026."


def test_evidence_that_the_edition_does_not_hold_is_no_pointer(write) -> None:  # noqa: ANN001 - a fixture
    (full,) = judgements(write(worlds.World(own=60, judgements=(WRITTEN,)), "executive"))
    (thin,) = judgements(write(worlds.World(own=5, judgements=(WRITTEN,)), "executive"))
    assert [span.text for span in full.evidence if span.style == "ref"] == ["ranked"]
    assert [span.text for span in thin.evidence if span.style == "ref"] == []


def test_a_judgement_that_a_rule_left_in_a_file_is_not_adopted(write) -> None:  # noqa: ANN001 - a fixture
    (shown,) = judgements(write(worlds.World(own=60, judgements=(WRITTEN.model_copy(update={"author": "rule"}),)), "executive"))
    assert (shown.adopted, shown.author_note) == (False, "")


def test_without_records_the_page_says_what_it_cannot_tell(write) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=0, returned=False), "executive")
    assert judgements(blocks) == []
    assert reading.titles(blocks)[0] == "What we cannot tell you, and why"
    assert (
        reading.paragraphs(blocks)[0]
        == "Nothing was received from Kenya for 2024\N{EN DASH}2025. Absence of records is not evidence of absence."
    )


def test_a_card_tells_a_nil_return_from_nothing_received(write) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=1, nil=("fisheries",)), "executive")
    cards = {card.icon: card for block in blocks if isinstance(block, Cards) for card in block.cards}
    assert (cards["fisheries"].value, cards["fisheries"].lines) == ("0", ("Nil return",))
    silent = next(card for card in cards.values() if card.lines == ("Nothing received",))
    assert silent.value == "\N{EN DASH}"


def test_what_changed_is_told_in_three_lines(write) -> None:  # noqa: ANN001 - a fixture
    before = (
        Change(measure="incidents", value=10),
        Change(measure="completeness", value=0.1),
        Change(measure="incidents:wildlife", value=1),
    )
    said = reading.paragraphs(write(worlds.World(own=60, previous=before), "executive"))
    assert len([line for line in said if " went from " in line]) == 3
    assert any(line.startswith("The share of key fields that are filled went from 10% to ") for line in said)


def test_no_more_than_four_decisions_each_with_a_body_and_a_day(write) -> None:  # noqa: ANN001 - a fixture
    said = [line for line in reading.paragraphs(write(worlds.World(own=200), "executive")) if "2026: " in line]
    assert 1 <= len(said) <= 4
