import itertools

import pytest

from data_contracts import codelists
from ens_reports.analysis import traits
from ens_reports.locales import open_language
from ens_reports.report.wording import indicators, methods

ENGLISH = open_language("en")
SOMETIMES = [*indicators.CONCEALMENT, ""], [*indicators.DOCUMENTS, ""], [*indicators.MODES, ""]


@pytest.mark.parametrize(("hiding", "abuse", "mode"), list(itertools.product(*SOMETIMES))[::7])
def test_there_are_three_to_seven_indicators_none_twice(hiding: str, abuse: str, mode: str) -> None:
    said = indicators.indicators({"crime_area": "wildlife", "mode": mode, "hiding": hiding, "abuse": abuse, "technique": ""}, ENGLISH)
    assert 3 <= len(said) <= 7
    assert len(set(said)) == len(said)


def test_the_most_telling_comes_first() -> None:
    said = indicators.indicators({"mode": "sea_container", "hiding": "wax_or_resin", "abuse": "forged"}, ENGLISH)
    assert said[0] == "Test the surface of carvings and blocks: wax, resin, plaster or paint over another material."


def test_every_code_of_the_lists_has_its_words() -> None:
    wanted = {name: set(codelists.load(name)["code"]) - {"none", "other", "unknown"} for name in ("concealment", "transport_mode")}
    assert wanted["concealment"] <= set(indicators.CONCEALMENT)
    assert wanted["transport_mode"] <= set(indicators.MODES)
    assert set(indicators.DOCUMENTS) == set(traits.ABUSES) == set(methods.ABUSES)
