from datetime import date
from typing import Any

import pytest
import worlds

from ens_reports.report.blocks import MIME
from ens_reports.report.view import WrittenJudgement
from ens_reports.report.wording import judged
from ens_reports.report.wording.judged import Proposal

PROPOSAL = Proposal(statement="It is likely.", confidence="low", reason="it rests on 3 incidents.", evidence=("hotspots", "elsewhere"))
WRITTEN = WrittenJudgement(
    statement="It is unlikely.",
    likelihood="unlikely",
    confidence="moderate",
    confidence_reason="two agencies agree.",
    author="Analysis post",
    date=date(2026, 1, 5),
)


def test_without_an_analyst_a_rule_proposes_and_says_so(outputs: list[dict[str, Any]]) -> None:
    judged.show(worlds.view(worlds.World(own=1)), [PROPOSAL], keys=["hotspots"])
    block = outputs[0][MIME]
    assert (block["number"], block["adopted"], block["confidence"]) == ("J1", False, "Low confidence: it rests on 3 incidents.")
    assert [(span["style"], span["text"]) for span in block["evidence"]] == [("ref", "hotspots"), ("plain", ", "), ("plain", "elsewhere")]


@pytest.mark.parametrize("proposals", [[], [PROPOSAL]])
def test_an_analysts_judgement_stands_in_place_of_proposals(outputs: list[dict[str, Any]], proposals: list[Proposal]) -> None:
    judged.show(worlds.view(worlds.World(own=1, judgements=(WRITTEN,))), proposals, keys=[])
    blocks = [output[MIME] for output in outputs]
    assert [(block["statement"], block["adopted"]) for block in blocks] == [("It is unlikely.", True)]
