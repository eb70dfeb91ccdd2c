import pytest

from data_contracts.publish.template_style import NAMES, sheet_names, tint
from data_contracts.publish.voice import ENGLISH, LANGUAGES


def test_every_sheet_has_a_name_in_every_language() -> None:
    assert {tuple(names) for names in NAMES.values()} == {LANGUAGES}
    assert sheet_names(ENGLISH) == {"instructions": "Instructions", "cover": "Cover", "data": "Data", "lists": "Lists"}


@pytest.mark.parametrize(("share", "expected"), [(1, "#1F4E79"), (0, "#FFFFFF"), (0.5, "#8FA6BC")])
def test_a_tint_is_between_the_colour_and_white(share: float, expected: str) -> None:
    assert tint("#1F4E79", share) == expected
