"""The area of crime that values speak of, for tables whose headers fit several."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from data_contracts import codelists
from ens_reports.intake.sheets.headers import signs
from ens_reports.intake.values.fold import fold

LISTS: dict[str, tuple[str, ...]] = {
    "wildlife": ("commodity_wildlife", "specimen_state", "taking_method"),
    "fisheries": ("commodity_fisheries", "infringement_fisheries", "gear", "vessel_type", "species_3a"),
    "forestry": ("commodity_forestry", "infringement_forestry", "product_form_forestry"),
    "pollution": ("commodity_pollution", "pollution_type", "waste_stream", "hazard_code"),
    "mining": ("commodity_mining", "mineral", "mining_method", "mining_activity", "machinery"),
}
"""Area -> code lists whose labels are its words."""
SHARE_NEEDED = 0.6
"""Of the cells that speak of any area, those that must speak of one."""
CELLS_NEEDED = 3
SHORT = 3
"""Words so short mean something only alone in their cell: `or` is gold in one language and a small word in the next."""
_WORD = re.compile(r"[^\W\d_][\w'-]+")


def area_of(rows: Sequence[Sequence[str]]) -> str:
    """The area that the cells speak of.

    Args:
        rows: Some rows of a table.

    Returns:
        Its name; empty if the cells speak of none, or of several.
    """
    found = Counter(area for row in rows for cell in row for area in areas_of_cell(cell))
    total = sum(found.values())
    if not found:
        return ""
    area, count = found.most_common(1)[0]
    return area if count >= min(CELLS_NEEDED, len(rows)) and count >= SHARE_NEEDED * total else ""


def areas_of_cell(cell: str) -> frozenset[str]:
    """The areas whose words a cell has; none where words of several make it unclear.

    Args:
        cell: As sent.
    """
    if not cell or cell[0].isdigit():
        return frozenset()
    folded = fold(cell).replace("_", " ")
    words = _WORD.findall(folded)
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    telling = (folded, *pairs, *(word for word in words if len(word) > SHORT))
    found = [_words()[text] for text in telling if text in _words()]
    return found[0] if found else frozenset()


def areas_of_label(text: str) -> frozenset[str]:
    """The areas of which a whole text is a label or listed word.

    Args:
        text: As sent.
    """
    return _words().get(fold(text).replace("_", " "), frozenset())


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """Folded words and labels that speak of one area only."""
    found: dict[str, set[str]] = {}
    for area, texts in _texts():
        for text in texts:
            found.setdefault(fold(str(text)).replace("_", " "), set()).add(area)
    return {text: frozenset(areas) for text, areas in found.items() if len(areas) == 1 and text}


def _texts() -> Iterable[tuple[str, Iterable[object]]]:
    yield from signs()["areas"].items()
    for area, lists in LISTS.items():
        for name in lists:
            rows = codelists.load(name)
            yield from ((area, rows[column]) for column in ("code", "label_en", "label_fr", "label_es", "label_ar") if column in rows)
