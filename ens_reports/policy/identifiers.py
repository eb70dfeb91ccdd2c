"""What leads to a record, a case, a thing or a person: the fields that hold it, and when a value is long enough to stand alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data_contracts.labels import title
from ens_reports.locales import LANGUAGES, open_language
from ens_reports.policy.runs import LONGEST, runs_of, words

NUMBERS: dict[str, tuple[str, ...]] = {
    "incident number": ("incident_id", "subject_id", "movement_id", "source_id"),
    "case reference": ("other_references", "basis_reference"),
    "permit or document": (
        "permit_no",
        "catch_certificate_no",
        "transport_doc_no",
        "movement_doc_no",
        "document_no",
        "registration_no",
        "container_no",
        "marking_numbers",
    ),
    "vessel or vehicle": (
        "vessel_name",
        "vessel_imo",
        "vessel_mmsi",
        "vessel_call_sign",
        "vessel_registration",
        "aircraft_registration",
        "licence_plate",
        "vehicle_no",
        "met_with",
    ),
    "site": ("concession_ref", "facility_ref", "site_ref", "alert_ref"),
    "person or organisation": ("family_name", "other_names", "organisation_name", "account_no"),
    "open source": ("link", "archive_link"),
    "record": ("record_id",),
    "submission": ("submission",),
}
"""Kind -> fields whose values each identify something."""
SENTENCES: dict[str, tuple[str, ...]] = {
    "free text": ("narrative", "request_text", "handling_condition", "remarks", "needs", "summary", "offence_text", "title")
}
"""Kind -> fields of free text, of which sentences are looked for."""
KINDS = (*NUMBERS, *SENTENCES, "edition")
FIELDS = {field: kind for table in (NUMBERS, SENTENCES) for kind, fields in table.items() for field in fields}
"""Field -> its kind."""
SHORT, SHORT_NUMBER = 6, 8
"""Characters from which a value stands alone, and digits from which a number does; what is shorter needs its field's label before it."""
DIGITS_TOGETHER, ZEROS_TOGETHER = 6, 4
"""Digits that no date, year or grouped number has in a row; and with a zero before them."""
FEWEST_WORDS = 5
"""Of a sentence that is not anyone's."""
SENTENCE_ENDS = re.compile(r"[.!?;:\n\r]+")
LIST = ";"
SPOKEN: dict[str, tuple[str, ...]] = {
    "incident_id": ("incident", "case", "case no", "incident no", "affaire", "dossier", "caso", "incidente", "قضية", "حادثة"),
    "other_references": ("reference", "case", "case no", "référence", "affaire", "referencia", "caso", "مرجع", "قضية"),
    "basis_reference": ("warrant", "warrant no", "case", "case no", "mandat", "affaire", "orden", "caso", "أمر القبض", "قضية"),
    "permit_no": ("permit", "licence", "permis", "permiso", "licencia", "تصريح", "رخصة"),
    "vessel_name": ("vessel", "ship", "MV", "FV", "navire", "buque", "سفينة"),
    "vessel_imo": ("IMO", "IMO no", "OMI"),
    "vessel_mmsi": ("MMSI",),
    "vessel_call_sign": ("call sign", "indicatif", "distintivo", "نداء"),
    "container_no": ("container", "conteneur", "contenedor", "حاوية"),
    "document_no": ("passport", "document", "passeport", "pasaporte", "documento", "جواز سفر", "وثيقة"),
    "licence_plate": ("plate", "plaque", "placa", "matrícula", "لوحة"),
    "site_ref": ("site", "sitio", "موقع"),
    "account_no": ("account", "compte", "cuenta", "حساب"),
}
"""Field -> what stands before its values in running text."""


@dataclass(frozen=True)
class Trace:
    """How a value is known again.

    Attributes:
        kind: What it identifies.
        run: Its run of words.
    """

    kind: str
    run: str


