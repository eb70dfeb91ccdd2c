import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import small
from pypdf import PdfWriter

from ens_reports import pipeline
from ens_reports.editions.check import check_cover, check_marked, check_nothing_leaks, check_pages
from ens_reports.editions.job import Job
from ens_reports.editions.plan import plan
from ens_reports.editions.selection import Selection
from ens_reports.editions.watch import watched
from ens_reports.errors import EnsError, PolicyError
from ens_reports.report.blocks import Cover, Fact, Section, Span

MARKING = "INTERPOL FOR OFFICIAL USE ONLY"
KENYA = ("Kenya",)


@pytest.mark.parametrize(
    "cover",
    [
        Cover(title="Threats to Kenya"),
        Cover(title="Threats", subtitle="Kenya"),
        Cover(title="Threats", facts=(Fact(label="About", value="Kenya"),)),
        Cover(title="Threats", abstract=(Span(text="What was recorded in Kenya."),)),
    ],
)
def test_a_cover_that_names_the_recipient_passes(cover: Cover) -> None:
    check_cover([cover], KENYA)


def test_a_name_broken_over_lines_is_still_the_name() -> None:
    check_cover([Cover(title="Threats to Papua New\nGuinea")], ("Papua New Guinea",))


def test_a_cover_that_names_another_is_refused() -> None:
    """The renderer prints the right name beside it, so the notebook's own words are looked at."""
    with pytest.raises(PolicyError) as caught:
        check_cover([Cover(title="Threats to France"), Section(title="Kenya")], KENYA)

    assert caught.value.message == "the cover must name the recipient Kenya, got another or none"


def test_pages_with_marking_and_recipient_are_counted(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path, [f"{MARKING} Kenya", f"{MARKING} Page 2"])

    assert check_pages(pdf, marking=MARKING, names=KENYA, right_to_left=False) == 2


def test_a_page_without_the_marking_is_refused(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path, [f"{MARKING} Kenya", "INTERPOL ONLY"])

    with pytest.raises(PolicyError) as caught:
        check_pages(pdf, marking=MARKING, names=KENYA, right_to_left=False)

    assert caught.value.message == "every page must carry 'INTERPOL FOR OFFICIAL USE ONLY', got none on page 2"


def test_a_first_page_without_the_recipient_is_refused(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path, [f"{MARKING} France", f"{MARKING} Kenya"])

    with pytest.raises(PolicyError) as caught:
        check_pages(pdf, marking=MARKING, names=KENYA, right_to_left=False)

    assert caught.value.message == "the first page must name the recipient Kenya, got another or none"


HEAD = f'<meta name="marking" content="{MARKING}">'
LINE = f'<p class="marking">{MARKING}</p>'


@pytest.mark.parametrize(
    ("keywords", "page", "message"),
    [
        (MARKING, HEAD + LINE + LINE, ""),
        ("INTERPOL", HEAD + LINE + LINE, f"the metadata of report.pdf must carry {MARKING!r}, got 'INTERPOL'"),
        (MARKING, LINE + LINE, f"report.html must carry {MARKING!r} in its head and its running lines, got it missing"),
        (MARKING, HEAD + LINE, f"report.html must carry {MARKING!r} in its head and its running lines, got it missing"),
    ],
)
def test_the_marking_stands_in_the_metadata_and_in_the_page(tmp_path: Path, keywords: str, page: str, message: str) -> None:
    writer = PdfWriter(clone_from=write_pdf(tmp_path, ["x"]))
    writer.add_metadata({"/Keywords": keywords})
    pdf, html = tmp_path / "report.pdf", tmp_path / "report.html"
    writer.write(pdf)
    html.write_text(page)
    if not message:
        check_marked(pdf, html, marking=MARKING)
        return
    with pytest.raises(PolicyError) as caught:
        check_marked(pdf, html, marking=MARKING)
    assert caught.value.message == message


