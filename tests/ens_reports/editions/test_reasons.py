import pytest

from ens_reports.editions.manifest import Inputs, Manifest, SubmissionUsed, Toolchain, Years
from ens_reports.editions.reasons import CHANGED, reasons

KENYA = SubmissionUsed(submission="KEN-wildlife-0a1b2c3d4e", owner="KEN", sha256="aa", rows=10)
CAMEROON = SubmissionUsed(submission="CMR-wildlife-ffffffffff", owner="CMR", sha256="bb", rows=3)
FILES = {KENYA.submission: "kenya.csv", CAMEROON.submission: "cameroun.xlsx"}
INPUTS = Inputs(
    submissions=(KENYA,), view="v", notebook="n", code="c", lock="l", policy="p", disclosure_plan="d", judgements="j", settings="s"
)
BEFORE = Manifest(
    edition="e",
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
    parameters={"resamples": 200},
    as_of=1,
    cut_off="2026-01-31",
    inputs=INPUTS,
    toolchain=Toolchain(python="3.11", system="Linux", machine="x86_64", renderer="embedded"),
    withheld={},
)


def why(**changes: object) -> tuple[str, ...]:
    return reasons(BEFORE, BEFORE.model_copy(update=changes), files=FILES)


def with_inputs(**changes: object) -> tuple[str, ...]:
    return why(inputs=INPUTS.model_copy(update=changes))


def test_the_first_edition_of_a_series() -> None:
    assert reasons(None, BEFORE, files=FILES) == ("no edition yet",)


def test_a_new_submission_is_named_with_its_file() -> None:
    assert with_inputs(submissions=(CAMEROON, KENYA), view="w") == ("new submission CMR-wildlife-ffffffffff (cameroun.xlsx)",)


def test_a_withdrawn_submission_is_named_with_its_file() -> None:
    assert with_inputs(submissions=(), view="w") == ("submission KEN-wildlife-0a1b2c3d4e (kenya.csv) is no longer used",)


def test_another_number_of_rows_is_told() -> None:
    revised = KENYA.model_copy(update={"rows": 8})

    assert with_inputs(submissions=(revised,), view="w") == ("8 rows of KEN-wildlife-0a1b2c3d4e (kenya.csv) are used, 10 before",)


@pytest.mark.parametrize("name", sorted(CHANGED))
def test_each_other_input_has_its_sentence(name: str) -> None:
    assert with_inputs(**{name: "other"}) == (CHANGED[name],)


def test_the_table_of_sentences_is_complete() -> None:
    assert set(CHANGED) == set(Inputs.model_fields) - {"submissions", "view", "previous"}


def test_parameters_and_tools() -> None:
    tools = BEFORE.toolchain.model_copy(update={"renderer": "quarto"})

    assert why(parameters={"resamples": 20}, toolchain=tools) == ("a parameter changed", "Python, the machine or the renderer changed")


def test_a_view_that_changed_for_no_other_reason() -> None:
    assert with_inputs(view="w") == ("what the recipient may see changed",)


def test_nothing_changed() -> None:
    assert why() == ("asked for by --force",)
