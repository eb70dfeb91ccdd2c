from pathlib import Path

import pytest
import small

from ens_reports import digest
from ens_reports.editions import manifest
from ens_reports.editions.manifest import Inputs, Manifest, Toolchain, Years
from ens_reports.editions.whole import check_whole, glance
from ens_reports.errors import DamageError

PROOF = Manifest(
    edition="an-edition",
    key="k",
    reference="r",
    number=1,
    product="p",
    level="strategic",
    recipient="KEN",
    language="en",
    period=Years(first_year=2024, last_year=2025, history_from=2021),
    period_moved=False,
    marking="m",
    parameters={},
    as_of=1,
    cut_off="2026-01-31",
    inputs=Inputs(
        submissions=(), view="v", notebook="n", code="c", lock="l", policy="p", disclosure_plan="d", judgements="j", settings="s"
    ),
    toolchain=Toolchain(python="3.11", system="Linux", machine="x86_64", renderer="embedded"),
    withheld={},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of one page."""
    place = tmp_path / "an-edition"
    place.mkdir()
    (place / "report.html").write_text("a page")
    proof = PROOF.model_copy(update={"outputs": (manifest.output(place, "report.html"),)})
    (place / manifest.FILE).write_text(proof.text())
    return place


def test_an_edition_that_nobody_touched_is_whole(folder: Path) -> None:
    sha256 = digest.of_file(folder / manifest.FILE)

    assert glance(folder, sha256) == check_whole(folder, sha256)


def test_another_byte_is_seen_by_the_full_look_alone(folder: Path) -> None:
    sha256 = digest.of_file(folder / manifest.FILE)
    (folder / "report.html").write_text("A page")

    glance(folder, sha256)
    with pytest.raises(DamageError) as caught:
        check_whole(folder, sha256)

    assert caught.value.message == "report.html of an-edition must be what its manifest says, got another or none"


@pytest.mark.parametrize("content", [None, "a longer page"])
def test_a_missing_file_or_another_size_is_seen_at_once(folder: Path, content: str | None) -> None:
    sha256 = digest.of_file(folder / manifest.FILE)
    (folder / "report.html").unlink()
    if content:
        (folder / "report.html").write_text(content)

    with pytest.raises(DamageError):
        glance(folder, sha256)


def test_a_manifest_that_was_changed_with_its_file_is_seen_by_the_ledger(folder: Path) -> None:
    sha256 = digest.of_file(folder / manifest.FILE)
    (folder / "report.html").write_text("A page")
    (folder / manifest.FILE).write_text(PROOF.model_copy(update={"outputs": (manifest.output(folder, "report.html"),)}).text())

    with pytest.raises(DamageError) as caught:
        glance(folder, sha256)

    assert caught.value.message == "the manifest of an-edition must be what the ledger says, got another"
    assert small.bytes_of(folder).keys() == {"manifest.json", "report.html"}
