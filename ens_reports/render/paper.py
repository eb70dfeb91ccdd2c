"""A document as the values that `theme/report.typ` lays out on paper: JSON and files, so that typst parses none of its text."""

import base64
import shutil
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from ens_reports.digest import canonical_json
from ens_reports.render import feet, words
from ens_reports.render.document import Document
from ens_reports.report.blocks import Attachment, Block, Callout, Cards, Figure, Items, Judgement, Section, Span, Table

LATIN = ("IBM Plex Sans", "IBM Plex Sans Arabic", "DejaVu Sans")
ARABIC = ("IBM Plex Sans Arabic", "IBM Plex Sans", "DejaVu Sans")
HEAVY = {"IBM Plex Sans": "IBM Plex Sans SmBld", "IBM Plex Sans Arabic": "IBM Plex Sans Arabic SmBld"}
"""A family's semibold face, which typst takes for a family of its own."""
TEMPLATE = "report.typ"


def write(document: Document, folder: Path) -> Path:
    """Write everything that typst needs into a folder.

    Args:
        document: What to print.
        folder: An empty folder, which holds nothing else.

    Returns:
        The typst file to compile.
    """
    with as_file(files("ens_reports.render.theme")) as theme:
        shutil.copyfile(theme / TEMPLATE, folder / TEMPLATE)
        shutil.copytree(theme / "icons", folder / "icons")
    (folder / "paper.json").write_text(canonical_json(_values(document, folder)), encoding="utf-8")
    return folder / TEMPLATE


def _values(document: Document, folder: Path) -> dict[str, Any]:
    facts, language = document.facts, document.language
    families = ARABIC if language.right_to_left else LATIN
    return {
        "language": language.code,
        "rtl": language.right_to_left,
        "fonts": families,
        "heavy_fonts": [HEAVY.get(family, family) for family in families],
        "date": {"year": facts.cut_off.year, "month": facts.cut_off.month, "day": facts.cut_off.day},
        "words": words.sentences(language),
        **_front(document),
        "cover": _block(document.cover, document),
        "blocks": [_placed(block, document, folder, at) for at, block in enumerate(document.body)],
        "attachments": _attachments(document, folder),
    }


def _front(document: Document) -> dict[str, Any]:
    facts = document.facts
    shown = [*words.about(facts, document.language), *((fact.label, fact.value) for fact in document.cover.facts)]
    return {
        "title": words.full_title(document.cover),
        "organisation": facts.organisation,
        "issuer": words.issuer(facts),
        "description": facts.reference,
        "reference": facts.reference,
        "marking": facts.marking,
        "period": facts.period,
        "level": document.language.text(words.LEVELS[facts.level]),
        "status": words.status(facts, document.language),
        "about": shown,
    }


def _placed(block: Block, document: Document, folder: Path, at: int) -> dict[str, Any]:
    values = _block(block, document)
    if isinstance(block, Section):
        values["marking"] = document.facts.section_marking(block)
    if isinstance(block, Figure):
        values["file"] = f"drawing-{at}.svg"
        del values["svg"]
        (folder / values["file"]).write_text(block.svg, encoding="utf-8")
    return values


def _block(block: Block, document: Document) -> dict[str, Any]:
    values = block.model_dump()
    for name in ("spans", "evidence", "abstract"):
        if name in values:
            values[name] = _spans(getattr(block, name), document)
    return {**values, **_added(block, document)}


def _added(block: Block, document: Document) -> dict[str, Any]:
    """What a block's page shows beside its own fields."""
    language = document.language
    match block:
        case Items():
            return {"items": [_spans(item, document) for item in block.items]}
        case Table() | Figure():
            label = document.labels[block.key]
            return {"label": label.text, "anchor": label.anchor, "foot": feet.foot(block, language)}
        case Judgement():
            return {"anchor": document.labels[block.number].anchor}
        case Cards():
            return {"cards": [card.model_dump() | {"trend_word": language.text(words.TRENDS[card.trend])} for card in block.cards]}
        case Callout():
            return {"tone_word": language.text(words.TONES[block.tone]), "body": [_block(part, document) for part in block.body]}
        case _:
            return {}


def _spans(spans: Iterable[Span], document: Document) -> list[dict[str, str]]:
    return [_span(span, document) for span in spans]


def _span(span: Span, document: Document) -> dict[str, str]:
    if span.style != "ref":
        return {"text": span.text, "style": span.style}
    label = document.labels[span.text]
    return {"text": label.text, "style": "ref", "target": label.anchor}


def _attachments(document: Document, folder: Path) -> list[dict[str, str]]:
    said = words.sentences(document.language)
    manifest = Attachment(
        name="manifest.json",
        description=said["manifest"],
        mime_type="application/json",
        content_base64=base64.b64encode(document.facts.releasable).decode(),
    )
    return [_attachment(file, folder, "source" if file is manifest else "supplement") for file in (manifest, *document.attachments)]


def _attachment(file: Attachment, folder: Path, relationship: str) -> dict[str, str]:
    path = f"attached-{file.name}"
    (folder / path).write_bytes(base64.b64decode(file.content_base64))
    return {
        "name": file.name,
        "path": path,
        "relationship": relationship,
        "mime_type": file.mime_type,
        "description": file.description,
    }
