"""The pages of the feedback pack: everything from the file is escaped, and the page asks nothing of any network."""

import html
from collections.abc import Iterable, Sequence

from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.ranges import addresses, row_ranges
from ens_reports.intake.feedback.style import POLICY, STYLE
from ens_reports.intake.feedback.told import Told
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.feedback.workbook import Book
from ens_reports.intake.pack.choices import FACTS, SAID, value_in_words
from ens_reports.intake.pack.columns import facts_of, unproven
from ens_reports.intake.pack.layout import is_heading
from ens_reports.intake.pack.listing import since
from ens_reports.intake.pack.lost import LOST
from ens_reports.intake.pack.start import steps
from ens_reports.locales.hidden import marked

SENT_CHARS = 80
"""A header can be a whole paragraph; so much of it says which column is meant."""
SHOWN_RANGES = 12


def feedback_page(answer: Answer, book: Book) -> str:
    """Findings as a page, one entry for each cause.

    Args:
        answer: What to tell.
        book: The workbook that goes with it.
    """
    parts = [
        _opening(answer),
        _waiting(answer),
        _answered(answer),
        _fixed(answer),
        _notes(answer),
        _understood(answer),
        _about(answer, book),
    ]
    return _page(answer, answer.language.text("Feedback on your file"), parts)


def receipt_page(answer: Answer) -> str:
    """The receipt, on one page of A4: that the file arrived, whole, what became of its rows, and what is to do by when.

    Args:
        answer: What to tell.
    """
    text = answer.language.text
    yours = text("The records remain yours: you can correct them, restrict who sees them, and withdraw them at any time.")
    parts = [_opening(answer), _file(answer)]
    if answer.to_correct:
        parts += [f"<h2>{escape(text('How to answer'))}</h2>", _list(steps(answer))]
    parts.append(f"<p>{escape(yours)}</p>")
    return _page(answer, text("Receipt"), parts)


def _opening(answer: Answer) -> str:
    text, language = answer.language.text, answer.language
    tiles = [f"<li><strong>{escape(value)}</strong><span>{escape(label)}</span></li>" for label, value in answer.counts()]
    tiles.append(f"<li><strong>{language.number(answer.to_correct)}</strong><span>{escape(text('Findings to correct'))}</span></li>")
    if answer.due is not None and answer.to_correct:
        due = escape(language.day(answer.due))
        tiles.append(f'<li class="due"><strong>{due}</strong><span>{escape(text("Please correct by"))}</span></li>')
    return f'<p class="status">{escape(answer.status())}</p><ul class="tiles">{"".join(tiles)}</ul>'


def _file(answer: Answer) -> str:
    rows = [(answer.language.text("Reference"), answer.reference or answer.language.text("none")), *answer.facts()]
    cells = "".join(f'<tr><th scope="row">{escape(label)}</th><td><bdi>{escape(value)}</bdi></td></tr>' for label, value in rows)
    return f"<table><tbody>{cells}</tbody></table>"


def _waiting(answer: Answer) -> str:
    text = answer.language.text
    items = answer.of_state("open")
    if not items:
        return f"<p>{escape(text('There is nothing to correct.'))}</p>"
    return f'<h2>{escape(text("To correct"))}</h2><ol class="findings">{"".join(_finding(answer, item) for item in items)}</ol>'


def _finding(answer: Answer, item: Told) -> str:
    text, detail = answer.language.text, item.detail
    top = [f'<span class="weight">{escape(item.reference)} \N{MIDDLE DOT} {escape(answer.severity(detail.severity))}</span>']
    top += [f"<span><bdi>{escape(_short(detail.header))}</bdi></span>"] if detail.header else []
    top += [f"<span>{escape(answer.language.plural('{n} place', '{n} places', detail.count))}</span>"] if item.located.sheet else []
    top += [f"<span>{escape(since(item, answer.language))}</span>"] if since(item, answer.language) else []
    rows = [(text("Where"), _where(answer, item), "where"), (text("What you can do"), escape(detail.fix), "")]
    rows += [(text("What it costs until then"), escape(detail.cost), "cost")] if detail.cost else []
    listed = "".join(f'<dt>{escape(label)}</dt><dd class="{style}">{words}</dd>' for label, words, style in rows if words)
    return (
        f'<li class="finding {detail.severity}"><p class="top">{"".join(top)}</p><p class="what">{escape(detail.message)}</p>'
        f"<dl>{listed}</dl></li>"
    )


