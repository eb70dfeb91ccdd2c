"""What a renderer is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ens_reports.render.document import Document

PDF_NAME = "report.pdf"
HTML_NAME = "report.html"


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """The two files of an edition.

    Attributes:
        pdf: PDF/A-3a with PDF/UA-1, the releasable manifest attached.
        html: One file without references to others.
    """

    pdf: Path
    html: Path


class Renderer(Protocol):
    """Makes a document into files; the same document gives the same bytes."""

    @property
    def name(self) -> str:
        """How it is chosen: `quarto` or `embedded`."""

    def probe(self) -> str:
        """The versions of what it runs.

        Raises:
            ToolError: It cannot run here.
        """

    def render(self, document: Document, *, folder: Path) -> Rendered:
        """Write `report.pdf` and `report.html` into a folder.

        Raises:
            ToolError: An engine failed.
        """
