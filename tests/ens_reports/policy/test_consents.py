from datetime import date

import pandas as pd
import plain
import pytest

from ens_reports.errors import RequestError
from ens_reports.params import Level, Product, Project, ReleasePolicy
from ens_reports.params.release_policy import OwnerRule
from ens_reports.policy import consents
from ens_reports.policy.handling import Later, Origin, Stated, handling
from ens_reports.policy.rules import Case, may_name, reader, withheld_by
from ens_reports.policy.sieve import sift
from ens_reports.store import Consent, ConsentRow, Cover

DAY = date(2026, 1, 20)
ORIGIN = Origin(owner="KEN", record_class="police", received_on=DAY, cover=Cover())


def given(*recipients: str, seq: int = 3, **changes: object) -> ConsentRow:
    values = {"seq": seq, "owner": "KEN", "recipients": recipients, "given_by": "Duty desk", "given_on": DAY, **changes}
    return ConsentRow(**values)  # type: ignore[arg-type]  # values of different types


def rule_for(project: Project, code: str, stated: Stated, *, level: Level = "strategic", opened: bool = True, **changes: object) -> str:
    """The rule that closes a record of Kenya to a reader that its owner named later."""
    policy = project.policy.model_copy(update=changes)
    later = Later(readers=frozenset({code}), purposes=frozenset({"analysis"})) if opened else Later()
    who = reader(project.party(code), level=level, day=DAY, policy=policy)
    return withheld_by(Case(handling=handling(stated, ORIGIN, policy, later), record_class="police", reader=who), own=False)


@pytest.mark.parametrize(
    ("code", "stated", "closed_by"),
    [
        ("UGA", Stated(barred_recipients="UGA"), "barred"),
        ("UGA", Stated(allowed_recipients="TZA"), "not_allowed"),
        ("UGA", Stated(barred_recipients="the neighbours"), "not_allowed"),
        ("UGA", Stated(handling_scheme="TLP", handling_code="RED"), "not_named"),
        ("UGA", Stated(purpose="investigation"), "purpose"),
        ("CITES", Stated(), "consortium"),
        ("IFAW", Stated(), "not_named"),
    ],
)
def test_a_consent_opens_what_the_owners_submission_closed(project: Project, code: str, stated: Stated, closed_by: str) -> None:
    assert rule_for(project, code, stated, opened=False) == closed_by
    assert rule_for(project, code, stated) == ""


@pytest.mark.parametrize(
    ("code", "stated", "limits", "closed_by"),
    [
        ("CITES", Stated(confidentiality="confidential"), {}, "confidentiality"),
        ("UGA", Stated(retain_until="2026-01-19"), {}, "expired"),
        ("UGA", Stated(barred_recipients="UGA"), {"barred_recipients": ("UGA",)}, "barred"),
        ("UGA", Stated(), {"allowed_recipients": ("TZA",)}, "not_allowed"),
    ],
)
def test_a_consent_opens_no_clearance_no_retention_and_no_standing_limit(
    project: Project, code: str, stated: Stated, limits: dict[str, object], closed_by: str
) -> None:
    assert rule_for(project, code, stated, owners={"KEN": OwnerRule.model_validate(limits)}) == closed_by


def test_a_consent_changes_nothing_for_others(project: Project) -> None:
    stated = Stated(barred_recipients="UGA;TZA", allowed_recipients="UGA;CMR")
    later = Later(readers=frozenset({"UGA"}))
    found = handling(stated, ORIGIN, project.policy, later)
    assert (found.allowed, found.barred, found.purposes) == (frozenset({"UGA", "CMR"}), frozenset({"TZA"}), frozenset({"analysis"}))
    assert handling(Stated(), ORIGIN, project.policy, later).allowed is None


def test_who_is_named_by_a_consent_may_be_told_the_country(project: Project) -> None:
    who = reader(project.party("UGA"), level="strategic", day=DAY, policy=project.policy)
    cases = [
        Case(handling=handling(Stated(), ORIGIN, project.policy, later), record_class="police", reader=who)
        for later in (Later(), Later(readers=frozenset({"UGA"})))
    ]
    assert [may_name(case) for case in cases] == [False, True]


