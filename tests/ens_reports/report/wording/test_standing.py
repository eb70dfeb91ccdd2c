from typing import Any

import pytest
import worlds

from ens_reports.analysis import coverage, scope
from ens_reports.analysis.tiers import Basis
from ens_reports.locales import open_language
from ens_reports.report.blocks import MIME
from ens_reports.report.wording import standing

ENGLISH = open_language("en")


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Basis(n=1, of=1), "Basis: 1 incident (police)."),
        (Basis(n=14, of=14), "Basis: 14 incidents (police)."),
        (Basis(n=14, of=20), "Basis: 14 incidents can answer this, of 20 (police)."),
    ],
)
def test_the_basis_line(basis: Basis, expected: str) -> None:
    assert standing.basis(basis, "police", ENGLISH) == expected


@pytest.mark.parametrize("own", [0, 5])
def test_the_sentence_on_what_is_not_shown_is_always_the_same(outputs: list[dict[str, Any]], own: int) -> None:
    view = worlds.view(worlds.World(own=own))
    standing.trust(view, coverage.coverage(view, scope.scope(view)), {})
    body = outputs[0][MIME]["body"][0]["spans"][0]["text"]
    assert body.endswith("This product may not reflect all information held.")
