"""The pages of the feedback pack: everything from the file is escaped, and the page asks nothing of any network."""

from html import escape

from ens_reports.intake.answer import Answer
from ens_reports.intake.outcome import Detail

STYLE = """
body{font:16px/1.5 "IBM Plex Sans","IBM Plex Sans Arabic","Segoe UI",Tahoma,sans-serif;color:#1b2733;margin:2rem auto;max-width:64rem;
padding:0 1rem}
h1{font-size:1.5rem;margin:0 0 .25rem}p{margin:.4rem 0}table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:start;font-weight:600;padding:.4rem 0}th,td{border-bottom:1px solid #c9d1d8;padding:.45rem .6rem;text-align:start;
vertical-align:top}
th{background:#eef2f5;font-weight:600}.facts th{width:16rem}td.cost{white-space:pre-line}
td.n{white-space:nowrap;text-align:end}.status{font-size:1.1rem;font-weight:600}
.error{border-inline-start:4px solid #a4262c}.warning{border-inline-start:4px solid #b3610b}.note{border-inline-start:4px solid #53708a}
.where{unicode-bidi:isolate;overflow-wrap:break-word}.facts td{overflow-wrap:anywhere}@media print{body{margin:0}}
""".strip()
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
SENT_CHARS = 80
"""A header can be a whole paragraph; so much of it says which column is meant."""


def feedback_page(answer: Answer) -> str:
    """Findings as a page, one row for each cause.

    Args:
        answer: What to tell.
    """
    text = answer.language.text
    details = answer.details()
    intro = [f'<p class="status">{escape(answer.status())}</p>', _facts(answer)]
    if not details:
        return _page(answer, text("Feedback on your file"), [*intro, f"<p>{escape(text('There is nothing to correct.'))}</p>"])
    heads = (text("Weight"), text("What"), text("Where"), text("Places"), text("What you can do"), text("What it costs until then"))
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    rows = "".join(_row(answer, item) for item in details)
    caption = escape(text("What was found"))
    table = f"<table><caption>{caption}</caption><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>"
    return _page(answer, text("Feedback on your file"), [*intro, table])


def receipt_page(answer: Answer) -> str:
    """The receipt: that the file arrived, whole, and what became of its records.

    Args:
        answer: What to tell.
    """
    text = answer.language.text
    parts = [
        f'<p class="status">{escape(answer.status())}</p>',
        _facts(answer),
        f"<p>{escape(text('The records remain yours: you can correct them, restrict who sees them, and withdraw them at any time.'))}</p>",
    ]
    return _page(answer, text("Receipt"), parts)


def _row(answer: Answer, item: Detail) -> str:
    shown = _comma(answer).join(f'<bdi dir="ltr">{escape(cell)}</bdi>' for cell in item.cells)
    rest = item.count - len(item.cells)
    more = " " + answer.language.text("and {n} more", n=answer.language.number(rest)) if item.cells and rest > 0 else ""
    header = f"<strong>{escape(_short(item.header))}</strong><br>" if item.header else ""
    count = answer.language.number(item.count)
    return (
        f'<tr><td class="{item.severity}">{escape(answer.severity(item.severity))}</td><td>{escape(item.message)}</td>'
        f'<td><bdi class="where">{header}{shown}</bdi>{escape(more)}</td><td class="n">{escape(count)}</td>'
        f'<td>{escape(item.fix)}</td><td class="cost">{escape(item.cost)}</td></tr>'
    )


def _short(header: str) -> str:
    return header if len(header) <= SENT_CHARS else header[: SENT_CHARS - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _facts(answer: Answer) -> str:
    rows = "".join(f'<tr><th scope="row">{escape(label)}</th><td><bdi>{escape(value)}</bdi></td></tr>' for label, value in answer.facts())
    return f'<table class="facts"><tbody>{rows}</tbody></table>'


def _page(answer: Answer, title: str, parts: list[str]) -> str:
    language = answer.language
    direction = "rtl" if language.right_to_left else "ltr"
    questions = escape(language.text("Questions: {contact}", contact=answer.contact))
    return (
        f'<!DOCTYPE html>\n<html lang="{language.code}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main><p>{escape(answer.organisation)}</p><h1>{escape(title)}</h1>"
        f"{''.join(parts)}<p>{questions}</p></main></body></html>\n"
    )


def _comma(answer: Answer) -> str:
    """Between addresses, which are always written from left to right."""
    return "\u060c " if answer.language.right_to_left else ", "
