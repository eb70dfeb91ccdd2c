"""What a header can stand for: fields by what parties call them, from what is certain to what is only close."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Any, Literal

from rapidfuzz import fuzz, process

from data_contracts.fields import Field
from data_contracts.registry import CONTRACTS
from ens_reports.intake.values.fold import fold, fold_header
from ens_reports.intake.values.listed import listed
from ens_reports.locales import LANGUAGES, Language

How = Literal["name", "synonym", "reduced", "cut", "close", "part"]
"""How a header was understood: it is the column's own name or title; a listed one; a listed one but for plurals, small words,
abbreviations, numbering or a remark; the beginning of a listed one; nearly a listed one; or it contains a listed one."""
SCORES: dict[How, float] = {"name": 1.0, "synonym": 0.97, "reduced": 0.93, "cut": 0.8}
CLOSE_ENOUGH = 88.0
"""Similarity (0 to 100) from which a header is taken for a known one: one letter in eight may differ."""
WORD_ENOUGH = 76.0
"""The same for each word: one letter in five."""
CLOSE_LENGTH = 6
"""Shorter headers must be known exactly: too much is close to them."""
CLOSE_SCORE = 0.0088
"""Score of a header per point of similarity."""
PART_SCORE = 0.35
FIRST_PART_SCORE = 0.5
"""What a header begins with says more: `Situação do débito`, `Fecha del operativo`."""
PART_SHARE = 0.3
MOST_SPELLINGS = 8
CUT_LENGTH = 10
"""Shapefiles cut names here."""
SQUEEZED = 8
"""Letters of a name without blanks from which it is known: `DATEREPORTED`."""
BAND = " \u203a "
"""Between the text of a band and a name below it."""
_NUMBERING = re.compile(r"^\s*(?:[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)\]:]\s*)+(?:[-\u2013]\s*)?(?=\S)")
_CAMEL = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z])")
_ASIDE = re.compile(r"[(\[{](.*?)[)\]}]")
_ARTICLE = re.compile("^(?:\u0627\u0644|\u0644\u0644)(?=..)")
"""The Arabic article."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """One field that a header can stand for.

    Attributes:
        field: Name of the field.
        score: From 0 to 1, how surely.
        how: By what.
        known: The known header that it was read as.
    """

    field: str
    score: float
    how: How
    known: str


@lru_cache(maxsize=4096)
def meanings(header: str) -> tuple[Meaning, ...]:
    """The fields that a header can stand for.

    Args:
        header: As sent.

    Returns:
        The surest first, each field once; equally sure ones in the order of `headers.yaml`.
    """
    found: dict[str, Meaning] = {}
    band, below, name = header.rpartition(BAND)
    together = f"{name} {band}"
    under = ((*_listed(together),) or (*_close(together), *_listed(name), *_parts(name))) if below else None
    for meaning in (*_listed(header), *_cut(header), *_close(header), *_parts(header)) if under is None else under:
        if meaning.field not in found or meaning.score > found[meaning.field].score:
            found[meaning.field] = meaning
    return tuple(sorted(found.values(), key=lambda item: -item.score))


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """Folded header -> fields that it can stand for: names, titles in all languages, and what parties write."""
    found: dict[str, tuple[str, ...]] = {}
    known = ((field, name) for field, names in listed(__package__, "headers.yaml").items() for name in names)
    for field, name in [*_own_names(), *known, *_counted_people()]:
        folded = fold_header(name)
        if folded and field not in found.get(folded, ()):
            found[folded] = (*found.get(folded, ()), field)
    return found


@lru_cache(maxsize=1)
def signs() -> dict[str, Any]:
    """`signs.yaml`: abbreviations, small words, and names of columns that no field takes."""
    found: dict[str, Any] = listed(__package__, "signs.yaml")
    return found


def reduce(header: str) -> tuple[str, ...]:
    """The words of a header that count, without plurals: `Lieux de la saisie` -> `lieux`, `saisi`.

    Args:
        header: As sent, or folded.
    """
    words = fold_header(header).replace("'", " ").split()
    kept = [word for word in words if word not in _small()]
    return tuple(_stem(word) for word in kept or words)


def basis_of(header: str, kind: str) -> str:
    """What a header says that its dates are of, or its values by; empty if it does not say.

    Args:
        header: As sent.
        kind: `date_basis` or `value_basis`.
    """
    words = set(reduce(header))
    found = (basis for basis, known in signs()[kind].items() if words & {word for text in known for word in reduce(str(text))})
    return str(next(found, ""))


def spellings(header: str, *, lines: bool = True) -> Iterator[str]:
    """A header as it could be meant: without numbering, remarks and capitals inside words; each language of `Date / Fecha` by itself.

    Args:
        header: As sent.
        lines: Whether a line may be a name by itself.
    """
    plain = _NUMBERING.sub("", header)
    yield plain
    yield _CAMEL.sub(" ", plain)
    outside = _ASIDE.sub(" ", plain)
    breaks = r"\n|\s[-\u2013|]\s|/" if lines else r"\s[-\u2013|]\s|/"
    yield from (part for part in (outside, *re.split(breaks, outside), *_ASIDE.findall(plain)) if part.strip())


def _own_names() -> Iterator[tuple[str, str]]:
    """Each field with its name, and its title in every language."""
    for field in _fields().values():
        yield field.name, field.name
        label = getattr(field, "label", "")
        for language in LANGUAGES if label else ():
            yield field.name, Language(language).text(label)


def _counted_people() -> Iterator[tuple[str, str]]:
    """Numbers of persons: `No. of suspects` names no person."""
    for said in signs()["people_counted"]:
        yield from (("persons_detected", f"{count} {people}") for count in said["count"] for people in said["people"])


@lru_cache(maxsize=1)
def _fields() -> dict[str, Field]:
    return {name: field for contract in CONTRACTS.values() for name, field in contract.fields.items()}


@lru_cache(maxsize=1)
def _own() -> frozenset[str]:
    return frozenset(fold_header(name) for _, name in _own_names())


def _listed(header: str) -> Iterator[Meaning]:
    """Headers that are listed as they are, or but for plurals, small words, abbreviations and remarks."""
    folded = fold_header(header)
    how: How = "name" if folded in _own() else "synonym"
    yield from (Meaning(field=field, score=SCORES[how], how=how, known=folded) for field in synonyms().get(folded, ()))
    if folded.isalnum() and len(folded) >= SQUEEZED:
        squeezed = ((known, field) for known in _squeezed().get(folded, ()) for field in synonyms()[known])
        yield from (Meaning(field=field, score=SCORES["reduced"], how="reduced", known=known) for known, field in squeezed)
    for spelling in spellings(header):
        for words in _expanded(spelling):
            for known in _reduced().get(words, ()):
                yield from (Meaning(field=field, score=SCORES["reduced"], how="reduced", known=known) for field in synonyms()[known])


def _cut(header: str) -> Iterator[Meaning]:
    """Names of ten letters that are the beginning of a known one."""
    if len(header.strip()) == CUT_LENGTH:
        squeezed = "".join(reduce(header))
        for words, known in _reduced().items():
            if "".join(words).startswith(squeezed) and len(squeezed) >= CLOSE_LENGTH:
                yield from (
                    Meaning(field=field, score=SCORES["cut"], how="cut", known=name) for name in known for field in synonyms()[name]
                )


def _close(header: str) -> Iterator[Meaning]:
    """Known headers that differ in a letter or two."""
    text = " ".join(reduce(_NUMBERING.sub("", _CAMEL.sub(" ", header))))
    if len(text) < CLOSE_LENGTH:
        return
    for _, similarity, words in process.extract(text, _texts(), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=5):
        for known in _reduced()[words] if _word_by_word(text.split(), words) else ():
            score = round(similarity * CLOSE_SCORE, 3)
            yield from (Meaning(field=field, score=score, how="close", known=known) for field in synonyms()[known])


def _word_by_word(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether each word is close to its counterpart: `live number` is not `line number`."""
    if len(words) != len(known):
        return True
    return all(fuzz.ratio(word, other) >= WORD_ENOUGH for word, other in zip(words, known, strict=True))


