"""Random worlds: parties, what they sent, and how they closed it; each text of each record is a mark that can be found again."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import yaml

from data_contracts.registry import INCIDENTS, SENT
from ens_reports import params
from ens_reports.params import Product, Project
from ens_reports.params.products import LEVELS
from ens_reports.params.release_policy import OwnerRule
from ens_reports.policy.columns import DERIVED
from ens_reports.store import ConsentRow, Counts, Cover, Snapshot, SubmissionRow, record_ids, records

ROOT = Path(__file__).parents[2]
MARK = re.compile(r"zq(\d{5})x(\d{3})")
"""A mark: number of the record and of the field."""
AFRICA = ("KEN", "UGA", "TZA", "ETH", "MOZ", "ZMB", "CMR", "NGA")
ELSEWHERE = ("VNM", "CHN", "ARE", "FRA")
BODIES = ("CITES", "UNODC", "UNEP", "EIA", "IFAW", "ALCATRAZES", "RB-NAIROBI", "WG-WILDLIFE")
LAST_DAY = date(2026, 1, 31)
LAST_NUMBER = 1000
"""Of the ledger."""
OTHERS = ("subjects", "movements", "capacity", "osint")
SAID = (
    "confidentiality",
    "allowed_recipients",
    "barred_recipients",
    "purpose",
    "consortium",
    "retain_until",
    "handling_scheme",
    "handling_code",
)
"""What a record says of who may see it."""
OF_COVERS = ("confidentiality", "consortium", "allowed_recipients", "barred_recipients", "retain_until", "handling_scheme", "handling_code")
OBSERVED = (
    ("police", "police", "criminal"),
    ("police", "customs", "criminal"),
    ("administrative", "environment", "administrative"),
    ("partner", "ngo", "criminal"),
    ("open_source", "media", "unknown"),
)
"""Class of a record, and by what it is told."""
KINDS = {"number": "float64", "integer": "Int64"}

Record = dict[str, Any]
T = TypeVar("T")
Random = np.random.Generator


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One submission.

    Attributes:
        id: Its name.
        owner: Code of the party that sent it.
        contract: Name of the contract.
        received_on: Day of arrival.
        cover: Lines of the cover sheet.
        records: Accepted records by column; `number` is the one in their marks.
        accepted: How many there are of them, also where this is a part of it.
        seq: Its place in the ledger.
        withdrawn: Whether its owner took it back.
    """

    id: str
    owner: str
    contract: str
    received_on: date
    cover: Mapping[str, Any]
    records: tuple[Record, ...]
    accepted: int
    seq: int = LAST_NUMBER
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What an owner opened later.

    Attributes:
        owner: Code of the party.
        seq: Its place in the ledger.
        what: `all`, name of a submission, or the number of a record.
        recipients: To whom.
        levels: In what; none for all.
        purposes: For what besides.
        given_on: First day.
        until: Last day; none for no such day.
        revoked: Whether it was taken back.
    """

    owner: str
    seq: int
    what: str | int
    recipients: tuple[str, ...]
    levels: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    given_on: date
    until: date | None
    revoked: bool


@dataclass(frozen=True, kw_only=True)
class World:
    """Parties, rules and submissions.

    Attributes:
        seed: Equal seeds give equal worlds.
        countries: Codes of the countries that send.
        parties: Codes of all that send.
        rules: `release_policy.yaml`, with the standing limits of some owners.
        sent: Submissions in the order of arrival.
        opened: What owners said later.
    """

    seed: int
    countries: tuple[str, ...]
    parties: tuple[str, ...]
    rules: Mapping[str, Any]
    sent: tuple[Sent, ...]
    opened: tuple[Opened, ...]

    def project(self) -> Project:
        """The settings of this repository, under the rules of this world."""
        own = repository()
        owners = {code: OwnerRule.model_validate(limits) for code, limits in self.rules["owners"].items()}
        return own.model_copy(update={"policy": own.policy.model_copy(update={"owners": owners})})

    def only(self, keep: Callable[[Sent, Record], bool]) -> "World":
        """The same world with some records alone; a submission that none is left of was never sent, but for empty ones."""
        parts = [(one, tuple(record for record in one.records if keep(one, record))) for one in self.sent]
        return replace(self, sent=tuple(replace(one, records=left) for one, left in parts if left or not one.records))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An edition that somebody wants."""

    recipient: str
    product: Product


@cache
def repository() -> Project:
    """The settings of this repository."""
    return params.load(ROOT)


