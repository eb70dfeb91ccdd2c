"""From a wanted edition to everything that a worker needs: its view, written; its key; its manifest but for the outputs."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ens_reports import digest, params, policy
from ens_reports.analysis import shown
from ens_reports.editions import ingredients, manifest
from ens_reports.editions.batch import Batch
from ens_reports.editions.desk import Desk
from ens_reports.editions.job import Job
from ens_reports.editions.manifest import Acts, Inputs, Manifest, Previous, SubmissionUsed, Years
from ens_reports.editions.selection import Candidate
from ens_reports.editions.series import reference
from ens_reports.locales import open_language
from ens_reports.policy import InputFact, Wish
from ens_reports.render.facts import EditionFacts
from ens_reports.report.view import FRAMES, Change, Facts, View, write_facts, write_view
from ens_reports.store import EditionHead, EditionInput

VOLATILE = {"reference", "supersedes", "previous"}
"""Facts of a view that follow from its key, so that they can't be part of it."""
ELSEWHERE = {"notebook", "parameters", "recipients", "minimum"}
"""What of a product is digested by itself, and what decides who gets an edition, not what stands in it."""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """An edition whose view is written.

    Attributes:
        candidate: The wanted edition.
        key: Digest of everything that makes it, but the edition before it.
        inputs: All inputs but the predecessor.
        facts: What the view says about itself, without reference and predecessor.
        used: Submissions whose records are in the view.
        withheld: Records that it would else rest on, by the rule that closes them to the recipient.
        incidents: Of the period that it may tell of, as `minimum` counts them; 0 where the product has none.
    """

    candidate: Candidate
    key: str
    inputs: Inputs
    facts: Facts
    used: tuple[InputFact, ...]
    withheld: dict[str, int]
    incidents: int


def standing_inputs(desk: Desk, candidate: Candidate) -> Inputs:
    """The inputs that do not depend on records: cheap to look at.

    Args:
        desk: Of the run.
        candidate: The wanted edition.

    Raises:
        RequestError: The notebook is not there, or the judgements are not what they must be.
    """
    project, product, party = desk.project, candidate.product, candidate.party
    written = params.judgements(project, product.name, party.code, period=candidate.period)
    names_by = digest.of_bytes(project.pseudonym_key)
    speaks_of = product.model_dump(mode="json", exclude=ELSEWHERE)
    said = (project.file.model_dump(mode="json"), speaks_of, party.model_dump(mode="json"), names_by)
    return Inputs(
        submissions=(),
        view="",
        notebook=ingredients.notebook_digest(project.root / product.notebook),
        code=ingredients.code_digest(),
        lock=ingredients.lock_digest(project.root),
        policy=project.policy.digest,
        disclosure_plan=project.policy.disclosure.digest,
        judgements=digest.of_value([one.model_dump(mode="json") for one in written]),
        settings=digest.of_value(said),
    )


def prepare(desk: Desk, candidate: Candidate, standing: Inputs) -> Prepared:
    """Ask policy for the view, write and digest it.

    Args:
        desk: Of the run.
        candidate: The wanted edition.
        standing: Its inputs that do not depend on records.
    """
    wish = Wish(
        product=candidate.product,
        recipient=candidate.party.code,
        language=candidate.language,
        period=candidate.period,
        period_moved=candidate.period_moved,
        parameters=tuple(candidate.parameters.items()),
        marking=candidate.marking,
    )
    seen = policy.view(desk.snapshot, desk.project, wish)
    used = [SubmissionUsed(submission=one.submission, owner=one.owner, sha256=one.sha256, rows=one.rows) for one in seen.inputs]
    ordered = tuple(sorted(used, key=lambda one: one.submission))
    written = _view_digest(desk.views / candidate.series.name, seen.view)
    inputs = standing.model_copy(update={"submissions": ordered, "view": written})
    return Prepared(
        candidate=candidate,
        key=_key(desk, candidate, inputs),
        inputs=inputs,
        facts=seen.view.facts,
        used=seen.inputs,
        withheld=seen.withheld,
        incidents=shown.remaining(seen.view) if candidate.product.minimum else 0,
    )


def note(batch: Batch, prepared: Prepared) -> None:
    """Enter into the log that a view was made.

    Args:
        batch: Of the run.
        prepared: The edition.
    """
    records, withheld = sum(one.rows for one in prepared.used), sum(prepared.withheld.values())
    batch.store.log("view.made", prepared.candidate.series.name, as_of=batch.snapshot.seq, records=records, withheld=withheld)


