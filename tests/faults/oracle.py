"""Who may see what, said again from the text of the rules: record by record, slowly, and without the code that is tested.

The rules: an owner's records are in nobody's hands against its restrictions; what is expired is gone; what a level never has, no view
has; what tells whose a record is, no other reader gets. The tables of `release_policy.yaml` are read as they stand in the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml
from faults.worlds import MARK, OF_COVERS, ROOT, Opened, Record, Sent, World

COUNTED = ("wildlife", "fisheries", "forestry", "pollution", "mining", "incidents")
NAMES = ("incident_id", "subject_id", "movement_id", "source_id")
"""By these an owner calls its records: another reader is not to know them."""
NUMBERS = ("return_year", "item_no")
ORDER = ("official", "restricted", "confidential")
FEBRUARY = 2
WIDE_TO_NARROW = ("unless_restricted", "consortium", "named")


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who reads what.

    Attributes:
        code: Code of the party.
        kind: As `parties.yaml` has it.
        in_consortium: Whether it is of the consortium.
        level: Of the product.
        day: As of when.
        opened: What owners said later that holds on that day, and names it, for such a product.
    """

    code: str
    kind: str
    in_consortium: bool
    level: str
    day: date
    opened: tuple[tuple[Opened, tuple[str, ...]], ...] = ()


@cache
def parties() -> dict[str, Any]:
    """Every party by its code, as `parties.yaml` has it."""
    lines = yaml.safe_load((ROOT / "params" / "parties.yaml").read_text(encoding="utf-8"))
    return {code: {"kind": "country"} for code in lines["countries"]} | lines["bodies"]


def reader(world: World, code: str, *, level: str, day: date) -> Reader:
    """A party as a reader of a level of product."""
    row = parties()[code]
    keys = {record["number"]: key_of(sent, record) for sent in world.sent for record in sent.records}
    opened = []
    for one in world.opened:
        begun, ended = one.given_on <= day, one.revoked or (one.until is not None and one.until < day)
        if begun and not ended and code in one.recipients and (level in one.levels or not one.levels):
            opened.append((one, keys.get(one.what, ())))
    return Reader(code=code, kind=row["kind"], in_consortium=row.get("consortium", False), level=level, day=day, opened=tuple(opened))


def later(sent: Sent, record: Record, reader: Reader) -> list[Opened]:
    """What the owner said after it had sent a record as it stands that opens it to a reader."""
    return [
        one
        for one, key in reader.opened
        if one.owner == sent.owner and one.seq > sent.seq and (one.what in ("all", sent.id) or (key and key == key_of(sent, record)))
    ]


def in_force(world: World) -> Iterator[tuple[Sent, Record]]:
    """Each record of which its owner has not taken back all it said, as it said it last."""
    latest: dict[tuple[str, ...], tuple[Sent, Record]] = {}
    for sent in world.sent:
        for record in sent.records:
            if not sent.withdrawn:
                latest[key_of(sent, record)] = (sent, record)
    yield from latest.values()


def key_of(sent: Sent, record: Record) -> tuple[str, ...]:
    """What makes two rows the same record."""
    family = "incidents" if sent.contract in COUNTED else sent.contract
    names = NAMES[:1] if family == "incidents" else NAMES[1:]
    return (sent.owner, family, *(str(record.get(name)) for name in ("reporting_country", *names, *NUMBERS)))


def may_see(sent: Sent, record: Record, *, reader: Reader, rules: Mapping[str, Any]) -> bool:
    """Whether a reader may see a record at all."""
    if _kept_until(sent, record, rules) < reader.day:
        return False
    if sent.contract not in COUNTED:  # of subjects, movements, returns and open sources nobody sees another's
        return sent.owner == reader.code and sent.contract == "capacity"
    return sent.owner == reader.code or _is_open(sent, record, reader=reader, rules=rules)


def may_name(sent: Sent, record: Record, *, reader: Reader, rules: Mapping[str, Any]) -> bool:
    """Whether a reader of a record may be told which country it is of."""
    return sent.owner == reader.code or _names(sent, record, reader) or _open_to_consortium(sent, record, rules)


def marks_for(sent: Sent, record: Record, *, reader: Reader, rules: Mapping[str, Any]) -> set[tuple[str, str]]:
    """The marks that a reader of a record may find: no field that its level never has, nor in others' one that tells whose it is."""
    level = rules["levels"][reader.level]
    closed = {*level["never"], *({"narrative"} if reader.level != "tactical" else ())}
    if sent.owner != reader.code:
        closed |= {*level["never_of_others"], *NAMES}
    return {found for name, value in record.items() if name not in closed for found in MARK.findall(str(value))}


