import json
from pathlib import Path

import pytest

from ens_reports.editions import manifest
from ens_reports.editions.manifest import Headline, Inputs, Manifest, Output, Previous, SubmissionUsed, Toolchain, Years
from ens_reports.errors import DamageError

OWN = SubmissionUsed(submission="KEN-wildlife-0a1b2c3d4e", owner="KEN", sha256="aa", rows=10)
OTHER = SubmissionUsed(submission="CMR-wildlife-ffffffffff", owner="CMR", sha256="bb", rows=3)
INPUTS = Inputs(
    submissions=(OTHER, OWN),
    view="v",
    notebook="n",
    code="c",
    lock="l",
    policy="p",
    disclosure_plan="d",
    judgements="j",
    settings="s",
    previous=Previous(
        edition="before", reference="CTA-KEN-2025-EN-00000000", number=1, headlines=(Headline(measure="incidents", value=7),)
    ),
)
MANIFEST = Manifest(
    edition="country-threat-assessment-KEN-en-2024-2025-1a2b3c4d",
    key="k",
    reference="CTA-KEN-2025-EN-1A2B3C4D",
    number=2,
    product="country-threat-assessment",
    level="strategic",
    recipient="KEN",
    language="en",
    period=Years(first_year=2024, last_year=2025, history_from=2021),
    period_moved=False,
    marking="INTERPOL FOR OFFICIAL USE ONLY",
    parameters={},
    as_of=41,
    cut_off="2026-01-31",
    inputs=INPUTS,
    toolchain=Toolchain(python="3.11", system="Linux", machine="x86_64", renderer="embedded (pandoc 3, typst 0.15)"),
    withheld={"barred": 73},
    outputs=(Output(path="report.pdf", sha256="cc", bytes=123456),),
    pages=9,
)
INTERNAL = {
    "schema",
    "edition",
    "product",
    "level",
    "recipient",
    "language",
    "period",
    "marking",
    "parameters",
    "as_of",
    "inputs",
    "toolchain",
    "withheld",
    "outputs",
}


def test_the_internal_manifest_says_all_that_the_interface_asks() -> None:
    assert set(json.loads(MANIFEST.text())) >= INTERNAL


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / manifest.FILE).write_text(MANIFEST.text())

    assert manifest.read(tmp_path) == MANIFEST


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"schema": "ens-edition/1"}'])
def test_what_is_no_manifest_is_damage(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "an-edition"
    folder.mkdir()
    (folder / manifest.FILE).write_text(content)

    with pytest.raises(DamageError) as caught:
        manifest.read(folder)

    assert caught.value.message == "edition an-edition must have a whole manifest.json, got none that reads as one"


def test_the_releasable_form_tells_nothing_of_other_parties_or_of_the_store() -> None:
    text = manifest.releasable(MANIFEST).decode()
    told = json.loads(text)

    assert told["inputs"]["own_submissions"] == [{"submission": OWN.submission, "sha256": "aa", "rows": 10}]
    for kept_inside in ("CMR", OTHER.submission, "bb", "withheld", "73", "outputs", "123456", "report.pdf", "as_of", "41", "pages"):
        assert kept_inside not in text


def test_the_releasable_form_says_whose_it_is_and_what_made_it() -> None:
    told = json.loads(manifest.releasable(MANIFEST))

    assert set(told) == {
        "schema",
        "edition",
        "reference",
        "number",
        "product",
        "level",
        "recipient",
        "language",
        "period",
        "marking",
        "parameters",
        "cut_off",
        "key",
        "inputs",
        "toolchain",
    }
    assert set(told["inputs"]) == {"own_submissions", "notebook", "code", "lock", "policy", "disclosure_plan"}
