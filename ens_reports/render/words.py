"""The renderers' own words: what a page says beside the blocks of its notebook."""

from ens_reports.locales import Language, mark
from ens_reports.render.facts import EditionFacts
from ens_reports.report.blocks import Cover

DRAFT = "DRAFT - NOT REVIEWED"
SYNTHETIC = "SYNTHETIC EXAMPLE DATA"
SEPARATOR = "  \N{MIDDLE DOT}  "
"""Both are printed in English on every page, whatever the language, with the translation beside them."""

LEVELS = {
    "strategic": mark("Strategic product"),
    "operational": mark("Operational product"),
    "tactical": mark("Tactical product: need to know"),
}
TONES = {
    "decision": mark("Decision asked"),
    "limit": mark("Limit"),
    "information": mark("Information"),
    "draft": mark("Draft for others to adopt"),
}
TRENDS = {"up": mark("rising"), "down": mark("falling"), "level": mark("level"), "unknown": mark("no trend can be told")}
SENTENCES = {
    "standing": mark("This product may not reflect all information held."),
    "handling": mark(
        "Property of the contributors. Not to be passed on without the consent of the originators. "
        "Not evidence: not to be used in judicial proceedings without their permission."
    ),
    "disclaimer": mark(
        "The names and designations used, and the boundaries shown on maps, do not imply any opinion on the legal status of any country, "
        "territory, city or area, or of its authorities, or on the course of its frontiers or boundaries."
    ),
    "unadopted": mark("Proposed by rule, not adopted by an analyst"),
    "evidence": mark("Rests on"),
    "contents": mark("Contents"),
    "about": mark("About this edition"),
    "page": mark("Page {page} of {pages}"),
    "at_page": mark("p. {page}"),
    "empty": mark("No entries."),
    "attached": mark("Files attached to the PDF"),
    "manifest": mark("What this edition was made from: product, period, marking, inputs and digests"),
    "yardstick": mark("How to read likelihood and confidence"),
}
"""Printed as they are; `{page}` and `{pages}` are filled when the pages are known."""


def sentences(language: Language) -> dict[str, str]:
    """All of `SENTENCES`, translated; the places for page numbers stay."""
    return {name: language.text(message, page="{page}", pages="{pages}") for name, message in SENTENCES.items()}


def status(facts: EditionFacts, language: Language) -> tuple[str, ...]:
    """What stands under the marking of each page: draft, synthetic data.

    Args:
        facts: Of the edition.
        language: The reader's.

    Returns:
        Nothing, or a line in English, and the same in the reader's language where that is another.
    """
    said = ((facts.draft, DRAFT, mark("Draft, not reviewed")), (facts.synthetic, SYNTHETIC, mark("Synthetic example data")))
    english = SEPARATOR.join(line for holds, line, _ in said if holds)
    translated = SEPARATOR.join(language.text(message) for holds, _, message in said if holds)
    lines = (english,) if language.code == "en" else (english, translated)
    return tuple(line for line in lines if line)


def about(facts: EditionFacts, language: Language) -> tuple[tuple[str, str], ...]:
    """The cover's table of facts: label and value, without those that the edition has not.

    Args:
        facts: Of the edition.
        language: The reader's.

    Returns:
        Rows in the order in which the cover prints them.
    """
    text = language.text
    rows = (
        (text("Prepared for"), facts.recipient),
        (text("Period covered"), facts.period),
        (text("Information cut-off"), language.day(facts.cut_off)),
        (text("Reference number"), facts.reference),
        (text("Edition"), language.number(facts.edition_number)),
        (text("Supersedes"), facts.supersedes),
        (text("Next edition due"), language.day(facts.next_due) if facts.next_due else ""),
        (text("Available in"), language.join([Language(code).name for code in facts.languages_available])),
        (text("Status"), _status_words(facts, language)),
        (text("Prepared by"), issuer(facts)),
        (text("Contact"), facts.contact_post),
    )
    return tuple((label, value) for label, value in rows if value)


def _status_words(facts: EditionFacts, language: Language) -> str:
    if facts.approved_on is not None:
        return language.text("Approved on {day}", day=language.day(facts.approved_on))
    translated = language.text("Draft, not reviewed")
    return DRAFT if language.code == "en" else f"{DRAFT} \N{MIDDLE DOT} {translated}"


def issuer(facts: EditionFacts) -> str:
    """The organisation and its unit, as the cover's first line names them."""
    return f"{facts.organisation} \N{MIDDLE DOT} {facts.unit}" if facts.unit else facts.organisation


def full_title(cover: Cover) -> str:
    """The title that a window or a list of files shows."""
    return f"{cover.title} \N{EN DASH} {cover.subtitle}" if cover.subtitle else cover.title