@cache
def texts() -> tuple[str, ...]:
    """Every column of any contract that holds words of its sender; a mark names it by its place here."""
    fields = {name: field for contract in SENT.values() for name, field in contract.fields.items()}
    free = (name for name, field in fields.items() if field.kind in {"text", "list"} and not field.allowed and field.kind != "date")
    return tuple(sorted(name for name in free if name not in SAID))


def mark(number: int, name: str) -> str:
    """The mark of one text of one record."""
    return f"zq{number:05d}x{texts().index(name):03d}"


def make(seed: int) -> World:
    """A world.

    Args:
        seed: Equal seeds give equal worlds.
    """
    random = np.random.default_rng([20260122, seed])
    countries = tuple(_some(random, AFRICA, 2, len(AFRICA)) + _some(random, ELSEWHERE, 0, 2))
    parties = (*countries, *_some(random, BODIES, 1, 4))
    rules = yaml.safe_load((ROOT / "params" / "release_policy.yaml").read_text(encoding="utf-8"))
    owners = {code: _standing(random, parties) for code in parties if random.random() < 0.15}
    sent = tuple(replace(one, seq=10 * place) for place, one in enumerate(_submissions(random, countries, parties), start=1))
    opened = tuple(_opened(random, _one(random, sent[:-1]), parties, number) for number in range(int(random.integers(0, 8))))
    return World(seed=seed, countries=countries, parties=parties, rules={**rules, "owners": owners}, sent=sent, opened=opened)


def asked(world: World) -> Iterator[Asked]:
    """Editions that are wanted in a world, of recipients that sent something, and now and then of one that did not.

    Args:
        world: Who there is.
    """
    random = np.random.default_rng([20260123, world.seed])
    silent = [code for code in (*AFRICA, *BODIES, "BRA") if code not in world.parties]
    while True:
        recipient = _one(random, world.parties if random.random() < 0.9 else silent)
        changes = {
            "level": _one(random, LEVELS),
            "scope": _one(random, ("relevant", "visible")),
            "need_to_know": bool(random.random() < 0.3),
        }
        product = _one(random, repository().products)
        yield Asked(recipient=recipient, product=product.model_copy(update=changes if random.random() < 0.7 else {}))


def snapshot(world: World, folder: Path) -> Snapshot:
    """What a store holds of a world; all its records lie in one file of each family, which a store reads as well.

    Args:
        world: Who sent what.
        folder: Where the files go.
    """
    folder.mkdir(parents=True)
    left = [one for one in world.sent if not one.withdrawn]
    told = [one for one in left if one.contract in INCIDENTS]
    apart = {name: [one for one in left if one.contract == name] for name in OTHERS}
    kept = dict.fromkeys(INCIDENTS, _keep(told, folder)) | {name: _keep(sent, folder) for name, sent in apart.items()}
    rows = {one.id: _row(one, kept[one.contract].file) for one in world.sent}
    consents = [_consent(one, kept["wildlife"].ids) for one in world.opened]
    return Snapshot(
        seq=LAST_NUMBER,
        day=LAST_DAY,
        submissions=tuple(rows[one.id] for one in told),
        erased=(),
        folder=folder,
        others=tuple(rows[one.id] for one in left if one not in told),
        consents=tuple(one for one in consents if one.holds(LAST_NUMBER, LAST_DAY)),
    )


def _submissions(random: Random, countries: Sequence[str], parties: Sequence[str]) -> Iterator[Sent]:
    """In the order of arrival; the last is a nil return, so that a world has the same day with or without the others."""
    counter = iter(range(100_000))
    senders = [*parties, *_some(random, parties, 0, 4)]
    days = sorted(LAST_DAY - timedelta(days=int(random.integers(1, 900))) for _ in senders)
    for place, (owner, day) in enumerate(zip(senders, days, strict=True)):
        contract = _one(random, tuple(INCIDENTS))
        rows = range(int(random.integers(1, 9)))
        records = [_incident(random, next(counter), owner, contract, countries) | _said(random, parties) for _ in rows]
        yield _sent(random, place, owner, contract, day, records=records, parties=parties)
        if random.random() < 0.3:
            again = [_revised(random, record, next(counter), parties) for record in records[::2]]
            yield _sent(random, 100 + place, owner, contract, day, records=again, parties=parties)
    for place, owner in enumerate(_some(random, parties, 0, 3)):
        contract = _one(random, OTHERS)
        records = [_other(random, next(counter), owner, contract, parties)]
        yield _sent(random, 200 + place, owner, contract, LAST_DAY, records=records, parties=parties)
    silent = "GC-SINGAPORE"
    yield Sent(id=f"{silent}-wildlife-nil", owner=silent, contract="wildlife", received_on=LAST_DAY, cover={}, records=(), accepted=0)


