"""A file beside what is in force: its sender's own earlier records, and those of other parties. Nothing is written."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data_contracts.crashed import attempt, guarded
from data_contracts.findings import Audience, Finding
from data_contracts.registry import CONTRACTS, Contract
from ens_reports.intake.desk import Desk
from ens_reports.intake.findings import NO_ROWS
from ens_reports.intake.known import apart, between, earlier, history
from ens_reports.policy.findings import COLUMNS as HANDLING
from ens_reports.policy.findings import open_to
from ens_reports.store import Cover, Held, record_digests, record_ids

if TYPE_CHECKING:  # a check without a ledger needs no database
    from ens_reports.store import Store

INCIDENTS = tuple(name for name, found in CONTRACTS.items() if found.family == "incidents")
"""Contracts whose records are compared."""
NAMED = 20
"""Records of others that an analyst is pointed to, for each finding."""
OTHERS = ("record_id", "owner", "submission", *between.COLUMNS, *(name for name in HANDLING if name not in {"owner", "submission"}))
"""What is asked of others' records."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Told:
    """A finding of a comparison.

    Attributes:
        finding: Cause and rows.
        audience: Who may read it.
        about: Submissions and records of others that it rests on, by their names.
    """

    finding: Finding
    audience: Audience = "sender"
    about: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Compared:
    """What comes of the comparison.

    Attributes:
        records: The file's records under the names that they have in the store; index as given.
        resends: Submission that the file sends again, empty for none.
        told: Findings of levels 3 and 4.
    """

    records: pd.DataFrame
    resends: str = ""
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Sent:
    """A file's records and who sent them.

    Attributes:
        records: Accepted records with all columns of their contract, in the file's order; index = row numbers.
        party: Code of the sender.
        contract: The contract.
        mapping: Name of the mapping.
        cover: The cover sheet.
        sheets: Contract and records of each sheet of the file that comes before.
    """

    records: pd.DataFrame
    party: str
    contract: Contract
    mapping: str
    cover: Cover
    sheets: tuple[tuple[str, pd.DataFrame], ...] = ()


@dataclass(kw_only=True)
class _Notes:
    told: list[Told] = field(default_factory=list)

    def add(self, check: str, values: dict[str, str]) -> None:
        self.told.append(Told(finding=Finding(check=check, field="", rows=NO_ROWS, values=values)))


def compare(sent: Sent, desk: Desk) -> Compared:
    """Lay a file against what is in force; each comparison that crashes is told, and the others still run.

    Args:
        sent: The file.
        desk: Its `beside` is the store to compare with; without one the comparisons are skipped, and that is told.
    """
    store, notes = desk.beside, _Notes()
    if sent.contract.name not in INCIDENTS:
        return Compared(records=sent.records)
    sent, shared = attempt(notes.add, "apart", lambda: _apart(sent, store), otherwise=lambda: (sent, []))
    notes.told += shared
    if store is None:
        return Compared(records=sent.records, told=(*notes.told, *(_skipped(check) for check in ("history_skipped", "between_skipped"))))
    own = store.records.held([sent.contract.name], owner=sent.party)

    def named() -> earlier.Named:
        return earlier.name_again(sent.records, own, party=sent.party, mapping=sent.mapping)

    found = attempt(notes.add, "identity", named, otherwise=lambda: earlier.Named(records=sent.records))
    with guarded(notes.add, "history"):
        notes.told += _history(found.records, sent, own)
    with guarded(notes.add, "other_contracts"):
        notes.told += _other_contracts(found.records, sent, store)
    of_others = _Notes()
    with guarded(of_others.add, "between"):
        notes.told += _between(found.records, sent, desk, store)
    notes.told += [replace(item, audience="analyst") for item in of_others.told]  # that others' records are there must not show
    identity = [Told(finding=finding) for finding in found.findings]
    return Compared(records=found.records, resends=found.resends, told=(*identity, *notes.told))


def _skipped(check: str) -> Told:
    """For analysts: that a workspace has no store is nothing that a sender can mend, and no fault of the file."""
    return Told(finding=Finding(check=check, field="", rows=NO_ROWS, values={"skipped": "no_store"}), audience="analyst")


def _history(records: pd.DataFrame, sent: Sent, own: Held) -> list[Told]:
    before = own.latest(["record_id", "record_digest", *history.COLUMNS])
    if records.empty or before.empty:
        return []
    ids = record_ids(records, sent.party)
    held = ids.map(before.set_index("record_id")["record_digest"])
    digests = record_digests(records[held.notna()]).reindex(records.index)  # of the others nobody asks
    ours = records.reindex(columns=[*history.COLUMNS]).assign(record_id=ids, record_digest=digests)
    found = history.compare(ours, before, cover=sent.cover)
    strange = held.notna() & (held != digests)
    strange = strange & earlier.strangers(ids, own) if strange.any() else strange
    if strange.any():
        rows = np.sort(records.index[strange].to_numpy(dtype=np.int64))
        found.append(Finding(check="incident_in_two_files", field="incident_id", rows=rows))
    return [Told(finding=finding) for finding in found]


def _apart(sent: Sent, store: "Store | None") -> tuple[Sent, list[Told]]:
    """The file under numbers that replace no incident of another area under another contract."""
    held = apart.NOTHING
    if store is not None:
        names = {"own": [sent.contract.name], "others": [name for name in INCIDENTS if name != sent.contract.name]}
        held = apart.InForce(**{part: store.records.held(of, owner=sent.party).latest(apart.COLUMNS) for part, of in names.items()})
    sheets = [(name, records) for name, records in sent.sheets if name in INCIDENTS]
    records, rows = apart.keep_apart(sent.records, sent.contract, held=held.beside(sheets, contract=sent.contract.name))
    places = np.sort(rows.to_numpy(dtype=np.int64))
    told = [Told(finding=Finding(check="incident_numbers_shared", field="incident_id", rows=places))] if len(places) else []
    return replace(sent, records=records), told


