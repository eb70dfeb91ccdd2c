import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import sample_report

from ens_reports.render.document import Document
from ens_reports.render.embedded import Embedded
from ens_reports.render.renderer import Rendered

JAR = os.environ.get("ENS_VERAPDF_JAR", "")
HOW = (
    "veraPDF: mvn -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
    " -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 -DoutputDirectory=DIR, then set ENS_VERAPDF_JAR to the file; needs java"
)
RENDER = """
import importlib.util, pathlib, sys
spec = importlib.util.spec_from_file_location("sample_report", sys.argv[1])
samples = importlib.util.module_from_spec(spec)
spec.loader.exec_module(samples)
from ens_reports.render.embedded import Embedded
for code in ("en", "ar"):
    folder = pathlib.Path(code)
    folder.mkdir()
    Embedded().render(samples.sample(code), folder=folder)
"""


@pytest.fixture(scope="module")
def rendered(rich: Document, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return Embedded().render(rich, folder=tmp_path_factory.mktemp("embedded"))


@pytest.fixture(scope="module")
def pages(rendered: Rendered) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(rendered.pdf).pages]


def test_hostile_texts_are_visible(pages: list[str], shown: tuple[str, ...]) -> None:
    text = re.sub(r"\s", "", "".join(pages))

    assert [] == [line for line in shown if re.sub(r"\s", "", line) not in text]


def test_every_page_is_marked_at_top_and_bottom_and_says_draft_and_synthetic(pages: list[str]) -> None:
    assert [2] * len(pages) == [page.count("INTERPOL RESTRICTED") for page in pages]
    assert all("DRAFT - NOT REVIEWED" in page and "SYNTHETIC EXAMPLE DATA" in page for page in pages)


def test_every_page_has_its_number_and_the_reference(make_sample: Callable[..., Document], tmp_path: Path) -> None:
    reader = pypdf.PdfReader(Embedded().render(make_sample("en"), folder=tmp_path).pdf)
    texts = [page.extract_text() for page in reader.pages]

    assert all(f"Page {at} of {len(texts)}" in text for at, text in enumerate(texts, start=1))
    assert all("ENS-CTA-KEN-2025-1a2b3c4d" in text for text in texts)


def test_the_marking_is_at_least_twelve_points_high(rendered: Rendered) -> None:
    sizes: list[float] = []

    def visit(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if "RESTRICTED" in text:
            sizes.append(size * abs(matrix[3]))

    pypdf.PdfReader(rendered.pdf).pages[1].extract_text(visitor_text=visit)

    assert sum(size >= 12 for size in sizes) == 2  # head and foot; beside the heading of a section it is small


def test_a_heading_row_is_repeated_on_the_next_page(make_sample: Callable[..., Document], tmp_path: Path) -> None:
    reader = pypdf.PdfReader(Embedded().render(make_sample("en"), folder=tmp_path).pdf)
    heads = ["Mombasa, container port 2024 2025" in page.extract_text() for page in reader.pages]

    assert [False, False, True, True, False, False] == heads


def test_manifest_and_files_are_attached(rendered: Rendered) -> None:
    attached = pypdf.PdfReader(rendered.pdf).attachments

    assert {"manifest.json": [b'{"schema": 1}'], "own-records.csv": [b"a,b\n1,2\n"]} == dict(attached)


def test_title_and_language_are_told(rendered: Rendered, rich: Document) -> None:
    reader = pypdf.PdfReader(rendered.pdf)

    assert f"{rich.cover.title} \u2013 {rich.cover.subtitle}" == reader.metadata["/Title"]
    assert rich.language.code == reader.trailer["/Root"]["/Lang"]


def test_an_approved_edition_of_real_records_says_neither_draft_nor_synthetic(make_sample: Callable[..., Document], tmp_path: Path) -> None:
    approved = make_sample("en", approved_on=make_sample("en").facts.cut_off, synthetic=False)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(Embedded().render(approved, folder=tmp_path).pdf).pages)

    assert "DRAFT" not in text
    assert "SYNTHETIC" not in text


def test_nothing_but_the_two_files_is_left(rendered: Rendered) -> None:
    assert {rendered.pdf, rendered.html} == set(rendered.pdf.parent.iterdir())


@pytest.mark.slow
def test_same_bytes_whatever_the_place_zone_locale_and_seed(tmp_path: Path) -> None:
    places = ((tmp_path / "a", "Asia/Tokyo", "C", "1"), (tmp_path / "d\u00e9p\u00f4t de rapports", "America/Lima", "fr_FR.UTF-8", "77"))

    assert digests(*places[0]) == digests(*places[1])


def digests(place: Path, zone: str, locale: str, seed: str) -> list[str]:
    place.mkdir()
    environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed, "TMPDIR": str(place)}
    command = [sys.executable, "-c", RENDER, sample_report.__file__]
    subprocess.run(command, cwd=place, env=environment, check=True)  # noqa: S603 - our own code
    return [
        hashlib.sha256((place / code / name).read_bytes()).hexdigest() for code in ("en", "ar") for name in ("report.pdf", "report.html")
    ]


@pytest.mark.slow
@pytest.mark.skipif(not JAR, reason=HOW)
@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_verapdf_finds_no_fault(rendered: Rendered, flavour: str) -> None:
    command = ["java", "-Djava.awt.headless=true", "-cp", JAR, "org.verapdf.apps.GreenfieldCliWrapper", "--format", "text"]
    done = subprocess.run([*command, "--flavour", flavour, str(rendered.pdf)], capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command

    assert (0, f"PASS {rendered.pdf} {flavour}") == (done.returncode, done.stdout.strip()), done.stderr


def test_probe_names_both_engines() -> None:
    assert re.fullmatch(r"pandoc [\d.]+, typst [\d.]+", Embedded().probe())
