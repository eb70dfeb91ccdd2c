from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_contracts import fields
from ens_reports.params import ReleasePolicy
from ens_reports.params.release_policy import ACCESSES, CONFIDENTIALITIES, RECORD_CLASSES, OwnerRule, Purpose, RecordClass
from ens_reports.policy.handling import ALL_PURPOSES, PARTY, Handling, Later, Origin, Stated, class_of, handling
from ens_reports.store import Cover

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
ORIGIN = Origin(owner="KEN", record_class="police", received_on=date(2026, 1, 20), cover=Cover())


@given(HANDLINGS, HANDLINGS, HANDLINGS)
def test_narrowing_is_a_lattice(one: Handling, two: Handling, three: Handling) -> None:
    """The order in which limits are laid down changes nothing, and laying one down twice neither."""
    assert one.narrowed(one) == one
    assert one.narrowed(two) == two.narrowed(one)
    assert one.narrowed(two).narrowed(three) == one.narrowed(two.narrowed(three))


@given(HANDLINGS, CODES)
def test_a_later_word_names_a_reader_and_sets_no_limit_where_there_was_none(found: Handling, code: str) -> None:
    opened = found.opened(Later(readers=frozenset({code})))
    assert (opened.allowed is None, opened.named is None) == (found.allowed is None, found.named is None)
    assert code in (opened.allowed or {code}) & (opened.named or {code})
    assert opened.barred == found.barred - {code}
    assert found.opened(Later()) == found


def test_a_record_that_says_nothing_gets_the_defaults(policy: ReleasePolicy) -> None:
    assert handling(Stated(), ORIGIN, policy) == Handling(
        confidentiality="official",
        access="unless_restricted",
        allowed=None,
        named=frozenset(),
        barred=frozenset(),
        consortium=False,
        purposes=frozenset({"analysis"}),
        retain_until=date(2031, 1, 20),
    )


@pytest.mark.parametrize(
    ("cover", "field", "expected"),
    [
        (Cover(confidentiality="restricted"), "confidentiality", "restricted"),
        (Cover(allowed_recipients=("UGA",)), "allowed", frozenset({"UGA"})),
        (Cover(barred_recipients=("UGA",)), "barred", frozenset({"UGA"})),
        (Cover(consortium="yes"), "consortium", True),
        (Cover(retain_until=date(2027, 6, 30)), "retain_until", date(2027, 6, 30)),
        (Cover(handling_scheme="TLP", handling_code="RED"), "access", "named"),
    ],
)
def test_the_cover_sheet_speaks_for_records_that_do_not(policy: ReleasePolicy, cover: Cover, field: str, expected: object) -> None:
    assert getattr(handling(Stated(), replace(ORIGIN, cover=cover), policy), field) == expected


@pytest.mark.parametrize(
    ("stated", "field", "expected"),
    [
        (Stated(confidentiality="confidential"), "confidentiality", "confidential"),
        (Stated(allowed_recipients="UGA; TZA"), "allowed", frozenset({"UGA", "TZA"})),
        (Stated(barred_recipients="TZA"), "barred", frozenset({"CMR", "TZA"})),
        (Stated(consortium="no"), "consortium", False),
        (Stated(retain_until="2027-03"), "retain_until", date(2027, 3, 1)),
        (Stated(purpose="investigation"), "purposes", frozenset({"investigation"})),
    ],
)
def test_a_records_own_word_goes_before_its_cover_sheet(policy: ReleasePolicy, stated: Stated, field: str, expected: object) -> None:
    cover = Cover(confidentiality="restricted", allowed_recipients=("CMR",), barred_recipients=("CMR",), consortium="yes")
    assert getattr(handling(stated, replace(ORIGIN, cover=cover), policy), field) == expected


def test_a_word_that_is_not_known_narrows(policy: ReleasePolicy) -> None:
    found = handling(Stated(confidentiality="secret", consortium="perhaps", handling_scheme="x", handling_code="9"), ORIGIN, policy)
    assert (found.confidentiality, found.consortium, found.access) == ("confidential", False, "named")


@pytest.mark.parametrize(
    ("code", "access"),
    [("tlp green", "unless_restricted"), ("TLP AMBER", "named"), ("tlp amber+strict", "named"), ("3x5x2 P", "unless_restricted")],
)
def test_codes_of_known_schemes(policy: ReleasePolicy, code: str, access: str) -> None:
    scheme, word = code.split(" ")
    assert handling(Stated(handling_scheme=scheme, handling_code=word), ORIGIN, policy).access == access


@pytest.mark.parametrize(
    ("owner", "record_class", "expected"),
    [
        ("KEN", "police", False),
        ("KEN", "administrative", False),
        ("IFAW", "partner", True),
        ("KEN", "open_source", True),
        ("EIA", "police", True),
    ],
)
def test_what_silence_about_the_consortium_means(policy: ReleasePolicy, owner: str, record_class: RecordClass, *, expected: bool) -> None:
    origin = replace(ORIGIN, owner=owner, record_class=record_class)
    assert handling(Stated(), origin, policy).consortium is expected