def _parts(header: str) -> Iterator[Meaning]:
    """Known headers that stand within this one, such as `fecha` in `fecha_situ`."""
    words = reduce(_CAMEL.sub(" ", header))
    length = sum(map(len, words))
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            part = words[start:end]
            for known in _reduced().get(part, ()) if part != words else ():
                base = PART_SCORE if start else FIRST_PART_SCORE
                score = round(base + PART_SHARE * sum(map(len, part)) / length, 3)
                yield from (Meaning(field=field, score=score, how="part", known=known) for field in synonyms()[known])


@lru_cache(maxsize=1)
def _reduced() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Words that count -> known headers, folded."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in synonyms():
        for words in _expanded(name):
            if name not in found.get(words, ()):
                found[words] = (*found.get(words, ()), name)
    return found


@lru_cache(maxsize=1)
def _squeezed() -> dict[str, tuple[str, ...]]:
    """Names of several words without their blanks -> the names."""
    found: dict[str, tuple[str, ...]] = {}
    for name in synonyms():
        if " " in name:
            found[name.replace(" ", "")] = (*found.get(name.replace(" ", ""), ()), name)
    return found


@lru_cache(maxsize=1)
def _texts() -> dict[tuple[str, ...], str]:
    return {words: " ".join(words) for words in _reduced()}


def _expanded(text: str) -> list[tuple[str, ...]]:
    """The words that count, abbreviations written out in each of their languages."""
    words = fold_header(text).replace("'", " ").split()
    kept = _without_small(words) or words
    choices: Sequence[Sequence[str]] = [[_stem(item) for item in _short().get(word, (word,))] for word in kept]
    return list(islice(product(*choices), MOST_SPELLINGS))


def _without_small(words: list[str]) -> list[str]:
    """The words that count; a Y at either end is no word of Spanish: `Code Y`."""
    ends = {0, len(words) - 1} if len(words) > 1 else set()
    return [word for place, word in enumerate(words) if word in _short() or word not in _small() or (word == "y" and place in ends)]


@lru_cache(maxsize=1)
def _short() -> dict[str, tuple[str, ...]]:
    return {fold(str(word)): tuple(meant) for word, meant in signs()["short"].items()}


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(fold(str(word)) for word in signs()["small"])


def _stem(word: str) -> str:
    """A word without the ending of its plural, in a way that is the same for all its forms."""
    plain = _ARTICLE.sub("", word)
    for ending in ("s", "e"):
        plain = plain[:-1] if plain.endswith(ending) and len(plain) > 4 else plain  # noqa: PLR2004 - shorter words lose their meaning
    return plain