def _where(answer: Answer, item: Told) -> str:
    """The cells of a finding, as its sender looks for them in the file that was sent."""
    located = item.located
    if located.sheet is None:
        return escape(answer.language.text("the whole file"))
    if is_heading(located, answer.table.header_row if answer.table else 1):
        return escape(answer.language.text("the headings"))
    ranges = row_ranges(located.finding.rows)
    first, *others = addresses(ranges[:SHOWN_RANGES], located.sheet, located.column) or ("",)
    shown = (first, *(place.removeprefix(f"{located.sheet.name}!") for place in others)) if first else ()
    rest = len(ranges) - len(shown)
    more = " " + escape(answer.language.plural("and {n} more place", "and {n} more places", rest)) if rest else ""
    places = _comma(answer).join(f'<bdi dir="ltr">{escape(cell)}</bdi>' for cell in shown)
    return f'<bdi class="where">{places}</bdi>{more}'


def _answered(answer: Answer) -> str:
    items = [item for item in answer.of_state("answered") if item.answer]
    text, language = answer.language.text, answer.language
    rows = [
        (item.reference, item.detail.message, item.detail.header, text(SAID[item.answer.answer]), language.day(item.answer.day))
        for item in items
        if item.answer
    ]
    heads = ("No.", "What", "Column", "Your answer", "On")
    return _section(text("Answered: nothing more to do"), [text(head) for head in heads], rows)


def _fixed(answer: Answer) -> str:
    text, number = answer.language.text, answer.language.number
    rows = [(item.message, item.header, number(item.count)) for item in answer.fixed]
    return _section(text("Fixed since the last time"), [text("What"), text("Column"), text("Places")], rows)


def _notes(answer: Answer) -> str:
    text = answer.language.text
    items = answer.of_state("note")
    if not items:
        return ""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (text("No."), text("What"), text("Column"), text("Where")))
    rows = "".join(
        f"<tr><td>{escape(item.reference)}</td><td>{escape(f'{item.detail.message} {item.detail.fix}')}</td>"
        f"<td><bdi>{escape(_short(item.detail.header))}</bdi></td><td>{_where(answer, item)}</td></tr>"
        for item in items
    )
    title = f"{text('For your information')} ({answer.language.number(len(items))})"
    return f"<details><summary>{escape(title)}</summary><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></details>"


def _understood(answer: Answer) -> str:
    contract, language, text = answer.contract, answer.language, answer.language.text
    if contract is None:
        return ""
    rows = [
        (item.header or text("The same in every row"), value_in_words("field", item.field, contract, language), _facts(answer, item))
        for item in answer.understood
    ]
    return _section(text("What we understood"), (text("Your heading"), text("Read as"), text("How")), rows)


def _facts(answer: Answer, item: Understood) -> str:
    """How a column was read, in one line."""
    contract, language, text = answer.contract, answer.language, answer.language.text
    found = []
    for fact, value in facts_of(item):
        if fact != "field" and contract is not None:
            words = value_in_words(fact, value, contract, language, field=item.field)
            doubt = f" ({text('not proven: please confirm')})" if unproven(item, fact) else ""
            found.append(f"{words}{doubt}" if fact == "constant" else f"{text(FACTS[fact])}: {words}{doubt}")
    return "; ".join(found)


def _about(answer: Answer, book: Book) -> str:
    text = answer.language.text
    if not book.lost:
        return ""
    parts = answer.language.join([text(LOST[name]) for name in book.lost])
    said = text("Not kept of your workbook in feedback.xlsx: {parts}.", parts=parts)
    return f"<h2>{escape(text('About this workbook'))}</h2><p>{escape(said)}</p>"


def _section(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A heading and a table; nothing at all if it has no rows."""
    listed = list(rows)
    if not listed:
        return ""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join("<tr>" + "".join(f"<td><bdi>{escape(_short(cell, 400))}</bdi></td>" for cell in row) + "</tr>" for row in listed)
    return f"<h2>{escape(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _list(items: Sequence[str]) -> str:
    return f'<ol class="steps">{"".join(f"<li>{escape(item)}</li>" for item in items)}</ol>'


def _short(header: str, limit: int = SENT_CHARS) -> str:
    return header if len(header) <= limit else header[: limit - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _page(answer: Answer, title: str, parts: list[str]) -> str:
    language = answer.language
    direction = "rtl" if language.right_to_left else "ltr"
    name = escape(title)
    questions = escape(language.text("Questions: {contact}", contact=answer.contact))
    said = (answer.party, answer.reference, language.day(answer.received_on))
    under = " \N{MIDDLE DOT} ".join(f"<bdi>{escape(part)}</bdi>" for part in said if part)
    return (
        f'<!DOCTYPE html>\n<html lang="{language.code}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>{STYLE}</style></head><body><main>"
        f'<header class="band"><p class="by">{escape(answer.organisation)}</p><h1>{name}</h1><p>{under}</p>'
        "</header>"
        f'<div class="body">{"".join(parts)}<p class="foot">{questions}</p></div></main></body></html>\n'
    )


def _comma(answer: Answer) -> str:
    """Between addresses, which are always written from left to right."""
    return "\u060c " if answer.language.right_to_left else ", "


def escape(text: str) -> str:
    """A text as the page shows it: no markup, and nothing that overrides the direction of what stands around it."""
    return html.escape(marked(text))
