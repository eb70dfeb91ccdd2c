import pytest
import worlds

from ens_reports.analysis.assessment import assess
from ens_reports.analysis.proposals import confidence, proposals
from ens_reports.report.country.judging import STATEMENTS
from ens_reports.report.legend import LIKELIHOODS


def test_without_incidents_nothing_is_proposed() -> None:
    assert proposals(assess(worlds.view(worlds.World(own=0)))) == ()


def test_few_incidents_carry_only_the_judgement_on_what_is_missing() -> None:
    found = proposals(assess(worlds.view(worlds.World(own=7))))
    assert [proposal.rule for proposal in found] in (["gap"], ["silent_areas"])


@pytest.mark.parametrize("own", [60, 400])
def test_enough_incidents_carry_three_or_four(own: int) -> None:
    assert 3 <= len(proposals(assess(worlds.view(worlds.World(own=own))))) <= 4


def test_a_rule_never_claims_high_confidence_and_few_incidents_carry_low() -> None:
    assert confidence(assess(worlds.view(worlds.World(own=400)))) == "moderate"
    assert confidence(assess(worlds.view(worlds.World(own=20)))) == "low"


def test_every_statement_holds_its_word_of_the_yardstick_and_no_confidence() -> None:
    for (_, likelihood), statement in STATEMENTS.items():
        assert likelihood in LIKELIHOODS
        assert likelihood in statement
        assert "onfidence" not in statement


@pytest.mark.parametrize("seed", range(4))
def test_every_proposal_has_its_sentence(seed: int) -> None:
    for proposal in proposals(assess(worlds.view(worlds.World(own=200, seed=seed, others=40)))):
        assert (proposal.rule, proposal.likelihood) in STATEMENTS
