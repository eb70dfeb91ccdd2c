"""Is a PDF or an edition whole, whose is it, is it the current one, and can it be built again byte for byte."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ens_reports import digest
from ens_reports.editions import manifest
from ens_reports.editions.again import BatchOf, differences
from ens_reports.editions.batch import Batch
from ens_reports.editions.job import PDF
from ens_reports.editions.manifest import Manifest
from ens_reports.editions.plan import plan
from ens_reports.editions.selection import Selection
from ens_reports.editions.whole import check_whole, erased_files
from ens_reports.errors import DamageError, PolicyError, RequestError
from ens_reports.store import EditionRow, Store, worst_of

Whole = Literal["yes", "no", "unknown"]
ERASED = {
    "withdrawal": "submission {submission} was withdrawn by its owner",
    "expiry": "records of submission {submission} may be kept no longer",
}
"""What is gone, by the cause of its deletion."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is known of a PDF or an edition.

    Attributes:
        edition: Its name.
        reference: Its reference number.
        product: Name of the product.
        recipient: Code of the party that it was made for.
        language: Code.
        marking: As printed.
        whole: Whether every byte is as it was built; `unknown`: this workspace did not build it.
        current: Whether a run today would build the same; none when that can't be told.
        mark: Whether it is to be superseded or recalled, for records that it used were deleted; blank for neither.
        erased: What it was made of that is lawfully erased since, in sentences: what was issued is genuine all the same.
        why_not: Why it is damaged, out of date, or can't be built again, in sentences.
        rebuilt: Whether building it again gave the same bytes; none when that was not asked or can't be.
    """

    edition: str
    reference: str
    product: str
    recipient: str
    language: str
    marking: str
    whole: Whole
    current: bool | None = None
    mark: str = ""
    erased: tuple[str, ...] = ()
    why_not: tuple[str, ...] = ()
    rebuilt: bool | None = None

    @property
    def exit_code(self) -> int:
        """6 for damage, 2 for what this workspace did not build, else 0."""
        differs = self.whole == "no" or self.rebuilt is False
        return DamageError.exit_code if differs else RequestError.exit_code if self.whole == "unknown" else 0


def verify(target: str, *, store: Store, editions: Path, batch_of: BatchOf, rebuild: bool) -> Verdict:
    """Look at a PDF or an edition.

    Args:
        target: Path of a PDF, name of an edition, or a reference number.
        store: The ledger.
        editions: Where editions stand.
        batch_of: Opens the records as of a ledger number.
        rebuild: Whether to build it again and compare.

    Returns:
        What is known.

    Raises:
        RequestError: It is neither a PDF of ours nor a known edition.
    """
    pdf = Path(target) if Path(target).is_file() else None
    claim = _claim_of(pdf) if pdf else {}
    row = _row(store, str(claim["edition"]) if claim else target)
    if row is None:
        if not claim:
            raise RequestError(f"{target!r} must be a PDF, an edition or a reference number, got none of these", hint="see `ens status`")
        return Verdict(**_identity(claim), whole="unknown", why_not=("this workspace did not build it",))
    folder = editions / row.product / row.id
    marks = [mark for mark in store.editions.marks() if mark.edition == row.id]
    try:
        proof = check_whole(folder, row.manifest, erased=erased_files(marks).get(row.id, ()))
    except DamageError as error:
        return Verdict(**_identity(vars(row) | {"edition": row.id}), whole="no", why_not=(error.message,))
    told = tuple(ERASED[mark.cause].format(submission=mark.submission) for mark in marks)
    verdict = Verdict(**_identity(proof.model_dump()), whole="yes", mark=worst_of(marks), erased=tuple(dict.fromkeys(told)))
    if pdf and digest.of_file(pdf) != next(one.sha256 for one in proof.outputs if one.path == PDF):
        return replace(verdict, whole="no", why_not=(f"the file is not the {PDF} of edition {row.id}",))
    verdict = _with_currency(verdict, proof, batch_of(None))
    return _with_rebuild(verdict, proof, batch_of) if rebuild else verdict


def releasable_of(pdf: Path) -> dict[str, Any]:
    """The releasable manifest that a PDF carries.

    Raises:
        RequestError: It carries none.
    """
    try:
        attached = PdfReader(pdf).attachments
        values: dict[str, Any] = json.loads(attached[manifest.FILE][0])
    except (PyPdfError, KeyError, IndexError, ValueError):
        hint = "give a report.pdf of this system, or the name of an edition"
        raise RequestError(f"{pdf.name} must carry a {manifest.FILE}, got none that reads as one", hint=hint) from None
    return values


def _claim_of(pdf: Path) -> dict[str, Any]:
    values = releasable_of(pdf)
    missing = [name for name in ("edition", "reference", "product", "recipient", "language", "marking") if name not in values]
    if missing:
        raise RequestError(f"the {manifest.FILE} of {pdf.name} must say {missing[0]}, got nothing", hint="it is not one of ours")
    return values


def _identity(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in ("edition", "reference", "product", "recipient", "language", "marking")}


def _row(store: Store, name: str) -> EditionRow | None:
    found = store.editions.find(id=name) or store.editions.find(reference=name)
    return found[-1] if found else None


def _with_currency(verdict: Verdict, proof: Manifest, newest: Batch) -> Verdict:
    """Current means: a run today, for the same product, recipient, language and years, has nothing to build, and this is what it finds."""
    years = f"{proof.period.first_year}-{proof.period.last_year}"
    period = "" if proof.period_moved else years
    selection = Selection(
        products=(proof.product,),
        recipients=(proof.recipient,),
        language=proof.language,
        period=period,
        parameters=proof.parameters,
        marking=proof.marking_asked,
    )
    planned = next(iter(plan(newest, selection)), None)
    if planned is None:
        return replace(verdict, current=False, why_not=(f"{proof.recipient} is no longer among the recipients of {proof.product}",))
    if planned.state == "up_to_date":
        newer = () if planned.edition == proof.edition else (f"edition {planned.edition} took its place",)
        return replace(verdict, current=not newer, why_not=newer)
    return replace(verdict, current=False, why_not=planned.reasons)


def _with_rebuild(verdict: Verdict, proof: Manifest, batch_of: BatchOf) -> Verdict:
    try:
        differing = differences(proof, batch_of)
    except PolicyError as error:
        return replace(verdict, why_not=(*verdict.why_not, f"it can't be built again: {error.message}"))
    said = tuple(f"built again, {name} has other bytes" for name in differing)
    return replace(verdict, rebuilt=not differing, why_not=(*verdict.why_not, *said))
