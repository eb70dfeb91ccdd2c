"""The sheet *Corrections*: one line for each finding that waits, with room for an answer."""

from dataclasses import replace

from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.told import GAP, Told, answered_as, fields_named
from ens_reports.intake.feedback.words_of import cost_of_gap
from ens_reports.intake.outcome import shown
from ens_reports.intake.pack.choices import SAID
from ens_reports.intake.pack.layout import Layout
from ens_reports.intake.pack.marker import KEY, Marker
from ens_reports.intake.pack.sheet import Cell, Choice, PackSheet
from ens_reports.intake.values.fold import tidy
from ens_reports.locales import mark
from ens_reports.store import Cause

HEADS = (
    mark("No."), mark("Weight"), mark("Column"), mark("Where"), mark("Places"), mark("You wrote"), mark("What is wrong"),
    mark("What you can do"), mark("What it costs until then"), mark("Your answer"), mark("Your words"),
)  # fmt: skip
SAMPLED_ROWS = 50
KEYS = ("check", "field", "header")
ANSWER, WORDS = mark("Your answer"), mark("Your words")
WIDTHS = (5, 13, 18, 20, 8, 18, 34, 32, 32, 21, 21, 4, 4, 4)
SHOWN_VALUES, SHOWN_CHARS = 3, 40
HEAD = 3


def corrections(answer: Answer, layout: Layout) -> PackSheet:
    """The sheet.

    Args:
        answer: What to tell.
        layout: Where the sender's cells are.
    """
    text = answer.language.text
    waiting = answer.of_state("open")
    lines = [line for item in waiting for line in _lines(item, answer, layout)]
    first = HEAD + 1
    return PackSheet(
        name=text("Corrections"),
        lines=(
            *_above(answer),
            (
                *(Cell(text=text(name), style="head") for name in HEADS),
                *(Cell(text=KEY + name, style="hidden") for name in KEYS),
            ),
            *lines,
        ),
        widths=WIDTHS,
        head=HEAD,
        options={"answers": tuple(text(words) for words in SAID.values())},
        choices=(Choice(column=HEADS.index(ANSWER), rows=(first, HEAD + len(lines)), options="answers", closed=False),) if lines else (),
        hidden=tuple(range(len(HEADS), len(HEADS) + len(KEYS))),
        right_to_left=answer.language.right_to_left,
    )


def _above(answer: Answer) -> tuple[tuple[Cell, ...], ...]:
    text = answer.language.text
    by = text("Please answer by {day}.", day=answer.language.day(answer.due)) if answer.due else ""
    how = text("Correct the marked cells in your sheet, or choose an answer here; an answer is remembered, and you are not asked again.")
    blank = tuple(Cell(style="plain") for _ in range(len(HEADS)))
    marker = Marker(kind="corrections", submission=answer.made_for, sheet=answer.table.sheet.name if answer.table else "")
    return (
        (Cell(text=text("Corrections"), style="title"), *blank[1:], Cell(text=str(marker), style="hidden")),
        (Cell(text=f"{how} {by}".strip(), style="lead"),),
        (Cell(text=answer.reference, style="lead"),),
    )


def written(item: Told, answer: Answer) -> str:
    """Some of the values that a finding is about, as their sender wrote them; blank for whole rows and blank cells.

    Args:
        item: The finding.
        answer: What to tell.
    """
    located, table = item.located, answer.table
    values = list(located.finding.sample)
    if not values and table is not None and located.sheet is table.sheet and located.column >= 0:
        rows = located.finding.rows[located.finding.rows != (0 if table.sheet.header else table.header_row)]
        values = [str(text) for text in table.sheet.take(rows[:SAMPLED_ROWS].tolist())[located.column]]
    told = list(dict.fromkeys(shown(tidy(value))[:SHOWN_CHARS] for value in values if value.strip()))
    return "\n".join(told[:SHOWN_VALUES])


def _lines(item: Told, answer: Answer, layout: Layout) -> list[tuple[Cell, ...]]:
    """One line for a finding; one for each field of a finding that names several, for each can have its own answer."""
    names = fields_named(item.located)
    language, detail = answer.language, item.detail
    if not names:
        return [_line(item, (detail.message, detail.cost), answered_as(item.located), answer, layout)]
    found = []
    for number, name in enumerate(names, start=1):
        message = language.text("Not in the file: {field}", field=language.term(name))
        part = replace(item, reference=f"{item.reference}.{number}")
        rows = int(item.located.finding.values.get(f"rows_{name}", "2"))
        found.append(_line(part, (message, cost_of_gap(name, rows, language)), (GAP + name, name, ""), answer, layout))
    return found


def _line(item: Told, words: tuple[str, str], cause: Cause, answer: Answer, layout: Layout) -> tuple[Cell, ...]:
    detail = item.detail
    message, cost = words
    return (
        Cell(text=item.reference, link=layout.link(item)),
        Cell(text=answer.severity(detail.severity), style=detail.severity),
        Cell(text=detail.header),
        Cell(text=layout.where(item, answer.language)),
        Cell(number=detail.count, style="number"),
        Cell(text=written(item, answer)),
        Cell(text=message),
        Cell(text=detail.fix),
        Cell(text=cost, style="small"),
        Cell(text=answer.language.text(SAID[item.answer.answer]) if item.answer else "", style="entry"),
        Cell(text=item.answer.value if item.answer else "", style="entry"),
        *(Cell(text=key, style="hidden") for key in cause),
    )
