"""An answer to a sender in a few lines, for the tests of the feedback pack."""

from datetime import date

from mapped import make_table

from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.findings import Collector
from ens_reports.intake.outcome import FileOutcome
from ens_reports.locales import Language
from ens_reports.store import KeptAnswer

SCRIPT = "<script>alert(1)<br>"


def make_answer(language: str = "en", **more: object) -> Answer:
    """A table of two rows; the second has a warning in its second column, and both lack something everywhere."""
    table = make_table({"Date": ["2024", "=2+3"], SCRIPT: ["x", SCRIPT]})
    collector = Collector(sheet=table.sheet, header=table.header)
    collector.add("year_disagrees", [3], column=1, sample=[SCRIPT])
    collector.add("missing.origin_country", [2, 3], field_name="origin_country", values={"n": "2"})
    outcome = FileOutcome(path=f"inbox/KEN/{SCRIPT}.csv", party="KEN", rows_read=2, rows_accepted=2, status="accepted", sha256="ab" * 32)
    content = {"found": tuple(collector.found), "table": table, "outcome": outcome, "due": date(2026, 2, 14), **more}
    return Answer(
        language=Language(language), party="Kenya", received_on=date(2026, 1, 15), organisation="ORG, ENS", contact="Duty desk", **content
    )  # type: ignore[arg-type]


def make_kept(check: str, field: str = "", header: str = "", **more: str) -> KeptAnswer:
    """An answer that was kept: not available, if nothing else is said."""
    said = {"answer": "not_available", "submission": "KEN-1", **more}
    return KeptAnswer(check=check, field=field, header=header, day=date(2026, 1, 15), **said)  # type: ignore[arg-type]
