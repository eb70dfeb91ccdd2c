from dataclasses import replace
from datetime import date

import pytest

from ens_reports.store import ConsentRow

GIVEN = ConsentRow(seq=3, owner="KEN", recipients=("UGA",), given_by="Duty desk", given_on=date(2026, 1, 20), until=date(2026, 6, 30))


@pytest.mark.parametrize(
    ("seq", "day", "expected"),
    [
        (3, date(2026, 1, 20), True),
        (9, date(2026, 6, 30), True),
        (2, date(2026, 1, 20), False),
        (3, date(2026, 1, 19), False),
        (3, date(2026, 7, 1), False),
    ],
)
def test_a_consent_counts_from_its_place_in_the_ledger_within_its_days(seq: int, day: date, *, expected: bool) -> None:
    assert GIVEN.holds(seq, day) is expected


def test_a_revoked_consent_counts_only_for_what_is_built_as_of_before() -> None:
    revoked = replace(GIVEN, ended_seq=5, ended_on=date(2026, 2, 1))
    assert (revoked.holds(4, date(2026, 2, 1)), revoked.holds(5, date(2026, 2, 1))) == (True, False)


def test_a_consent_without_a_last_day_holds_on() -> None:
    assert replace(GIVEN, until=None).holds(3, date(2099, 1, 1))
