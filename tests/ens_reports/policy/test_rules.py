from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.params import Party, ReleasePolicy
from ens_reports.params.release_policy import ACCESSES, CONFIDENTIALITIES, RECORD_CLASSES
from ens_reports.policy.handling import ALL_PURPOSES, Handling
from ens_reports.policy.rules import RULES, Case, Reader, may_name, reader, withheld_by

DAY = date(2026, 1, 20)
OPEN = Handling(
    confidentiality="official",
    access="unless_restricted",
    allowed=None,
    named=frozenset(),
    barred=frozenset(),
    consortium=False,
    purposes=frozenset({"analysis"}),
    retain_until=DAY,
)
COUNTRY = Reader(code="UGA", access="unless_restricted", clearance="confidential", purposes=frozenset({"analysis"}), day=DAY)
CONSORTIUM = replace(COUNTRY, code="CITES", access="consortium", clearance="restricted")
PARTNER = replace(COUNTRY, code="IFAW", access="named", clearance="official")
CODES = st.sampled_from(["KEN", "UGA", "TZA", "CITES"])
HANDLINGS = st.builds(
    Handling,
    confidentiality=st.sampled_from(CONFIDENTIALITIES),
    access=st.sampled_from(ACCESSES),
    allowed=st.none() | st.frozensets(CODES),
    named=st.none() | st.frozensets(CODES),
    barred=st.frozensets(CODES),
    consortium=st.booleans(),
    purposes=st.frozensets(st.sampled_from(ALL_PURPOSES)),
    retain_until=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
READERS = st.builds(
    Reader,
    code=CODES,
    access=st.sampled_from(ACCESSES),
    clearance=st.sampled_from(CONFIDENTIALITIES),
    purposes=st.frozensets(st.sampled_from(ALL_PURPOSES)),
    day=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)


def _rule(handling: Handling, who: Reader, record_class: str = "police", *, own: bool = False) -> str:
    return withheld_by(Case(handling=handling, record_class=record_class, reader=who), own=own)  # type: ignore[arg-type]


def _named(*codes: str) -> Handling:
    return replace(OPEN, allowed=frozenset(codes), named=frozenset(codes))


@pytest.mark.parametrize(
    ("handling", "who", "expected"),
    [
        (OPEN, COUNTRY, ""),
        (replace(OPEN, retain_until=date(2026, 1, 19)), COUNTRY, "expired"),
        (replace(OPEN, barred=frozenset({"UGA"})), COUNTRY, "barred"),
        (replace(OPEN, barred=frozenset({"TZA"})), COUNTRY, ""),
        (_named("TZA"), COUNTRY, "not_allowed"),
        (replace(OPEN, allowed=frozenset({"UGA"})), COUNTRY, ""),
        (replace(OPEN, allowed=frozenset({"IFAW"})), PARTNER, "not_named"),
        (replace(OPEN, allowed=frozenset({"CITES"})), CONSORTIUM, "consortium"),
        (_named(), COUNTRY, "not_allowed"),
        (_named("TZA", "UGA"), COUNTRY, ""),
        (OPEN, CONSORTIUM, "consortium"),
        (replace(OPEN, consortium=True), CONSORTIUM, ""),
        (_named("CITES"), CONSORTIUM, ""),
        (OPEN, PARTNER, "not_named"),
        (replace(OPEN, consortium=True), PARTNER, "not_named"),
        (_named("IFAW"), PARTNER, ""),
        (replace(OPEN, access="named"), COUNTRY, "not_named"),
        (replace(_named("UGA"), access="named"), COUNTRY, ""),
        (replace(OPEN, confidentiality="confidential"), COUNTRY, ""),
        (replace(OPEN, consortium=True, confidentiality="confidential"), CONSORTIUM, "confidentiality"),
        (replace(OPEN, consortium=True, confidentiality="restricted"), CONSORTIUM, ""),
        (replace(_named("IFAW"), confidentiality="restricted"), PARTNER, "confidentiality"),
        (replace(OPEN, purposes=frozenset({"training"})), COUNTRY, "purpose"),
        (replace(OPEN, purposes=frozenset({"training", "analysis"})), COUNTRY, ""),
    ],
)
def test_each_rule_closes_what_it_must_and_nothing_beside(handling: Handling, who: Reader, expected: str) -> None:
    assert _rule(handling, who) == expected


def test_open_sources_are_open_to_partners_unless_a_code_closes_them() -> None:
    assert _rule(OPEN, PARTNER, "open_source") == ""
    assert _rule(replace(OPEN, access="named"), PARTNER, "open_source") == "not_named"


@pytest.mark.parametrize("removed", sorted(RULES))
def test_no_rule_does_anothers_work(monkeypatch: pytest.MonkeyPatch, removed: str) -> None:
    """Taken out, each rule lets something through: none is there for nothing."""
    cases = {
        "expired": (replace(OPEN, retain_until=date(2026, 1, 19)), COUNTRY),
        "barred": (replace(_named("UGA"), barred=frozenset({"UGA"})), COUNTRY),
        "not_allowed": (_named("TZA"), COUNTRY),
        "not_named": (OPEN, PARTNER),
        "consortium": (OPEN, CONSORTIUM),
        "confidentiality": (replace(OPEN, consortium=True, confidentiality="confidential"), CONSORTIUM),
        "purpose": (replace(OPEN, purposes=frozenset({"notice"})), COUNTRY),
    }
    assert set(cases) == set(RULES)
    assert _rule(*cases[removed]) == removed
    monkeypatch.delitem(RULES, removed)
    assert _rule(*cases[removed]) == ""


@given(HANDLINGS, st.sampled_from(RECORD_CLASSES), READERS)
def test_an_owner_sees_all_its_records_until_they_expire(handling: Handling, record_class: str, who: Reader) -> None:
    assert _rule(handling, who, record_class, own=True) == ("expired" if handling.retain_until < who.day else "")


@given(HANDLINGS, HANDLINGS, st.sampled_from(RECORD_CLASSES), READERS)
def test_narrowing_never_opens_a_record(one: Handling, two: Handling, record_class: str, who: Reader) -> None:
    if _rule(one, who, record_class):
        assert _rule(one.narrowed(two), who, record_class)
    assert may_name(Case(handling=one, record_class="police", reader=who)) or not may_name(
        Case(handling=one.narrowed(two), record_class="police", reader=who)
    )


@given(HANDLINGS, st.sampled_from(RECORD_CLASSES), READERS)
def test_a_barred_reader_never_sees_it(handling: Handling, record_class: str, who: Reader) -> None:
    assert _rule(replace(handling, barred=handling.barred | {who.code}), who, record_class)


@pytest.mark.parametrize(
    ("code", "access", "clearance"),
    [
        ("KEN", "unless_restricted", "confidential"),
        ("CITES", "consortium", "restricted"),
        ("UNEP", "named", "official"),
        ("IFAW", "named", "official"),
    ],
)
def test_readers_by_kind(party: Callable[[str], Party], policy: ReleasePolicy, code: str, access: str, clearance: str) -> None:
    who = reader(party(code), level="strategic", day=DAY, policy=policy)
    assert (who.access, who.clearance, who.purposes) == (access, clearance, frozenset({"analysis"}))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, False),
        ({"consortium": True}, True),
        ({"named": frozenset({"UGA"})}, True),
        ({"named": frozenset({"TZA"})}, False),
        ({"allowed": frozenset({"UGA"})}, False),
    ],
)
def test_a_country_may_be_named_only_where_its_owner_opened_the_record(change: dict[str, object], *, expected: bool) -> None:
    handling = replace(OPEN, **change)  # type: ignore[arg-type]
    assert may_name(Case(handling=handling, record_class="police", reader=COUNTRY)) is expected