def _sent(random: Random, place: int, owner: str, contract: str, day: date, *, records: Sequence[Record], parties: Sequence[str]) -> Sent:
    name = f"{owner}-{contract}-{place:010d}"
    said = _said(random, parties, often=0.15)
    lists = {key: tuple(filter(None, (said.get(key) or "").split(";"))) for key in ("allowed_recipients", "barred_recipients")}
    cover = {key: said[key] for key in OF_COVERS if said.get(key)} | {key: value for key, value in lists.items() if value}
    times = {"period_from": "2024-01-01", "period_to": "2025-12-31", "completeness": _one(random, ("all_cases", "sample", ""))}
    words = {"contact_post": f"zq{records[0]['number']:05d}x999"}
    agencies = (f"zq{records[0]['number']:05d}x998",)
    return Sent(
        id=name,
        owner=owner,
        contract=contract,
        received_on=day,
        cover={**times, **words, "agencies_covered": agencies, "national_priorities": agencies, **cover},
        records=tuple(records),
        accepted=len(records),
        withdrawn=bool(random.random() < 0.07),
    )


def _incident(random: Random, number: int, owner: str, contract: str, countries: Sequence[str]) -> Record:
    day = date(int(random.integers(2019, 2027)), 1, 1) + timedelta(days=int(random.integers(0, 365)))
    observed, source, nature = _one(random, OBSERVED)
    home = owner if len(owner) == 3 and owner not in BODIES else _one(random, countries)
    route = {name: _maybe(random, _one(random, (*countries, "VNM")), 0.4) for name in ("origin_country", "destination_country")}
    return {
        "number": number,
        "item_no": 1,
        "incident_count": 1,
        "record_type": "seizure",
        "crime_area": INCIDENTS[contract].area or _one(random, ("wildlife", "fisheries", "mining")),
        "record_class": observed,
        "source_type": source,
        "legal_nature": nature,
        "reporting_country": home,
        "incident_date": day.isoformat(),
        "date_from": pd.Timestamp(day),
        "date_to": pd.Timestamp(day),
        "date_precision": "day",
        "offender_nationalities": _maybe(random, _one(random, countries), 0.5),
        "transit_countries": _maybe(random, ";".join(_some(random, countries, 1, 2)), 0.7),
        "quantity": float(random.integers(1, 50)),
        **route,
        **_words(INCIDENTS[contract].fields, number),
    }


def _revised(random: Random, record: Record, number: int, parties: Sequence[str]) -> Record:
    """The same record, said in other words and under another handling."""
    said = _said(random, parties)
    words = {name: mark(number, name) for name in texts() if name in record and name != "incident_id"}
    return {**record, **dict.fromkeys(SAID), **words, **said, "number": number}


def _other(random: Random, number: int, owner: str, contract: str, parties: Sequence[str]) -> Record:
    home = owner if len(owner) == 3 and owner not in BODIES else "KEN"
    plain: Record = {"number": number, "reporting_country": home, "item_no": 1, "return_year": 2025, "source_id": mark(number, "source_id")}
    names = SENT[contract].fields
    return {name: value for name, value in plain.items() if name in names or name == "number"} | {
        **_words(names, number),
        **{name: value for name, value in _said(random, parties, often=0.1).items() if name in names},
    }


def _words(names: Mapping[str, Any], number: int) -> Record:
    return {name: mark(number, name) for name in texts() if name in names}


def _said(random: Random, parties: Sequence[str], *, often: float = 0.3) -> Record:
    """What a record, or a cover sheet, says of who may see it."""
    scheme, code = _one(random, (("TLP", "RED"), ("TLP", "GREEN"), ("TLP", "AMBER"), ("NATIONAL", "7"), ("", "secret")))
    days = ("2026-01-30", "2026-01-31", "2026-01", "2026", "2025-06-01", "2027-01-01", "2099-12-31")
    given: Record = {
        "confidentiality": _one(random, ("official", "restricted", "confidential", "eyes only")),
        "allowed_recipients": ";".join(_some(random, parties, 1, 3)),
        "barred_recipients": ";".join(_some(random, parties, 1, 3)) if random.random() < 0.9 else "Zubrowka",
        "purpose": _one(random, ("analysis", "operation", "investigation", "notice", "training")),
        "consortium": _one(random, ("yes", "no")),
        "retain_until": _one(random, days),
    }
    said = {name: value for name, value in given.items() if random.random() < often}
    if "confidentiality" in said and often < 0.2 and said["confidentiality"] == "eyes only":
        del said["confidentiality"]  # a cover sheet takes no other word
    if len(said.get("retain_until", "")) < len("2026-01-01") and often < 0.2:
        said.pop("retain_until", None)  # nor a month
    return said | ({"handling_scheme": scheme, "handling_code": code} if random.random() < often / 2 else {})


