"""The small line under a table or a figure: n, source, note."""

from ens_reports.locales import Language
from ens_reports.report.blocks import Figure, Table


def foot(block: Table | Figure, language: Language) -> str:
    """One line of what a reader must know to trust a table or a figure.

    Args:
        block: A table or a figure.
        language: The reader's.

    Returns:
        n, source and note, as far as they are there.
    """
    n = "" if block.n is None else language.text("n = {n}.", n=language.number(block.n))
    source = language.text("Source: {source}.", source=block.source.rstrip(". ")) if block.source else ""
    return " ".join(part for part in (n, source, block.note) if part)
