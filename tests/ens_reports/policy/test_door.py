from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import plain
import pytest

from ens_reports import policy
from ens_reports.errors import PolicyError, RequestError
from ens_reports.params import Period, Product, Project
from ens_reports.policy import Viewed, Wish
from ens_reports.policy.rules import RULES
from ens_reports.report.others import opened
from ens_reports.report.view import open_view, write_view
from ens_reports.store import Consent, Counts, Store, rowset

Make = Callable[..., pd.DataFrame]
Deliver = Callable[..., str]
PERIOD = Period(first_year=2024, last_year=2025, history_from=2021)


@pytest.fixture
def view(store: Store, project: Project, product: Product) -> Callable[..., Viewed]:
    def view_as(code: str, *, as_of: int | None = None, **changes: object) -> Viewed:
        wish = Wish(product=product.model_copy(update=changes), recipient=code, language="en", period=PERIOD)
        return policy.view(store.snapshot(as_of), project, wish)

    return view_as


def _bytes(folder: Path, viewed: Viewed) -> dict[str, bytes]:
    write_view(folder, viewed.view)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_facts_of_a_view(store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"), synthetic=True)
    facts = view("KEN").view.facts
    assert (facts.recipient, facts.recipient_kind, facts.period, facts.cut_off, facts.synthetic) == (
        "KEN",
        "country",
        PERIOD,
        date(2026, 1, 20),
        True,
    )
    assert (facts.threshold, facts.min_owners, facts.dominance, facts.next_due) == (5, 3, 0.8, date(2027, 1, 20))
    assert (facts.marking, facts.period_moved) == ("INTERPOL FOR OFFICIAL USE ONLY", False)


def test_the_cut_off_is_the_day_on_which_the_last_of_what_an_edition_rests_on_came(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    deliver(store, "UGA", records("UGA", "2025-01-01", origin_country="KEN"), on=date(2026, 1, 25), synthetic=True)
    deliver(store, "TZA", records("TZA", "2025-01-01"), on=date(2026, 1, 30))
    facts = view("KEN").view.facts
    assert (facts.cut_off, facts.synthetic) == (date(2026, 1, 25), True)
    facts = view("TZA").view.facts
    assert (facts.cut_off, facts.synthetic) == (date(2026, 1, 30), False)
    deliver(store, "TZA", records("TZA"), on=date(2026, 2, 1), nil_return=("mining",), synthetic=True)
    facts = view("TZA").view.facts
    assert (facts.cut_off, facts.synthetic) == (date(2026, 2, 1), True)


@pytest.mark.parametrize(("months", "due"), [(0, None), (1, date(2026, 2, 28)), (11, date(2026, 12, 31)), (12, date(2027, 1, 31))])
def test_when_the_next_is_due(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed], months: int, due: date | None
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"), on=date(2026, 1, 31))
    assert view("KEN", due_months=months).view.facts.next_due == due


@pytest.mark.parametrize(("code", "kind"), [("KEN", "country"), ("EIA", "body")])
def test_a_recipient_is_a_country_or_a_body(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed], code: str, kind: str
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    assert view(code).view.facts.recipient_kind == kind


def test_the_marking_is_the_highest_of_what_went_in_and_of_nothing_else(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01", confidentiality="restricted"))
    deliver(store, "UGA", records("UGA", "2025-01-01", origin_country="KEN", confidentiality="confidential", barred_recipients="KEN"))
    deliver(store, "TZA", records("TZA", "2019-01-01", origin_country="KEN", confidentiality="confidential"))
    found = view("KEN")
    assert found.marking == found.view.facts.marking == "INTERPOL RESTRICTED"


def test_each_frame_of_the_view_is_marked_by_its_own_records(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    deliver(store, "UGA", records("UGA", "2025-01-01", origin_country="KEN", confidentiality="confidential"))
    for code in ("TZA", "ETH", "RWA", "BDI"):
        deliver(store, code, records(code, "2025-01-01"), confidentiality="restricted")
    marked = view("KEN", reads=("region",)).view.facts.confidentiality
    assert marked == {
        "capacity": "official",
        "incidents": "official",
        "others": "confidential",
        "persons": "official",
        "regional": "confidential",
    }


def test_what_a_region_is_measured_by_went_in_too(store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]) -> None:
    """A band of countries rests on records that do not touch the reader: they mark the edition, and are among what it used."""
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    names = [
        deliver(store, code, records(code, "2025-01-01"), confidentiality="restricted") for code in ("UGA", "TZA", "ETH", "RWA", "BDI")
    ]
    found = view("KEN", reads=("region",))
    assert found.marking == "INTERPOL RESTRICTED"
    assert {used.submission for used in found.inputs} > set(names)
    assert len(found.view.regional["country"].unique()) == 6
    plain = view("KEN")
    assert (plain.marking, len(plain.inputs), len(plain.view.regional)) == ("INTERPOL FOR OFFICIAL USE ONLY", 1, 0)
    assert view("KEN", scope="visible").view.regional.empty


def test_what_was_withheld_is_counted_inside_and_stands_nowhere_in_the_view(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed], tmp_path: Path
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    barred = ["KEN", "KEN", None]
    purpose = [None, None, "training"]
    deliver(store, "UGA", records("UGA", *["2025-01-01"] * 3, origin_country="KEN", barred_recipients=barred, purpose=purpose))
    found = view("KEN")
    assert found.withheld == {"barred": 2, "purpose": 1}
    assert [(used.submission, used.owner, used.rows) for used in found.inputs] == [("KEN-wildlife-0000000000", "KEN", 1)]
    assert not any(b"UGA" in content for content in _bytes(tmp_path / "v", found).values())


def test_records_outside_the_years_are_neither_shown_nor_withheld(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    days = ["2020-12-31", "2021-01-01", "2025-12-31", "2026-01-01"]
    deliver(store, "KEN", records("KEN", *days))
    deliver(store, "UGA", records("UGA", *days, origin_country="KEN", barred_recipients="KEN"))
    found = view("KEN")
    assert sorted(found.view.incidents["incident_date"]) == ["2021-01-01", "2025-12-31"]
    assert found.withheld == {"barred": 2}


def test_expired_records_are_in_no_view_not_even_the_owners(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01", "2025-01-02", retain_until=["2026-01-19", "2026-01-20"]))
    found = view("KEN")
    assert list(found.view.incidents["incident_date"]) == ["2025-01-02"]
    assert found.withheld == {"expired": 1}


def test_a_party_that_sent_nothing_gets_an_empty_view_with_all_columns(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    found = view("BRA")
    assert found.view.incidents.empty
    assert list(found.view.incidents.columns) == list(view("KEN").view.incidents.columns)
    assert found.view.facts.cut_off == date(2025, 12, 31)
    assert found.inputs == ()


def test_need_to_know_lifts_the_threshold_and_not_the_owner_rule(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    facts = view("KEN", need_to_know=True).view.facts
    assert (facts.threshold, facts.min_owners, facts.need_to_know) == (1, 3, True)
    assert not view("KEN").view.facts.need_to_know


def test_others_records_and_submissions_stand_beside_no_own_ones(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed], tmp_path: Path
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    deliver(store, "UGA", records("UGA", "2025-01-01", origin_country="KEN"))
    found = view("KEN").view
    assert (list(found.incidents["owner"]), len(opened(found.others))) == (["KEN"], 1)
    assert list(found.submissions["owner"]) == ["KEN"]
    write_view(tmp_path / "view", found)
    again = open_view(tmp_path / "view", recipient="KEN", language="en")
    pd.testing.assert_frame_equal(opened(again.others), opened(found.others))


def test_a_consent_opens_a_record_to_whom_it_names_from_its_place_in_the_ledger_to_its_end(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    name = deliver(store, "UGA", records("UGA", "2025-01-01", origin_country="KEN", destination_country="TZA", barred_recipients="KEN;TZA"))
    deliver(store, "UGA", records("UGA", "2025-01-02", origin_country="KEN", incident_id=["other"], barred_recipients="KEN"))
    given = Consent(owner="UGA", target=name, recipients=("KEN",), levels=("strategic",), given_by="Desk", given_on=date(2026, 1, 20))
    number = store.consents.add(given, at=date(2026, 1, 21))
    store.consents.revoke(number, at=date(2026, 1, 22))

    found = {seq: [one.submission for one in view("KEN", as_of=seq).inputs] for seq in (2, 3, 4)}
    assert found == {2: [], 3: [name], 4: []}
    assert view("KEN", as_of=3).withheld == {"barred": 1}
    assert view("TZA", as_of=3).inputs == ()
    assert view("KEN", as_of=3, level="tactical").inputs == ()


def test_of_what_went_in_it_is_kept_which_rows(store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01", "2001-01-01", "2025-01-03"))
    (used,) = view("KEN").inputs
    assert [rowset.has_any(used.which, {row}) for row in range(4)] == [True, False, True, False]


def test_a_language_that_the_product_is_not_made_in_is_refused(
    store: Store, project: Project, product: Product, records: Make, deliver: Deliver
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    wish = Wish(product=product.model_copy(update={"languages": ("en", "fr")}), recipient="KEN", language="es", period=PERIOD)
    with pytest.raises(RequestError) as caught:
        policy.view(store.snapshot(), project, wish)
    assert caught.value.message == "language of country-threat-assessment must be one of en, fr, got 'es'"


def test_a_past_state_of_which_something_was_erased_is_refused(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    store.deletions.withdraw(deliver(store, "UGA", records("UGA", "2025-01-01")), reason="r", at=date(2026, 2, 1))
    assert len(view("KEN").view.incidents) == 1
    with pytest.raises(PolicyError):
        view("KEN", as_of=2)


def test_equal_requests_give_equal_bytes(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed], tmp_path: Path
) -> None:
    for code in ("KEN", "UGA", "TZA"):
        deliver(store, code, records(code, *["2025-01-01"] * 3, origin_country="KEN"))
    assert _bytes(tmp_path / "a", view("KEN")) == _bytes(tmp_path / "b", view("KEN"))


@pytest.mark.parametrize("recipient", ["KEN", "BRA", "CITES", "EIA"])
def test_bytes_are_the_same_whether_or_not_there_are_records_that_the_reader_may_not_see(
    store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed], tmp_path: Path, recipient: str
) -> None:
    """Of another owner, of an area whose columns nobody else uses, marked higher, arrived later."""
    for code in ("KEN", "UGA", "EIA"):
        deliver(store, code, records(code, *["2025-01-01"] * 3, origin_country="KEN"), allowed_recipients=("KEN", "BRA", "CITES", "EIA"))
    before = _bytes(tmp_path / "a", view(recipient, scope="visible"))
    hidden = records(
        "TZA", *["2025-02-01"] * 4, origin_country=recipient[:3], crime_area="mining", mineral="gold", confidentiality="confidential"
    )
    deliver(store, "TZA", hidden, on=date(2026, 3, 1), barred_recipients=(recipient,))
    assert _bytes(tmp_path / "b", view(recipient, scope="visible")) == before


@pytest.fixture
def without_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(RULES):
        monkeypatch.setitem(RULES, name, lambda _case: False)


@pytest.mark.usefixtures("without_rules")
def test_the_view_depends_on_the_rules(store: Store, records: Make, deliver: Deliver, view: Callable[..., Viewed]) -> None:
    """With all rules switched off the barred record is there: so what keeps it out elsewhere is the rules."""
    deliver(store, "UGA", records("UGA", "2025-01-01", origin_country="KEN", barred_recipients="KEN"))
    assert len(opened(view("KEN").view.others)) == 1


def test_those_who_sent_something_get_a_product(store: Store, project: Project, product: Product, records: Make, deliver: Deliver) -> None:
    deliver(store, "UGA", records("UGA", "2025-01-01"))
    deliver(store, "EIA", records("UGA", "2025-01-01"))
    deliver(store, "KEN", records("KEN"), nil_return=("mining",))
    store.commit(
        plain.submission("TZA-1", party="TZA", counts=Counts(read=1, accepted=0, rejected=1, duplicate=0)), pd.DataFrame(), pd.DataFrame()
    )
    shot = store.snapshot()
    assert policy.recipients(shot, project, product) == ("EIA", "KEN", "UGA")
    rule = product.recipients
    countries = product.model_copy(update={"recipients": rule.model_copy(update={"kinds": ("country",), "listed": ("BRA",)})})
    assert policy.recipients(shot, project, countries) == ("BRA", "KEN", "UGA")
    listed = product.model_copy(update={"recipients": rule.model_copy(update={"rule": "listed", "listed": ("UNEP", "BRA")})})
    assert policy.recipients(shot, project, listed) == ("BRA", "UNEP")


def _period(store: Store, project: Project, product: Product, recipient: str) -> tuple[str, bool]:
    found, moved = policy.period(store.snapshot(), project, product=product, recipient=recipient)
    return found.file_name, moved


def test_the_period_moves_back_for_who_has_older_records_alone(
    store: Store, project: Project, product: Product, records: Make, deliver: Deliver
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    deliver(store, "UGA", records("UGA", "2014-01-01", "2012-01-01"))
    assert _period(store, project, product, "KEN") == ("2024-2025", False)
    assert _period(store, project, product, "UGA") == ("2013-2014", True)
    assert _period(store, project, product, "BRA") == ("2024-2025", False)


def test_a_record_that_is_closed_to_a_recipient_does_not_move_its_period(
    store: Store, project: Project, product: Product, records: Make, deliver: Deliver
) -> None:
    deliver(store, "UGA", records("UGA", "2014-01-01", origin_country="KEN", barred_recipients="KEN"))
    assert _period(store, project, product, "KEN") == ("2024-2025", False)


def test_own_records_move_the_period_though_others_are_newer(
    store: Store, project: Project, product: Product, records: Make, deliver: Deliver
) -> None:
    """Who sends ten years of records gets an assessment of them, not of the one incident that a neighbour added."""
    deliver(store, "UGA", records("UGA", "2014-01-01"))
    deliver(store, "KEN", records("KEN", "2025-01-01", origin_country="UGA"))
    assert _period(store, project, product, "UGA") == ("2013-2014", True)


@pytest.mark.parametrize(("came", "moved"), [(date(2025, 1, 20), True), (date(2025, 1, 19), False)])
def test_what_came_in_long_ago_leaves_a_silent_year_silent(
    store: Store, project: Project, product: Product, records: Make, deliver: Deliver, came: date, *, moved: bool
) -> None:
    deliver(store, "UGA", records("UGA", "2022-01-01"), on=came)
    deliver(store, "KEN", records("KEN", "2025-01-01"), on=date(2026, 1, 20))
    assert _period(store, project, product, "UGA") == ("2021-2022" if moved else "2024-2025", moved)


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ({}, False),
        ({"period_from": "2023-01-01", "period_to": "2024-01-01"}, False),
        ({"period_from": "2023-01-01", "period_to": "2023-12-31"}, True),
        ({"period_from": "2025-12-31", "period_to": "2026-12-31"}, False),
        ({"period_from": "2026-01-01", "period_to": "2026-12-31"}, True),
        ({"period_from": None}, True),
        ({"period_to": None}, True),
    ],
)
def test_a_nil_return_of_ones_own_for_these_years_keeps_the_period(
    store: Store, project: Project, product: Product, records: Make, deliver: Deliver, said: dict[str, object], *, moved: bool
) -> None:
    """That there was nothing is what the edition says; older records must not take its place."""
    deliver(store, "UGA", records("UGA", "2014-01-01"))
    deliver(store, "KEN", records("KEN"), nil_return=("wildlife",))
    deliver(store, "UGA", records("UGA"), nil_return=("wildlife",), **said)
    assert _period(store, project, product, "UGA") == ("2013-2014" if moved else "2024-2025", moved)


def test_a_period_that_is_asked_for_is_never_moved(
    store: Store, project: Project, product: Product, records: Make, deliver: Deliver
) -> None:
    deliver(store, "UGA", records("UGA", "2014-01-01"))
    found, moved = policy.period(store.snapshot(), project, product=product, recipient="UGA", asked="2020-2021")
    assert (found.file_name, moved) == ("2020-2021", False)
