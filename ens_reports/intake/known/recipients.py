"""Parties that a sender names as recipients, and that there are not: whoever was meant is not barred, and not allowed either."""

import re

import numpy as np
import pandas as pd

from data_contracts import codelists
from data_contracts.checks.cells import PARTIES
from data_contracts.fields import PARTY
from data_contracts.findings import Finding
from ens_reports.intake.findings import Located
from ens_reports.intake.known.compare import Told
from ens_reports.intake.prepare import without_place
from ens_reports.params import Project
from ens_reports.store import Cover

CHECK = "party_not_listed"


def unlisted(records: pd.DataFrame, project: Project) -> list[Told]:
    """Rows that name a party which the project does not have.

    Args:
        records: Accepted records; index = row numbers.
        project: Its parties.
    """
    found = []
    for name in (name for name in PARTIES if name in records):
        cells = records[name]
        strange = [cell for cell in cells.dropna().unique() if _strange(str(cell).split(";"), project)]
        rows = np.sort(records.index[cells.isin(strange)].to_numpy(dtype=np.int64))
        if len(rows):
            found.append(Told(finding=Finding(check=CHECK, field=name, rows=rows, sample=tuple(map(str, strange[:5])))))
    return found


def unlisted_of_cover(cover: Cover, project: Project) -> list[Located]:
    """The same for the lines of a cover sheet.

    Args:
        cover: As it was read.
        project: Its parties.
    """
    named = {"allowed_recipients": cover.allowed_recipients, "barred_recipients": cover.barred_recipients}
    return [without_place(CHECK, field=name) for name, codes in named.items() if _strange(codes, project)]


def _strange(codes: list[str] | tuple[str, ...], project: Project) -> bool:
    """Whether a code looks like one and is none; what does not look like one is told already."""
    return any(re.fullmatch(PARTY, code) and code not in codelists.ALWAYS and not project.has_party(code) for code in codes)
