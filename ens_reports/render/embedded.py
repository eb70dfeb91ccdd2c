"""The renderer that is always there: pandoc and typst as wheels, no network, no program of the system."""

import tempfile
from pathlib import Path

from ens_reports.render import html, pandoc, paper, pdf
from ens_reports.render.document import Document
from ens_reports.render.renderer import HTML_NAME, PDF_NAME, Rendered


class Embedded:
    """Renders with the wheels."""

    name = "embedded"

    def probe(self) -> str:
        """Versions of the two engines.

        Raises:
            ToolError: pandoc does not start.
        """
        return f"pandoc {pandoc.version()}, typst {pdf.version()}"

    def render(self, document: Document, *, folder: Path) -> Rendered:
        """Write `report.pdf` and `report.html`.

        Args:
            document: What to print.
            folder: Where the two files go.

        Returns:
            Their paths.

        Raises:
            ToolError: An engine failed.
        """
        rendered = Rendered(pdf=folder / PDF_NAME, html=folder / HTML_NAME)
        with tempfile.TemporaryDirectory(prefix="ens-render-") as private:
            source = paper.write(document, Path(private))
            pdf.compile_pdf(source, rendered.pdf, day=document.facts.cut_off)
            html.write(document, rendered.html, folder=Path(private))
        return rendered