def _opened(random: Random, sent: Sent, parties: Sequence[str], number: int) -> Opened:
    record = _one(random, sent.records)
    return Opened(
        seq=sent.seq + 1 + number + 10 * int(random.integers(0, 4)),
        owner=sent.owner if random.random() < 0.9 else _one(random, parties),
        what=_one(random, ("all", sent.id, record["number"])),
        recipients=tuple(_some(random, parties, 1, 3)),
        levels=tuple(_some(random, LEVELS, 0, 2)),
        purposes=tuple(_some(random, ("analysis", "operation", "investigation"), 0, 2)),
        given_on=LAST_DAY - timedelta(days=int(random.integers(-2, 30))),
        until=_one(random, (None, LAST_DAY - timedelta(days=1), LAST_DAY, LAST_DAY + timedelta(days=9))),
        revoked=bool(random.random() < 0.15),
    )


def _standing(random: Random, parties: Sequence[str]) -> dict[str, Any]:
    given: dict[str, Any] = {
        "confidentiality": _one(random, ("restricted", "confidential")),
        "barred_recipients": _some(random, parties, 1, 2),
        "allowed_recipients": _some(random, parties, 1, 5),
        "consortium": False,
    }
    return {name: value for name, value in given.items() if random.random() < 0.4}


def _row(one: Sent, name: str) -> SubmissionRow:
    return SubmissionRow(
        id=one.id,
        party=one.owner,
        contract=one.contract,
        contract_version=SENT[one.contract].version,
        file_name="sent.csv",
        sha256=one.id,
        received_on=one.received_on,
        cover=Cover.model_validate(dict(one.cover)),
        counts=Counts(read=one.accepted, accepted=one.accepted, rejected=0, duplicate=0),
        seq=one.seq,
        records=name if one.records else "",
        quarantine="",
        withdrawn_seq=None,
        withdrawn_on=None,
        withdrawn_reason="",
    )


def _consent(one: Opened, ids: Mapping[int, str]) -> ConsentRow:
    return ConsentRow(
        owner=one.owner,
        target=one.what if isinstance(one.what, str) else ids.get(one.what, "gone"),
        recipients=one.recipients,
        levels=one.levels,
        purposes=one.purposes,
        given_by="desk",
        given_on=one.given_on,
        until=one.until,
        seq=one.seq,
        ended_seq=LAST_NUMBER - 1 if one.revoked else None,
    )


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """A file of records: its name, and the names of the records by their numbers; blank for none."""

    file: str = ""
    ids: Mapping[int, str] = field(default_factory=dict)


def _keep(sent: Sequence[Sent], folder: Path) -> _Kept:
    """Write the records of some submissions as a store names them."""
    rows = [{**record, "owner": one.owner, "submission": one.id} for one in sent for record in one.records]
    if not rows:
        return _Kept()
    contracts = {one.contract for one in sent}
    fields = {name: field for contract in sorted(contracts) for name, field in SENT[contract].fields.items()}
    types = {name: KINDS.get(field.kind, "str") for name, field in fields.items()} | (DERIVED if contracts <= set(INCIDENTS) else {})
    frame = pd.DataFrame(rows).reindex(columns=[*types, "owner", "submission"]).astype(types)
    family = SENT[min(contracts)].family
    ids = pd.concat([record_ids(group, str(owner), family=family) for owner, group in frame.groupby("owner")])
    named = frame.assign(record_id=ids, record_digest="", source_row=range(len(frame)))
    return _Kept(file=records.write(folder, named), ids={row["number"]: ids[place] for place, row in enumerate(rows)})


def _one(random: Random, things: Sequence[T]) -> T:
    return things[int(random.integers(len(things)))]


def _some(random: Random, things: Sequence[T], least: int, most: int) -> list[T]:
    number = int(random.integers(least, min(most, len(things)) + 1))
    return [things[int(place)] for place in sorted(random.permutation(len(things))[:number])]


def _maybe(random: Random, value: str, blank: float) -> str | None:
    return None if random.random() < blank else value