def _other_contracts(records: pd.DataFrame, sent: Sent, store: "Store") -> list[Told]:
    """Incidents that the sender has in force under another contract: their records have the same names."""
    held = store.records.held([name for name in INCIDENTS if name != sent.contract.name], owner=sent.party)
    if not held.submissions:
        return []
    there = record_ids(records, sent.party).isin(held.latest(["record_id"])["record_id"])
    rows = np.sort(records.index[there].to_numpy(dtype=np.int64))
    return [Told(finding=Finding(check="incident_in_two_contracts", field="incident_id", rows=rows))] if len(rows) else []


def _between(records: pd.DataFrame, sent: Sent, desk: Desk, store: "Store") -> list[Told]:
    """What the sender may know first, from what it may see alone; then, for analysts, what else there is."""
    held = store.records.held(INCIDENTS, others_than=sent.party)
    if not held.submissions:
        return []
    others = held.near(between.sought(records), OTHERS)
    if others.empty:
        return _silences(records, (others, between.NO_PAIRS), sent, held)
    submissions = {row.id: row for row in held.submissions}
    seen = open_to(others, submissions, party=desk.project.party(sent.party), day=desk.today, policy=desk.project.policy)
    shown = others["owner"].where(seen["may_name"], "")
    visible = others[seen["open"]]
    pairs = between.pair(records, others)
    for_sender = _joined(records, visible, pairs if seen["open"].all() else between.pair(records, visible))
    told = _told(for_sender, others, shown, audience="sender")
    everything = _joined(records, others, pairs)
    hidden = {name: _without(frame, for_sender[name]) for name, frame in everything.items()}
    told += _told(hidden, others, others["owner"], audience="analyst")
    return [*told, *_silences(records, (others, pairs), sent, held)]


def _joined(records: pd.DataFrame, others: pd.DataFrame, found: between.Pairs) -> dict[str, pd.DataFrame]:
    """Rows and records of others, by what is to be told of them."""
    pairs = found.table
    return {
        "same_incident_elsewhere": pairs[["row", "other", "signs"]],
        "quantity_contradicts": pairs.loc[pairs["quantity"].astype(bool), ["row", "other"]],
        "outcome_contradicts": pairs.loc[pairs["outcome"].astype(bool), ["row", "other"]],
        "flag_contradicts": between.flags_that_differ(records.reindex(columns=[*between.COLUMNS]), others),
    }


FIELDS = {"quantity_contradicts": "quantity", "outcome_contradicts": "outcome", "flag_contradicts": "vessel_flag"}


def _without(everything: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    known = set(zip(told["row"], told["other"], strict=True))
    new = [pair not in known for pair in zip(everything["row"], everything["other"], strict=True)]
    return everything[np.array(new, dtype=bool)]


def _told(joined: dict[str, pd.DataFrame], others: pd.DataFrame, owners: pd.Series, *, audience: Audience) -> list[Told]:
    """One finding for each check, party and kind of signs."""
    found = []
    for check, pairs in joined.items():
        parts = pairs.assign(party=owners.reindex(pairs["other"]).to_numpy(), signs=pairs.get("signs", ""))
        for (party, signs), group in parts.groupby(["party", "signs"], sort=True):
            values = {"party": str(party), "signs": str(signs)}
            rows = np.unique(group["row"].to_numpy(dtype=np.int64))
            finding = Finding(check=check, field=FIELDS.get(check, ""), rows=rows, values=values)
            found.append(Told(finding=finding, audience=audience, about=_about(others.loc[group["other"]])))
    return found


def _about(others: pd.DataFrame) -> tuple[str, ...]:
    submissions = sorted(others["submission"].unique())
    return (*submissions, *sorted(others["record_id"].unique())[:NAMED])


def _silences(records: pd.DataFrame, beside: tuple[pd.DataFrame, between.Pairs], sent: Sent, held: Held) -> list[Told]:
    """Goods that went to, or came from, a party that reported on the time and tells of nothing that fits: for analysts alone."""
    others, pairs = beside
    found = []
    for check, end in (("export_without_import", "destination_country"), ("import_without_export", "origin_country")):
        missing = between.one_sided(records, pairs, others["owner"], end=end)
        for country, group in missing.groupby("country", sort=True):
            covering = [row for row in held.submissions if row.party == country and row.contract in {sent.contract.name, "incidents"}]
            days = records.loc[group["row"], "date_from"]
            covered = {row.id: _covers(days, row.cover) for row in covering}
            rows = [row for row, *told in zip(group["row"], *covered.values(), strict=True) if any(told)]
            if rows:
                finding = Finding(check=check, field=end, rows=np.unique(np.array(rows, dtype=np.int64)), values={"party": str(country)})
                found.append(Told(finding=finding, audience="analyst", about=tuple(name for name, told in covered.items() if told.any())))
    return found


def _covers(days: pd.Series, cover: Cover) -> pd.Series:
    if cover.period_from is None or cover.period_to is None:
        return pd.Series(data=False, index=days.index)
    return days.between(pd.Timestamp(cover.period_from), pd.Timestamp(cover.period_to))