def job(batch: Batch, prepared: Prepared, previous: Previous | None) -> Job:
    """Everything that a worker needs; the view that it was prepared with now says what came before it.

    Args:
        batch: Of the run.
        prepared: The edition.
        previous: The edition before it.
    """
    proof = _manifest(batch, prepared, previous)
    candidate = prepared.candidate
    change = {"reference": proof.reference, "supersedes": previous.reference if previous else "", "previous": _changes(previous)}
    facts = prepared.facts.model_copy(update=change)
    folder = batch.views / candidate.series.name
    write_facts(folder, facts)
    return Job(
        folder=batch.folder(candidate.product.name, proof.edition),
        view_folder=folder,
        notebook=batch.project.root / candidate.product.notebook,
        parameters={"recipient": candidate.party.code, "language": candidate.language, **candidate.parameters},
        facts=_edition_facts(batch, candidate, facts, proof),
        names=names(candidate),
        manifest=proof,
        renderer=batch.renderer,
        used=tuple(_used(one) for one in prepared.used),
    )


def previous_of(batch: Batch, history: Sequence[EditionHead]) -> Previous | None:
    """The newest of earlier editions, as far as the next one's bytes depend on it.

    Args:
        batch: Of the run.
        history: Earlier editions of the series, the newest last.

    Raises:
        DamageError: Its manifest is not whole.
    """
    if not history:
        return None
    last = history[-1]
    headlines = manifest.read(batch.folder(last.product, last.id)).headlines
    return Previous(edition=last.id, reference=last.reference, number=last.number, headlines=headlines)


def names(candidate: Candidate) -> tuple[str, ...]:
    """How the recipient may be called in the edition's language."""
    language = open_language(candidate.language)
    return tuple(dict.fromkeys((candidate.party.name_in(language), language.country(candidate.party.code))))


def _used(one: InputFact) -> EditionInput:
    return EditionInput(submission=one.submission, sha256=one.sha256, rows=one.rows, which=one.which)


def _view_digest(folder: Path, view: View) -> str:
    """Of a view as it will be written, without what follows from this digest."""
    shutil.rmtree(folder, ignore_errors=True)
    write_view(folder, view)
    facts = view.facts.model_dump(mode="json", exclude=VOLATILE)
    return digest.of_value([facts, *(digest.of_file(folder / f"{name}.parquet") for name in FRAMES)])


def _key(desk: Desk, candidate: Candidate, inputs: Inputs) -> str:
    made_of = inputs.model_dump(mode="json", exclude={"submissions", "previous"})
    tools = desk.toolchain.model_dump(mode="json")
    return digest.of_value([candidate.series.name, candidate.parameters, made_of, tools])


def _changes(previous: Previous | None) -> tuple[Change, ...]:
    return tuple(Change(measure=one.measure, value=one.value) for one in previous.headlines) if previous else ()


def _manifest(batch: Batch, prepared: Prepared, previous: Previous | None) -> Manifest:
    candidate = prepared.candidate
    period, head = candidate.period, batch.store.head()
    edition = candidate.series.edition(prepared.key, previous.edition if previous else "")
    return Manifest(
        edition=edition,
        key=prepared.key,
        reference=reference(edition, candidate.series),
        number=previous.number + 1 if previous else 1,
        product=candidate.product.name,
        level=candidate.product.level,
        recipient=candidate.party.code,
        language=candidate.language,
        period=Years(first_year=period.first_year, last_year=period.last_year, history_from=period.history_from),
        period_moved=candidate.period_moved,
        marking=prepared.facts.marking,
        marking_asked=candidate.marking,
        parameters=candidate.parameters,
        as_of=batch.snapshot.seq,
        cut_off=prepared.facts.cut_off.isoformat(),
        inputs=prepared.inputs.model_copy(update={"previous": previous}),
        toolchain=batch.toolchain,
        withheld=prepared.withheld,
        audit=Acts(entries=head.entries, head=head.digest),
    )


def _edition_facts(batch: Batch, candidate: Candidate, facts: Facts, proof: Manifest) -> EditionFacts:
    language, project = open_language(candidate.language), batch.project
    return EditionFacts(
        organisation=project.organisation,
        unit=project.unit,
        product=candidate.product.name,
        title=language.text(candidate.product.title),
        level=candidate.product.level,
        recipient=names(candidate)[0],
        language=candidate.language,
        languages_available=candidate.product.languages,
        reference=proof.reference,
        edition_number=proof.number,
        period=facts.period.label,
        cut_off=facts.cut_off,
        marking=proof.marking,
        markings=project.file.markings,
        confidentiality=facts.confidentiality,
        releasable=manifest.releasable(proof),
        supersedes=facts.supersedes,
        next_due=facts.next_due,
        synthetic=facts.synthetic,
        contact_post=project.contact_post,
    )