def test_standing_limits_narrow_what_a_record_says_and_never_widen_it(policy: ReleasePolicy) -> None:
    rule = OwnerRule(confidentiality="restricted", barred_recipients=("UGA",), allowed_recipients=("TZA", "UGA"), consortium=False)
    limited = policy.model_copy(update={"owners": {"KEN": rule}})
    stated = Stated(allowed_recipients="UGA;CMR", consortium="yes", confidentiality="confidential")
    found = handling(stated, ORIGIN, limited)
    assert (found.allowed, found.barred, found.consortium) == (frozenset({"UGA"}), frozenset({"UGA"}), False)
    assert found.confidentiality == "confidential"
    assert handling(Stated(), ORIGIN, limited).confidentiality == "restricted"


def test_a_standing_limit_names_nobody(policy: ReleasePolicy) -> None:
    """Else the limit would open the owner's records to partners that see only what names them."""
    limited = policy.model_copy(update={"owners": {"KEN": OwnerRule(allowed_recipients=("IFAW", "UGA"))}})
    assert handling(Stated(), ORIGIN, limited).named == frozenset()
    assert handling(Stated(allowed_recipients="UGA;CMR"), ORIGIN, limited).named == frozenset({"UGA", "CMR"})
    assert handling(Stated(), replace(ORIGIN, cover=Cover(allowed_recipients=("UGA",))), limited).named == frozenset({"UGA"})


def test_two_limits_without_a_common_reader_close_a_record_to_all(policy: ReleasePolicy) -> None:
    """An empty set must not be read as no limit."""
    limited = policy.model_copy(update={"owners": {"KEN": OwnerRule(allowed_recipients=("TZA",))}})
    assert handling(Stated(allowed_recipients="UGA"), ORIGIN, limited).allowed == frozenset()


def test_five_years_after_a_leap_day(policy: ReleasePolicy) -> None:
    assert handling(Stated(), replace(ORIGIN, received_on=date(2024, 2, 29)), policy).retain_until == date(2029, 2, 28)


@pytest.mark.parametrize("cover", [Cover(), Cover(barred_recipients=("Kenia",))])
def test_a_barred_party_that_cannot_be_told_closes_the_record_to_all(policy: ReleasePolicy, cover: Cover) -> None:
    said = Stated() if cover.barred_recipients else Stated(barred_recipients="UGA;Kenia", allowed_recipients="TZA")
    assert handling(said, replace(ORIGIN, cover=cover), policy).allowed == frozenset()


@pytest.mark.parametrize(("code", "allowed"), [("KNE", frozenset()), ("TRAFIC", frozenset()), ("UGA", frozenset({"TZA"}))])
def test_a_barred_code_that_no_party_has_closes_the_record_to_all(policy: ReleasePolicy, code: str, allowed: frozenset[str]) -> None:
    """Whoever was meant would see it: `KNE` bars nobody."""
    known = policy.model_copy(update={"parties": frozenset({"KEN", "UGA", "TZA"})})
    assert handling(Stated(barred_recipients=f"UGA;{code}", allowed_recipients="TZA"), ORIGIN, known).allowed == allowed
    assert handling(Stated(allowed_recipients="TZA"), replace(ORIGIN, cover=Cover(barred_recipients=(code,))), known).allowed == allowed


def test_without_a_list_of_parties_the_form_of_a_code_decides(policy: ReleasePolicy) -> None:
    bare = policy.model_copy(update={"parties": frozenset()})
    assert handling(Stated(barred_recipients="Kenia"), ORIGIN, bare).allowed == frozenset()
    assert handling(Stated(barred_recipients="UGA"), ORIGIN, bare).allowed is None


def test_a_standing_limit_takes_no_purpose_away(policy: ReleasePolicy) -> None:
    every = get_args(Purpose)
    limited = policy.model_copy(update={"owners": {"KEN": OwnerRule(consortium=False)}})
    assert handling(Stated(purpose=";".join(every)), ORIGIN, limited).purposes == frozenset(every)


def test_all_parties_can_be_barred(policy: ReleasePolicy) -> None:
    two = policy.model_copy(update={"parties": frozenset({"UGA", "TZA"})})
    assert handling(Stated(barred_recipients="UGA;TZA"), ORIGIN, two).allowed is None


@pytest.mark.parametrize(("word", "expected"), [*((known, known) for known in RECORD_CLASSES), ("", "police"), ("Police", "police")])
def test_a_class_that_is_none_is_police(word: str, expected: str) -> None:
    assert class_of(word) == expected


def test_a_party_s_code_looks_as_in_the_contracts() -> None:
    assert PARTY.pattern == fields.PARTY