def confidentiality(sent: Sent, record: Record, rules: Mapping[str, Any]) -> str:
    """How closely a record is kept."""
    said = _said(sent, record, "confidentiality") or rules["unmarked"]
    floor = _limits(sent, rules).get("confidentiality", "official")
    return max(said if said in ORDER else "confidential", floor, key=ORDER.index)


def _is_open(sent: Sent, record: Record, *, reader: Reader, rules: Mapping[str, Any]) -> bool:
    audience = rules["audiences"]["consortium" if reader.in_consortium else reader.kind]
    if _is_barred(sent, record, reader, rules):
        return False
    if ORDER.index(confidentiality(sent, record, rules)) > ORDER.index(audience["clearance"]):
        return False
    purposes = {record.get("purpose") or rules["default_purpose"], *(word for one in later(sent, record, reader) for word in one.purposes)}
    if not purposes & set(rules["levels"][reader.level]["purposes"]):
        return False
    code = _access_of_code(sent, record, rules)
    way = max(code, audience["access"], key=WIDE_TO_NARROW.index)
    if way == "unless_restricted" or _names(sent, record, reader):
        return True
    if way == "consortium":
        return _open_to_consortium(sent, record, rules)
    return record["record_class"] == "open_source" and code != "named"


def _is_barred(sent: Sent, record: Record, reader: Reader, rules: Mapping[str, Any]) -> bool:
    limits = _limits(sent, rules)
    if reader.code in limits.get("barred_recipients", ()):
        return True
    if "allowed_recipients" in limits and reader.code not in limits["allowed_recipients"]:
        return True
    if later(sent, record, reader):
        return False
    barred = {*_words(record.get("barred_recipients")), *_words(sent.cover.get("barred_recipients"))}
    allowed = _list(sent, record, "allowed_recipients")
    unclear = any(word not in parties() for word in barred)  # who is meant, nobody knows
    return unclear or reader.code in barred or (bool(allowed) and reader.code not in allowed)


def _names(sent: Sent, record: Record, reader: Reader) -> bool:
    """Whether the owner itself names the reader: a limit to some readers opens nothing to them."""
    return reader.code in _list(sent, record, "allowed_recipients") or bool(later(sent, record, reader))


def _open_to_consortium(sent: Sent, record: Record, rules: Mapping[str, Any]) -> bool:
    if _limits(sent, rules).get("consortium", True) is False:
        return False
    said = _said(sent, record, "consortium")
    if said:
        return said == "yes"
    agreed: bool = rules["consortium_default_of"].get(sent.owner, rules["consortium_default"][record["record_class"]])
    return agreed


def _access_of_code(sent: Sent, record: Record, rules: Mapping[str, Any]) -> str:
    code = record.get("handling_code")
    scheme = record.get("handling_scheme") if code else sent.cover.get("handling_scheme")
    code = code or sent.cover.get("handling_code")
    if not code:
        return "unless_restricted"
    known: str = rules["handling_codes"].get(f"{scheme or ''} {code}".strip().lower(), "named")
    return known


def _kept_until(sent: Sent, record: Record, rules: Mapping[str, Any]) -> date:
    said = _said(sent, record, "retain_until")
    if not said:
        day, years = sent.received_on, rules["retention_years"]
        return date(day.year + years, day.month, min(day.day, 28) if day.month == FEBRUARY else day.day)
    year, month, day = [*(int(part) for part in str(said).split("-")), 1, 1][:3]
    return date(year, month, day)


def _said(sent: Sent, record: Record, name: str) -> Any:  # noqa: ANN401 - as a cell or a line of a cover sheet has it
    return record.get(name) or (sent.cover.get(name) if name in OF_COVERS else None)


def _list(sent: Sent, record: Record, name: str) -> list[str]:
    return _words(_said(sent, record, name))


def _words(said: object) -> list[str]:
    """Of a text in a record, a list on a cover sheet, or nothing."""
    if isinstance(said, str):
        return said.split(";") if said else []
    return [str(word) for word in said] if isinstance(said, list | tuple) else []


def _limits(sent: Sent, rules: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = rules["owners"].get(sent.owner, {})
    return found