def test_of_a_script_from_right_to_left_the_words_of_the_marking_are_looked_for(tmp_path: Path) -> None:
    words = " ".join(reversed(MARKING.split()))

    assert check_pages(write_pdf(tmp_path, [words]), marking=MARKING, names=KENYA, right_to_left=True) == 1

    with pytest.raises(PolicyError):
        check_pages(write_pdf(tmp_path, ["INTERPOL ONLY"]), marking=MARKING, names=KENYA, right_to_left=True)


def write_pdf(folder: Path, pages: list[str]) -> Path:
    """A PDF of one line a page, written by hand: objects, their offsets, nothing else."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
        resources = f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    path = folder / "report.pdf"
    path.write_bytes((body + end).encode("latin-1"))
    return path


def test_an_edition_that_shows_what_its_recipient_may_not_see_is_refused(tmp_path: Path) -> None:
    """The value is told to nobody: kind and number are."""
    run = small.open_run(small.make_project(tmp_path / "project"), tmp_path / "workspace")
    small.commit(run, "KEN", barred_recipients="FRA")
    small.commit(run, "FRA", barred_recipients="KEN", permit_no="FR/PERMIS/0042")
    small.write_notebook(run.project.root, *small.CELLS, "report.text('It was under FR / permis 0042.')")

    lines = pipeline.build_reports(run, Selection(), lambda *_: None)

    failures = {line.recipient: line.failure for line in lines}
    assert failures["FRA"] is None
    assert failures["KEN"] is not None
    assert failures["KEN"].exit_code == PolicyError.exit_code
    expected = "notebook.ipynb must show nothing that leads to records its recipient may not see, got 1 traces (permit or document: 1)"
    assert failures["KEN"].message == expected
    assert [row.recipient for row in run.store.editions.find()] == ["FRA"]


def test_each_file_of_an_edition_is_looked_at(tmp_path: Path) -> None:
    job = job_of(tmp_path)
    for name in ("report.html", "notebook.ipynb", "own.csv"):
        (tmp_path / name).write_text('"FR/PERMIS/0042"')
        with pytest.raises(PolicyError, match=f"^{name} must show nothing"):
            check_nothing_leaks(tmp_path, [name], job)


def test_the_file_that_shows_it_is_named_among_others(tmp_path: Path) -> None:
    (tmp_path / "notebook.ipynb").write_text('"nothing"')
    (tmp_path / "report.html").write_text("FR/PERMIS/0042")

    with pytest.raises(PolicyError) as caught:
        check_nothing_leaks(tmp_path, ["notebook.ipynb", "report.html"], job_of(tmp_path))

    expected = "report.html must show nothing that leads to records its recipient may not see, got 1 traces (permit or document: 1)"
    assert caught.value.message == expected


def test_words_of_ours_are_no_leak(tmp_path: Path) -> None:
    """A vessel may be called like a commodity, a country or a heading."""
    job = job_of(tmp_path, vessel_name="Elephant ivory")
    (tmp_path / "report.html").write_text("<p>elephant ivory</p>")

    check_nothing_leaks(tmp_path, ["report.html"], job)


def test_an_edition_that_is_held_against_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EnsError) as caught:
        check_nothing_leaks(tmp_path, [], replace(job_of(tmp_path), watch=None))

    assert caught.value.message == "an edition must be held against what must not leave, got nothing to hold it against"


def job_of(folder: Path, **changes: object) -> Job:
    """The job of an edition for Kenya, beside a record of France."""
    run = small.open_run(small.make_project(folder / "project"), folder / "workspace")
    small.commit(run, "KEN", rows=2, barred_recipients="FRA")
    small.commit(run, "FRA", rows=2, barred_recipients="KEN", **{"permit_no": "FR/PERMIS/0042", **changes})
    with pipeline.open_batch(run) as batch:
        planned = [one.job for one in plan(batch, Selection(recipients=("KEN",))) if one.job]
        shutil.copytree(batch.views, folder / "views", dirs_exist_ok=True)
        (job,) = watched(replace(batch, views=folder / "views"), planned)
    return replace(job, view_folder=folder / "views" / planned[0].view_folder.name)
