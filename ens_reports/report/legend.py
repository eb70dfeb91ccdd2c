"""The yardstick of likelihood and the scale of confidence, as legends that every product with judgements carries.

Source: the PHIA probability yardstick (United Kingdom, Professional Head of Intelligence Assessment); ICD 203 for keeping likelihood and
confidence in sentences of their own. The gaps between the ranges are meant: a judgement does not sit on a border.
"""

import math

from ens_reports.locales import Language, mark
from ens_reports.report.blocks import Block, Cell, Column, Paragraph, Span, Table

LIKELIHOODS: dict[str, tuple[int, int]] = {
    mark("remote chance"): (0, 5),
    mark("highly unlikely"): (10, 20),
    mark("unlikely"): (25, 35),
    mark("realistic possibility"): (40, 50),
    mark("likely"): (55, 75),
    mark("highly likely"): (80, 90),
    mark("almost certain"): (95, 100),
}
"""Words of likelihood with their range in per cent."""

CONFIDENCES: dict[str, str] = {
    "low": mark("Low confidence: few or single sources, or sources that cannot be assessed; treat as a lead."),
    "moderate": mark("Moderate confidence: sources are plausible and agree in part; some gaps remain that could change the judgement."),
    "high": mark("High confidence: several independent sources of known reliability agree; remaining gaps would not change the judgement."),
}
"""Levels of confidence with what they mean."""

YARDSTICK_KEY = "yardstick"


def yardstick_blocks(language: Language) -> tuple[Block, ...]:
    """The legend of likelihood and confidence.

    Args:
        language: The reader's language.

    Returns:
        A table of the seven words over their ranges, and a paragraph on the three levels of confidence.
    """
    text = language.text
    columns = tuple(Column(label=text(word), align="center", share=_width(text(word))) for word in LIKELIHOODS)
    chances = tuple(Cell(text=_range(language, low, high), shade=high / 125) for low, high in LIKELIHOODS.values())
    table = Table(
        key=YARDSTICK_KEY,
        caption=text("Words of likelihood, and the chance that each stands for"),
        columns=columns,
        rows=(chances,),
        source=text("PHIA probability yardstick"),
        note=text("The gaps between the ranges are meant. Confidence is a separate matter, told in a sentence of its own."),
    )
    lead = Span(text=text("What the levels of confidence mean:"), style="strong")
    levels = tuple(Span(text=f" {text(meaning)}") for meaning in CONFIDENCES.values())
    return table, Paragraph(spans=(lead, *levels), role="note")


def _width(label: str) -> float:
    """A share by which the longest word of each of the seven columns has about the room it needs."""
    return round(math.sqrt(max(len(word) for word in label.split())), 2)


def _range(language: Language, low: int, high: int) -> str:
    return f"{language.number(low)}\N{EN DASH}{language.percent(high / 100)}"
