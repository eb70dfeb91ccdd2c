"""The sheet *Findings*: everything that was found, answered, or is fixed since the last time."""

from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.told import Told
from ens_reports.intake.outcome import Detail
from ens_reports.intake.pack.layout import Layout
from ens_reports.intake.pack.marker import Marker
from ens_reports.intake.pack.sheet import Cell, PackSheet, Style
from ens_reports.locales import Language, mark

HEADS = (
    mark("No."), mark("Weight"), mark("Since the last time"), mark("Column"), mark("Where"), mark("Places"), mark("What was found"),
    mark("What you can do"), mark("What it costs until then"), mark("Check"),
)  # fmt: skip
WIDTHS = (5, 13, 14, 18, 21, 8, 38, 34, 38, 20)
HEAD = 2


def findings(answer: Answer, layout: Layout) -> PackSheet:
    """The sheet.

    Args:
        answer: What to tell.
        layout: Where the sender's cells are.
    """
    text = answer.language.text
    marker = Marker(kind="findings", submission=answer.made_for, sheet=answer.table.sheet.name if answer.table else "")
    blank = tuple(Cell(style="plain") for _ in range(len(HEADS) - 1))
    return PackSheet(
        name=text("Findings"),
        lines=(
            (Cell(text=text("Findings"), style="title"), *blank, Cell(text=str(marker), style="hidden")),
            (Cell(text=answer.reference, style="lead"),),
            tuple(Cell(text=text(name), style="head") for name in HEADS),
            *(_line(item, answer, layout) for item in answer.told),
            *(_gone(item, answer) for item in answer.fixed),
        ),
        widths=(*WIDTHS, 4),
        head=HEAD,
        hidden=(len(HEADS),),
        right_to_left=answer.language.right_to_left,
        last=True,
    )


def since(item: Told, language: Language) -> str:
    """What became of a finding since the last time, in words; blank if nothing was sent before.

    Args:
        item: The finding.
        language: Of the words.
    """
    if item.state == "answered":
        return language.text("Answered")
    if item.since == "still_open" and item.before > item.detail.count:
        return language.text("Still open: {n} of {before}", n=language.number(item.detail.count), before=language.number(item.before))
    return {"": "", "new": language.text("New"), "still_open": language.text("Still open")}[item.since] if item.state == "open" else ""


def _line(item: Told, answer: Answer, layout: Layout) -> tuple[Cell, ...]:
    detail = item.detail
    style: Style = "answered" if item.state == "answered" else detail.severity
    return (
        Cell(text=item.reference, link=layout.link(item)),
        Cell(text=answer.severity(detail.severity), style=style),
        Cell(text=since(item, answer.language)),
        Cell(text=detail.header),
        Cell(text=layout.where(item, answer.language)),
        Cell(number=detail.count, style="number"),
        Cell(text=detail.message),
        Cell(text=detail.fix),
        Cell(text=detail.cost, style="small"),
        Cell(text=detail.check, style="small"),
    )


def _gone(detail: Detail, answer: Answer) -> tuple[Cell, ...]:
    text = answer.language.text
    blank = Cell()
    return (
        blank,
        Cell(text=text("Fixed"), style="fixed"),
        Cell(text=text("Fixed")),
        Cell(text=detail.header),
        blank,
        Cell(number=detail.count, style="number"),
        Cell(text=detail.message),
        blank,
        blank,
        Cell(text=detail.check, style="small"),
    )