def test_consents_are_chosen_by_reader_and_level() -> None:
    held = (given("UGA", seq=1), given("TZA", seq=2), given("UGA", "TZA", seq=3, levels=("tactical",)))
    assert [one.seq for one in consents.for_reader(held, recipient="UGA", level="strategic")] == [1]
    assert [one.seq for one in consents.for_reader(held, recipient="TZA", level="tactical")] == [2, 3]


def test_a_consent_bears_on_a_record_a_submission_or_all_of_its_owner() -> None:
    records = pd.DataFrame(
        {"owner": ["KEN", "KEN", "TZA"], "submission": ["K1", "K2", "T1"], "record_id": ["a", "b", "c"]}, index=[5, 6, 7]
    )
    held = (given("UGA", seq=1), given("UGA", seq=2, target="K2"), given("UGA", seq=3, target="a"), given("UGA", seq=4, target="c"))
    came = {"K1": 0, "K2": 0, "T1": 0}
    assert consents.which(records, held, came=came).str.split().to_dict() == {5: ["1", "3"], 6: ["1", "2"], 7: []}


def test_what_an_owner_sends_after_its_consent_says_for_itself_who_may_see_it() -> None:
    """A record that comes again under a closer handling is the owner's last word."""
    records = pd.DataFrame({"owner": "KEN", "submission": ["K1", "K2", "K3"], "record_id": ["a", "b", "c"]})
    held = (given("UGA", seq=4), given("UGA", seq=5, target="c"))
    assert list(consents.which(records, held, came={"K1": 3, "K2": 4, "K3": 6}).str.split()) == [["4"], [], []]


def test_only_the_records_that_a_consent_bears_on_are_opened(project: Project, policy: ReleasePolicy, product: Product) -> None:
    row = plain.row("K1", received_on=DAY)
    said = {"barred_recipients": ["UGA", "UGA", None, None], "retain_until": [None, None, None, "2020-01-01"]}
    records = pd.DataFrame({"owner": "KEN", "submission": "K1", "record_id": list("abcd"), "record_class": "police", **said})
    who = reader(project.party("UGA"), level=product.level, day=DAY, policy=policy)
    held = (given("UGA", target="b"),)
    assert list(sift(records, {"K1": row}, reader=who, policy=policy, consents=held)["rule"]) == ["barred", "", "", "expired"]
    assert list(sift(records, {"K1": row}, reader=who, policy=policy)["rule"]) == ["barred", "barred", "", "expired"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"owner": "KNE"}, "party must be"),
        ({"recipients": ("UGA", "KENYA")}, "party must be"),
        ({"levels": ("strategic", "tactic")}, "level must be one of strategic, operational, tactical, got 'tactic'"),
        ({"purposes": ("analysis", "fun")}, "purpose must be one of analysis, investigation, operation, notice, training, got 'fun'"),
        ({"until": date(2026, 1, 19)}, "the last day must not be before 2026-01-20, got 2026-01-19"),
    ],
)
def test_a_consent_that_cannot_be_read_is_refused(project: Project, changes: dict[str, object], message: str) -> None:
    values = {"owner": "KEN", "recipients": ("UGA",), "given_by": "Duty desk", "given_on": DAY, **changes}
    with pytest.raises(RequestError) as caught:
        consents.check_can_give(Consent(**values), project)  # type: ignore[arg-type]  # values of different types
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize("until", [None, DAY, date(2027, 1, 1)])
def test_a_consent_may_end_on_the_day_on_which_it_was_given(project: Project, until: date | None) -> None:
    said = Consent(owner="KEN", recipients=("UGA",), levels=("tactical",), purposes=("notice",), given_by="Desk", given_on=DAY, until=until)
    consents.check_can_give(said, project)


def test_what_a_consent_opens_is_told_by_its_number(policy: ReleasePolicy) -> None:
    held = (given("UGA", seq=1, purposes=("operation",)), given("UGA", seq=11, purposes=("notice",)))
    assert consents.later("11 ", held, "UGA") == Later(readers=frozenset({"UGA"}), purposes=frozenset({"notice"}))
    assert consents.later("", held, "UGA") == Later()
    assert policy.default_purpose not in consents.later("1 11 ", held, "UGA").purposes
