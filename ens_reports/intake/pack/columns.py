"""The sheet *What we understood*: each column, how it was read, an example, and room to confirm or correct it."""

from collections.abc import Iterator

import pandas as pd

from data_contracts.registry import Contract
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.outcome import shown
from ens_reports.intake.pack.choices import FACTS, RIGHT, options, value_in_words
from ens_reports.intake.pack.marker import KEY, Marker
from ens_reports.intake.pack.sheet import Cell, Choice, PackSheet
from ens_reports.intake.reader.letters import column_letters
from ens_reports.locales import mark

HEADS = (
    mark("Column"), mark("Your heading"), mark("What we understood"), mark("As"), mark("Your value"), mark("Our value"),
    mark("Your answer"),
)  # fmt: skip
KEYS = ("fact", "field", "header", "value")
WIDTHS = (9, 30, 26, 36, 26, 26, 32, 4, 4, 4, 4)
HEAD = 3
YOURS = mark("Your answer")
ASKED = ("date_order", "decimal", "unit", "currency", "country", "constant")
UNDERSTOOD = "understood."
"""Begins the name under which an answer to a fact is kept."""
SAMPLED_ROWS = 300
SHOWN_CHARS = 120


def columns(answer: Answer) -> PackSheet | None:
    """The sheet; none if no column was read.

    Args:
        answer: What to tell.
    """
    if answer.contract is None or not answer.understood:
        return None
    text, contract = answer.language.text, answer.contract
    asked = [(item, fact, value) for item in answer.understood for fact, value in facts_of(item)]
    lists = {_list_of(fact, item): _options(fact, item, answer, contract) for item, fact, _ in asked}
    first = HEAD + 1
    return PackSheet(
        name=text("What we understood"),
        lines=(
            *_above(answer),
            (
                *(Cell(text=text(name), style="head") for name in HEADS),
                *(Cell(text=KEY + name, style="hidden") for name in KEYS),
            ),
            *(_line(item, (fact, value), answer, contract) for item, fact, value in asked),
        ),
        widths=WIDTHS,
        head=HEAD,
        options=lists,
        choices=tuple(
            Choice(column=HEADS.index("Your answer"), rows=(row, row), options=_list_of(fact, item), closed=fact != "constant")
            for row, (item, fact, _) in enumerate(asked, start=first)
        ),
        hidden=tuple(range(len(HEADS), len(HEADS) + len(KEYS))),
        right_to_left=answer.language.right_to_left,
    )


def facts_of(item: Understood) -> Iterator[tuple[str, str]]:
    """What a sender is asked of one column: which field it is, and each conclusion on how it was read."""
    if item.column >= 0:
        yield "field", item.field
    for fact in ASKED:
        if item.facts.get(fact):
            yield fact, item.facts[fact]


def unproven(item: Understood, fact: str) -> bool:
    """Whether the column itself does not prove what was understood of it.

    Args:
        item: The column.
        fact: One of `FACTS`.
    """
    return fact == "date_order" and (item.facts.get(fact) == "unclear" or item.facts.get("proven") == "no")


def example(answer: Answer, item: Understood) -> tuple[str, str]:
    """A value of the sender's, and what it became; blanks if there is none.

    Args:
        answer: What to tell.
        item: The column.
    """
    rows = sample_rows(answer)
    if item.column not in rows:
        return "", ""
    theirs = rows[item.column].str.strip()
    ours = answer.records[item.field].reindex(theirs.index) if item.field in answer.records else pd.Series("", index=theirs.index)
    became = pd.Series(["" if pd.isna(value) else _plain(value) for value in ours], index=theirs.index, dtype="str")
    read = (theirs != "") & (became != "")
    for mask in (read & (theirs != became), read, theirs != ""):
        if mask.any():
            first = int(mask.to_numpy().argmax())
            return shown(str(theirs.iloc[first]))[:SHOWN_CHARS], str(became.iloc[first])[:SHOWN_CHARS]
    return "", ""


def sample_rows(answer: Answer) -> pd.DataFrame:
    """Some rows as they came, accepted ones if there are any."""
    if answer.table is None:
        return pd.DataFrame()
    if len(answer.records):
        return answer.table.sheet.take(answer.records.index[:SAMPLED_ROWS].tolist())
    head = answer.table.sheet.head(SAMPLED_ROWS)
    return head.loc[head.index > answer.table.header_row]


def _plain(value: object) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _above(answer: Answer) -> tuple[tuple[Cell, ...], ...]:
    text = answer.language.text
    how = text("This is how your columns were read. Confirm it, or choose what is right: it holds for your next files too.")
    blank = tuple(Cell(style="plain") for _ in range(len(HEADS) - 1))
    marker = Marker(kind="understood", submission=answer.made_for, sheet=answer.table.sheet.name if answer.table else "")
    return (
        (Cell(text=text("What we understood"), style="title"), *blank, Cell(text=str(marker), style="hidden")),
        (Cell(text=how, style="lead"),),
        (Cell(text=answer.reference, style="lead"),),
    )


def _line(item: Understood, asked: tuple[str, str], answer: Answer, contract: Contract) -> tuple[Cell, ...]:
    fact, value = asked
    language = answer.language
    theirs, ours = example(answer, item) if fact in {"field", "date_order", "decimal"} else ("", "")
    doubtful = unproven(item, fact)
    words = value_in_words(fact, value, contract, language, field=item.field)
    header = header_text(item)
    of = "" if fact == "field" else value_in_words("field", item.field, contract, language)
    return (
        Cell(text=column_letters(item.column) if item.column >= 0 else ""),
        Cell(text=header),
        Cell(text=language.text(FACTS[fact]) if not of else f"{language.text(FACTS[fact])} \N{MIDDLE DOT} {of}"),
        Cell(
            text=f"{words} - {language.text('not proven: please confirm')}" if doubtful else words, style="warning" if doubtful else "text"
        ),
        Cell(text=theirs),
        Cell(text=ours),
        Cell(text=_said(item, asked, answer, contract), style="entry"),
        *(Cell(text=key, style="hidden") for key in (fact, item.field, header, value)),
    )


def _said(item: Understood, asked: tuple[str, str], answer: Answer, contract: Contract) -> str:
    """What the sender answered before."""
    fact = asked[0]
    cause = (UNDERSTOOD + fact, item.field, header_text(item))
    given = next((one for one in answer.answers if one.cause == cause), None)
    if given is None:
        return ""
    if given.answer == "confirmed":
        return answer.language.text(RIGHT)
    return value_in_words(fact, given.value, contract, answer.language, field=item.field)


def header_text(item: Understood) -> str:
    """The heading on one line, as it may be written anywhere."""
    return shown(" ".join(item.header.split()))


def _list_of(fact: str, item: Understood) -> str:
    """Facts of the same kind share their list; what a constant can be depends on its field."""
    return f"{fact}.{item.field}" if fact == "constant" else fact


def _options(fact: str, item: Understood, answer: Answer, contract: Contract) -> tuple[str, ...]:
    return (answer.language.text(RIGHT), *options(fact, contract, answer.language, field=item.field))
