"""What is said to the sender of one file, in the sender's language."""

from collections.abc import Sequence
from datetime import timedelta

import pandas as pd

from ens_reports.intake.desk import Desk, Known
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import FileOutcome
from ens_reports.intake.prepare import Prepared
from ens_reports.locales import LANGUAGES, Language


def reply(outcome: FileOutcome, known: Known, desk: Desk, *, found: Sequence[Located], prepared: Prepared | None = None) -> Answer:
    """Gather what a feedback pack is made of; findings for analysts alone are left out.

    Args:
        outcome: What became of the file; its party is known.
        known: What was known of it before.
        desk: Project and day of arrival.
        found: All findings.
        prepared: Its sheet of records; none if it had none.
    """
    party = desk.project.party(outcome.party)
    wanted = known.cover.cover.reply_language
    language = Language(wanted if wanted in LANGUAGES else party.languages[0])
    return Answer(
        outcome=outcome,
        found=tuple(item for item in found if item.audience == "sender"),
        language=language,
        party=party.name_in(language),
        received_on=desk.today,
        organisation=f"{desk.project.organisation}, {desk.project.unit}",
        contact=desk.project.contact_post,
        due=desk.today + timedelta(days=desk.project.file.correction_days),
        path=known.path,
        source=known.source,
        table=prepared.table if prepared else None,
        contract=prepared.contract if prepared else None,
        understood=prepared.understood if prepared else (),
        records=prepared.accepted if prepared else pd.DataFrame(),
        answers=known.answers,
        earlier=known.earlier,
    )
