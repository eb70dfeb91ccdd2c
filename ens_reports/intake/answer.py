"""What goes back to the sender of one file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import Detail, FileOutcome
from ens_reports.intake.table import Table
from ens_reports.intake.words_of import detail
from ens_reports.locales import Language


@dataclass(frozen=True, kw_only=True, eq=False)
class Answer:
    """Everything a feedback pack is made of.

    Attributes:
        outcome: Counts and status.
        found: Findings with all their places, errors first.
        language: Of the sender.
        party: The sender's name in that language.
        received_on: Day of arrival.
        organisation: Who answers.
        contact: Where questions go.
        table: Their rows; none if no table was found.
    """

    outcome: FileOutcome
    found: Sequence[Located]
    language: Language
    party: str
    received_on: date
    organisation: str
    contact: str
    table: Table | None

    def details(self) -> tuple[Detail, ...]:
        """The findings in the sender's words."""
        return tuple(detail(item, self.language) for item in self.found)

    def severity(self, name: str) -> str:
        """A severity in the sender's language."""
        text = self.language.text
        return {"error": text("Error"), "warning": text("Warning"), "note": text("Note")}[name]

    def status(self) -> str:
        """What became of the file, as a sentence."""
        text, table = self.language.text, self.table
        if self.outcome.status == "partly_accepted" and table is not None and self.outcome.rows_rejected == len(table.set_aside):
            return text("All records were accepted; rows that are no records were set aside.")
        return {
            "accepted": text("All records were accepted."),
            "partly_accepted": text("Some records were accepted; the others wait for your correction."),
            "rejected": text("No record was accepted."),
            "duplicate": text("All records were here already."),
            "unreadable": text("The file could not be read."),
            "nil_return": text("Your nil return was accepted."),
        }[self.outcome.status]

    def facts(self) -> list[tuple[str, str]]:
        """What the receipt states: label and value."""
        text, number, outcome = self.language.text, self.language.number, self.outcome
        return [
            (text("Sender"), self.party),
            (text("File"), Path(outcome.path).name),
            (text("Received on"), self.language.day(self.received_on)),
            (text("Submission"), outcome.submission or text("none")),
            (text("Contract"), outcome.contract or text("none")),
            (text("Digest of the file (SHA-256)"), outcome.sha256),
            (text("Records read"), number(outcome.rows_read)),
            (text("Accepted"), number(outcome.rows_accepted)),
            (text("Rejected"), number(outcome.rows_rejected)),
            (text("Here already, or sent twice"), number(outcome.rows_duplicate)),
        ]