def traces_in(frame: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The traces of all identifying values of records.

    Args:
        frame: Records with `owner`.

    Yields:
        A kind, and `owner` and `run` of what is of that kind; each value of an owner once for each field.
    """
    for field in (name for name in frame.columns if name in FIELDS):
        told = frame.loc[frame[field].notna(), ["owner", field]].astype("str").drop_duplicates()
        plain = _plain_runs(told[field]) if FIELDS[field] in NUMBERS else pd.Series(index=told.index, dtype="str")
        rest = plain.isna()
        pairs = zip(told.loc[rest, "owner"], told.loc[rest, field], strict=True)
        others = [(owner, trace.run) for owner, value in pairs for trace in traces_of(field, value)]
        known = pd.DataFrame({"owner": told.loc[~rest, "owner"], "run": plain[~rest]})
        yield FIELDS[field], pd.concat([known, pd.DataFrame(others, columns=["owner", "run"], dtype="str")], ignore_index=True)


def _plain_runs(values: pd.Series) -> pd.Series:
    """The one run of each value that plainly stands alone, as `traces_of` gives it but many at once; blank where that must be asked."""
    cells = pa.array(values, type=pa.large_string())
    run = pc.replace_substring_regex(pc.ascii_lower(cells), "[^0-9a-z]+", "")
    tests = [
        pc.string_is_ascii(cells),
        pc.invert(pc.match_substring_regex(cells, rf"{LIST}|\[U\+")),
        pc.match_substring_regex(run, "[a-z]"),
        pc.greater_equal(pc.utf8_length(run), SHORT),
        pc.less_equal(pc.count_substring_regex(cells, "[0-9A-Za-z]+"), LONGEST),
    ]
    plain = pc.if_else(reduce(pc.and_, tests), run, None)
    return pd.Series(plain.to_pandas().array, index=values.index, dtype="str")


def traces_of(field: str, value: str) -> Iterator[Trace]:
    """How a value of a field is known again on a page.

    Args:
        field: One of `FIELDS`.
        value: As the record has it.
    """
    kind = FIELDS[field]
    if kind in SENTENCES:
        yield from (Trace(kind, run) for run in _of_sentences(value))
        return
    for member in value.split(LIST):
        yield from (Trace(kind, run) for run in _of_number(field, member))


def labelled(field: str, value: str) -> list[str]:
    """A value with each way to say what it is before it, as text.

    Args:
        field: One of `FIELDS`.
        value: As the record has it.
    """
    return [f"{label} {value}" for label in _labels(field)]


def _of_number(field: str, value: str) -> list[str]:
    parts = words(value)
    if not parts:
        return []
    if stands_alone(parts):
        return runs_of(parts)
    return [run for text in labelled(field, value) for run in runs_of(words(text))]


def stands_alone(parts: list[str]) -> bool:
    """Whether a value can be nothing else, wherever it stands.

    Args:
        parts: Its words.
    """
    squeezed = "".join(parts)
    if not squeezed.isdecimal():
        return len(squeezed) >= SHORT
    together = any(len(part) >= DIGITS_TOGETHER or (len(part) >= ZEROS_TOGETHER and part.startswith("0")) for part in parts)
    return len(squeezed) >= SHORT_NUMBER and together


def _of_sentences(value: str) -> Iterable[str]:
    sentences = (words(sentence) for sentence in SENTENCE_ENDS.split(value))
    return [run for parts in sentences if len(parts) >= FEWEST_WORDS for run in runs_of(parts)]


@lru_cache
def _labels(field: str) -> tuple[str, ...]:
    """Its name, its label in each language, and what people say for short: `vessel imo`, `Vessel IMO number`, `Numéro OMI`, `IMO`."""
    titles = (open_language(code).text(title(field)) for code in LANGUAGES)
    known = (field.replace("_", " "), *titles, *SPOKEN.get(field, ()))
    return tuple(dict.fromkeys(" ".join(words(label)) for label in known))
