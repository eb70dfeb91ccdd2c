from datetime import date

from ens_reports import answers_consents
from ens_reports.store import ConsentRow


def test_consents_are_listed_with_their_numbers() -> None:
    row = ConsentRow(seq=3, owner="KEN", recipients=("UGA", "TZA"), given_by="Duty desk", given_on=date(2026, 1, 20))
    answer = answers_consents.of_consents([row])
    assert isinstance(answer.data, dict)
    assert answer.data["consents"][0]["number"] == 3
    assert answer.lines[1].split()[:5] == ["3", "KEN", "all", "UGA,", "TZA"]
    assert answers_consents.of_consents([]).lines == ["No consent was given yet."]
