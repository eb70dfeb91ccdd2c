"""Elements of a page that hold text: what is said is a node of pandoc's tree, and never part of the markup around it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ens_reports.render import pandoc
from ens_reports.render.document import Document
from ens_reports.render.pandoc import Node
from ens_reports.report.blocks import Span

STYLES = {"strong": "Strong", "emphasis": "Emph", "code": "Code"}
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Texts:
    """Writes elements with text, in the direction of what they say.

    Args:
        document: Its language decides on directions, its labels on what a pointer says.
    """

    def __init__(self, document: Document) -> None:
        self._language = document.language
        self._labels = document.labels

    def element(self, tag: str, value: str, *, classes: str = "", extra: str = "") -> Iterator[Node]:
        """An element with a text; a paragraph without any is left out."""
        if value or tag != "p":
            yield pandoc.html(f"<{tag}{_attributes(classes)}{extra}{self._direction(value)}>")
            yield pandoc.plain([pandoc.text(value)])
            yield pandoc.html(f"</{tag}>")

    def spans(self, tag: str, spans: Sequence[Span], *, classes: str = "") -> Iterator[Node]:
        """An element with spans."""
        if spans:
            yield pandoc.html(f"<{tag}{_attributes(classes)}{self._direction(''.join(span.text for span in spans))}>")
            yield pandoc.plain(list(self._inlines(spans)))
            yield pandoc.html(f"</{tag}>")

    def _inlines(self, spans: Iterable[Span]) -> Iterator[Node]:
        for span in spans:
            if span.style == "ref":
                label = self._labels[span.text]
                yield pandoc.link(label.anchor, label.text)
            elif span.style == "plain":
                yield pandoc.text(span.text)
            else:
                yield pandoc.inline(STYLES[span.style], span.text)

    def _direction(self, value: str) -> str:
        """Text without a letter of a right-to-left script keeps its own order on a right-to-left page."""
        return ' dir="ltr"' if self._language.right_to_left and not RIGHT_TO_LEFT.search(value) else ""


def _attributes(classes: str) -> str:
    return f' class="{classes}"' if classes else ""
