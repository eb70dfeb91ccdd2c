from dataclasses import replace
from datetime import date

from ens_reports.store import ConsentRow
from ens_reports.store.consents import overdue

GIVEN = ConsentRow(seq=3, owner="KEN", recipients=("UGA",), given_by="Duty desk", given_on=date(2026, 1, 20), until=date(2026, 6, 30))


def test_consents_whose_last_day_is_over_are_overdue_once() -> None:
    endless, ended = replace(GIVEN, until=None), replace(GIVEN, ended_seq=5)
    assert overdue([GIVEN, endless, ended], date(2026, 7, 1)) == (GIVEN,)
    assert overdue([GIVEN], date(2026, 6, 30)) == ()
