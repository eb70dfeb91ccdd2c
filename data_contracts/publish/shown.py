"""What people read instead of a code: its label in their language, and the code before it where the code is what they know."""

from dataclasses import dataclass
from functools import lru_cache

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.publish.dressing import AS_CODES, words

GENERAL = "general"
COUNTRIES = "countries"
FULL_NAMES: dict[str, dict[str, str]] = {
    "COG": {"en": "Republic of the Congo", "fr": "République du Congo", "es": "República del Congo", "ar": "جمهورية الكونغو"},
}
"""Countries whose usual name is also another's: intake would have to ask which is meant."""
BETWEEN = " - "
"""Between a code and its label."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One choice of a drop-down.

    Attributes:
        code: As records hold it.
        label: As the sender reads and sends it; intake reads it back.
    """

    code: str
    label: str


def choices(field: Field, language: str) -> tuple[Shown, ...]:
    """What a cell of a coded field can hold, in the lists' order; countries by name, and none and unknown last.

    Args:
        field: A field with code lists.
        language: ISO 639-1.
    """
    labels = _labels(field.codes, language)
    last = [code for code in (*codelists.ALWAYS,) if code in field.allowed]
    codes = [code for code in field.allowed if code not in last]
    found = [Shown(code=code, label=labels.get(code, code)) for code in codes]
    found = sorted(found, key=lambda item: _plain(item.label)) if field.codes == (COUNTRIES,) else found
    return (*found, *(Shown(code=code, label=labels.get(code) or _labels((GENERAL,), language)[code]) for code in last))


def label(code: str, field: Field, language: str) -> str:
    """What one code, or each code of a list, is called.

    Args:
        code: Canonical text of a cell.
        field: Its field.
        language: ISO 639-1.
    """
    if not field.codes:
        return code
    known = _labels((GENERAL,), language) | _labels(field.codes, language)
    return "; ".join(known.get(word, word) for word in code.split(";"))


@lru_cache
def _labels(lists: tuple[str, ...], language: str) -> dict[str, str]:
    """Code -> label; two codes that would be called the same are called by their codes."""
    found: dict[str, str] = {}
    for name in lists:
        called = words(name, language) | ({code: names[language] for code, names in FULL_NAMES.items()} if name == COUNTRIES else {})
        for code in codelists.codes(name):
            found.setdefault(code, _with_code(code, called.get(code, code)) if name in AS_CODES else called.get(code, code))
    taken = [_plain(text) for text in found.values()]
    return {code: text if taken.count(_plain(text)) == 1 else _with_code(code, text) for code, text in found.items()}


def _with_code(code: str, text: str) -> str:
    return code if text == code else f"{code}{BETWEEN}{text}"


def _plain(text: str) -> str:
    return text.casefold()
