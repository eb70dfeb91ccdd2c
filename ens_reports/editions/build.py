"""Build one edition: execute, check, render, check again, prove. All of it appears at once, or nothing."""

import tempfile
import time
from pathlib import Path

from ens_reports import atomic, render
from ens_reports.analysis import changes
from ens_reports.editions import check, manifest
from ens_reports.editions.job import HTML, NOTEBOOK, OUTPUTS, PDF, Built, Job
from ens_reports.editions.manifest import Headline
from ens_reports.execute.kernels import Kernels
from ens_reports.execute.run import run
from ens_reports.locales import open_language
from ens_reports.report.view import open_incidents


def build(job: Job, kernels: Kernels) -> Built:
    """Build an edition.

    Args:
        job: What it is made of.
        kernels: Where its notebook's kernel comes from.

    Returns:
        What was built; its folder is there.

    Raises:
        EnsError: Any stage refused; no folder is there then.
    """
    start = time.perf_counter()
    with atomic.folder(job.folder) as draft:
        stderr_lines = _execute(job, draft, kernels)
        pages = _render(job, draft)
        check.check_nothing_leaks(draft, OUTPUTS, job)
        outputs = tuple(manifest.output(draft, name) for name in OUTPUTS)
        proof = job.manifest.model_copy(update={"outputs": outputs, "pages": pages, "headlines": _headlines(job)})
        atomic.write_text(draft / manifest.FILE, proof.text())
        proof_sha256 = manifest.output(draft, manifest.FILE).sha256
    seconds = round(time.perf_counter() - start, 3)
    return Built(manifest=proof, manifest_sha256=proof_sha256, seconds=seconds, stderr_lines=stderr_lines)


def _execute(job: Job, draft: Path, kernels: Kernels) -> int:
    executed = run(
        job.notebook,
        view_folder=job.view_folder,
        parameters=job.parameters,
        out=draft / NOTEBOOK,
        timeout_s=job.timeout_s,
        kernels=kernels,
    )
    return executed.stderr_lines


def _render(job: Job, draft: Path) -> int:
    language = open_language(job.facts.language)
    blocks = render.blocks_of(draft / NOTEBOOK)
    check.check_cover(blocks, job.names)
    document = render.document(blocks, job.facts, language)
    with tempfile.TemporaryDirectory(dir=draft, prefix=".render-") as folder:
        rendered = job.renderer.render(document, folder=Path(folder))
        rendered.pdf.replace(draft / PDF)
        rendered.html.replace(draft / HTML)
    check.check_marked(draft / PDF, draft / HTML, marking=job.facts.marking)
    return check.check_pages(draft / PDF, marking=job.facts.marking, names=job.names, right_to_left=language.right_to_left)


def _headlines(job: Job) -> tuple[Headline, ...]:
    """What the next edition will be compared with."""
    told = changes.headline_of(open_incidents(job.view_folder, changes.COLUMNS))
    return tuple(Headline(measure=one.measure, value=one.value) for one in told)
