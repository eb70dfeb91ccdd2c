"""An executed notebook becomes a PDF and an HTML page, by one of two renderers."""

from ens_reports.render.choose import choose
from ens_reports.render.document import Document, document
from ens_reports.render.embedded import Embedded
from ens_reports.render.facts import EditionFacts
from ens_reports.render.renderer import Rendered, Renderer
from ens_reports.render.source import blocks_of

__all__ = ["Document", "EditionFacts", "Embedded", "Rendered", "Renderer", "blocks_of", "choose", "document"]
