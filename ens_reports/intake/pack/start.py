"""The first sheet: what this workbook is, what became of the rows, what the colours mean, how to answer."""

from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.pack.marker import Marker
from ens_reports.intake.pack.sheet import Cell, PackSheet, Style

WIDTHS = (34, 84, 4)


def start(answer: Answer, *, kind: str) -> PackSheet:
    """The sheet.

    Args:
        answer: What to tell.
        kind: `annotated` (their own workbook), `equivalent` (their rows in a new one), `rewritten` (the same, of a
            workbook) or `excerpt` (rows with findings alone).
    """
    text = answer.language.text
    marker = Marker(kind="start", submission=answer.made_for, sheet=answer.table.sheet.name if answer.table else "")
    lines: list[tuple[Cell, ...]] = [
        (Cell(text=text("Feedback on your file"), style="title"), Cell(style="plain"), Cell(text=str(marker), style="hidden")),
        (Cell(text=answer.status(), style="lead"),),
        (),
        *(_pair(label, value) for label, value in [(text("Reference"), answer.reference or text("none")), *answer.facts()[:3]]),
        *(_pair(label, value) for label, value in answer.counts()),
        _pair(text("Findings to correct"), answer.language.number(answer.to_correct)),
    ]
    if answer.due is not None and answer.to_correct:
        lines.append(_pair(text("Please correct by"), answer.language.day(answer.due)))
    lines += [(), (Cell(text=text("What you can do"), style="strong"),), *_steps(answer), (), *_legend(answer), (), *_about(answer, kind)]
    lines += [(), (Cell(text=text("Questions: {contact}", contact=answer.contact), style="plain"),)]
    return PackSheet(name=text("Start here"), lines=tuple(lines), widths=WIDTHS, hidden=(2,), right_to_left=answer.language.right_to_left)


def _pair(label: str, value: str) -> tuple[Cell, ...]:
    return (Cell(text=label, style="strong"), Cell(text=value, style="plain"))


def steps(answer: Answer) -> tuple[str, ...]:
    """How to answer, step by step.

    Args:
        answer: What to tell.
    """
    text = answer.language.text
    return (
        text("Correct the coloured cells in your own sheet of feedback.xlsx; the comments say what is wrong and what to do."),
        text("In the sheet Corrections, choose an answer where you cannot or must not correct; it is remembered."),
        text("In the sheet What we understood, confirm how your columns were read, or choose what is right."),
        text("Save the workbook and send it back as your next file. The rows that you did not change stay as they are."),
    )


def _steps(answer: Answer) -> list[tuple[Cell, ...]]:
    number = answer.language.number
    return [(Cell(text=number(place), style="strong"), Cell(text=step, style="plain")) for place, step in enumerate(steps(answer), 1)]


def _legend(answer: Answer) -> list[tuple[Cell, ...]]:
    text = answer.language.text
    rows: tuple[tuple[Style, str], ...] = (
        ("error", text("Something is lost: a row waits, or a value could not be used.")),
        ("warning", text("Something may be lost or misread: please look.")),
        ("note", text("For your information: nothing to do.")),
    )
    return [
        (Cell(text=text("What the colours mean"), style="strong"),),
        *((Cell(text=answer.severity(style), style=style), Cell(text=meaning, style="plain")) for style, meaning in rows),
    ]


def _about(answer: Answer, kind: str) -> list[tuple[Cell, ...]]:
    text = answer.language.text
    about = {
        "annotated": text("This is your own workbook with marks and comments; your values and formulas are as you sent them."),
        "equivalent": text("Your file is no workbook that can be marked: your rows stand here as text, in the same order."),
        "rewritten": text("Your workbook could not be marked: your rows stand here as text, in the same order."),
        "excerpt": text("Your file is too large to be marked as a whole: only rows with findings stand here, with their row numbers."),
    }[kind]
    return [(Cell(text=text("About this workbook"), style="strong"), Cell(text=about, style="plain"))]
