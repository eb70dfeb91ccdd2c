"""What goes back to the sender of one file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from data_contracts.registry import Contract
from ens_reports.intake.feedback.earlier_sent import Earlier
from ens_reports.intake.feedback.told import Told, fixed, tell
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import Detail, FileOutcome
from ens_reports.intake.pack.marker import made_without_store
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.source import Source
from ens_reports.locales import Language
from ens_reports.store import KeptAnswer


@dataclass(frozen=True, kw_only=True, eq=False)
class Answer:
    """Everything a feedback pack is made of.

    Attributes:
        outcome: Counts and status.
        found: Findings for the sender with all their places, errors first.
        language: Of the sender.
        party: The sender's name in that language.
        received_on: Day of arrival.
        organisation: Who answers.
        contact: Where questions go.
        table: Their rows; none if no table was found.
        due: Last day to correct; none if no day is set.
        path: Their file; none if it is not at hand.
        source: All that was read of it; none if it could not be read.
        contract: What their rows must be; none if it is not known.
        understood: How each column was read.
        records: Records that were accepted, for examples of how a value was read: index = row numbers of the source.
        answers: What the sender said before, and in this file.
        earlier: The submission that this one replaces; none if it is the first.
    """

    outcome: FileOutcome
    found: Sequence[Located]
    language: Language
    party: str
    received_on: date
    organisation: str
    contact: str
    table: Table | None
    due: date | None = None
    path: Path | None = None
    source: Source | None = None
    contract: Contract | None = None
    understood: tuple[Understood, ...] = ()
    records: pd.DataFrame = field(default_factory=pd.DataFrame)
    answers: tuple[KeptAnswer, ...] = ()
    earlier: Earlier | None = None

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The findings in the sender's words, and what became of them."""
        earlier = None if self.earlier is None else self.earlier.found
        return tell(self.found, self.language, answers=self.answers, earlier=earlier)

    @cached_property
    def fixed(self) -> tuple[Detail, ...]:
        """What was to correct the last time, and is no more."""
        return fixed(self.found, self.earlier.found if self.earlier else (), self.language)

    def of_state(self, *states: str) -> tuple[Told, ...]:
        """Findings that are `open`, `answered` or a `note`."""
        return tuple(item for item in self.told if item.state in states)

    @property
    def reference(self) -> str:
        """The submission's name; blank if nothing was stored."""
        return self.outcome.submission

    @property
    def made_for(self) -> str:
        """What the pack's sheets say they answer: the submission, or if nothing was stored the party and the contract."""
        return self.reference or made_without_store(self.outcome.party, self.outcome.contract)

    @property
    def to_correct(self) -> int:
        """Number of findings that wait for the sender."""
        return len(self.of_state("open"))

    @property
    def set_aside(self) -> int:
        """Rows that are no records: totals, titles, repeated headers."""
        return len(self.table.set_aside) if self.table is not None else 0

    def severity(self, name: str) -> str:
        """A severity in the sender's language."""
        text = self.language.text
        return {"error": text("Error"), "warning": text("Warning"), "note": text("Note")}[name]

    def status(self) -> str:
        """What became of the file, as a sentence."""
        text = self.language.text
        if self.outcome.status == "partly_accepted" and self.table is not None and self.outcome.rows_rejected == self.set_aside:
            return text("All records were accepted; rows that are no records were set aside.")
        return {
            "accepted": text("All records were accepted."),
            "partly_accepted": text("Some records were accepted; the others wait for your correction."),
            "rejected": text("No record was accepted."),
            "withdrawn": text("No record was accepted."),
            "duplicate": text("All records were here already."),
            "unreadable": text("The file could not be read."),
            "nil_return": text("Your nil return was accepted."),
            "crashed": text("A step of ours failed on your file: nothing was taken in, and nothing is for you to correct."),
        }[self.outcome.status]

    def counts(self) -> list[tuple[str, str]]:
        """What became of the rows: label and number."""
        text, number, outcome = self.language.text, self.language.number, self.outcome
        waiting = outcome.rows_rejected - self.set_aside if self.table is not None else outcome.rows_rejected
        return [
            (text("Rows received"), number(outcome.rows_read)),
            (text("Accepted"), number(outcome.rows_accepted)),
            (text("Here already"), number(outcome.rows_duplicate)),
            (text("Set aside: no records"), number(outcome.rows_rejected - waiting)),
            (text("Rejected until corrected"), number(waiting)),
        ]

    def facts(self) -> list[tuple[str, str]]:
        """What the receipt states of the file: label and value."""
        text, outcome = self.language.text, self.outcome
        rows = [
            (text("Sender"), self.party),
            (text("File"), Path(outcome.path).name),
            (text("Received on"), self.language.day(self.received_on)),
            (text("Contract"), self.language.text(self.contract.description) if self.contract else outcome.contract or text("none")),
            (text("Digest of the file (SHA-256)"), outcome.sha256),
        ]
        if self.earlier is not None:
            rows.append((text("Replaces"), f"{self.earlier.submission} ({self.language.day(self.earlier.received_on)})"))
        return rows
