from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from pydantic import ValidationError

from ens_reports.params import Product, Project
from ens_reports.policy.door import Viewed, Wish, period, view
from ens_reports.policy.persons import own_persons
from ens_reports.store import Counts, Cover, Store, Submission

PERSON = {
    "reporting_country": "KEN",
    "subject_type": "person",
    "person_status": "charged",
    "status_date": "2025-11-30",
    "basis_reference": "W-1",
    "minor": "no",
    "protected": "no",
    "family_name": "Quillfeather",
    "given_names": "Ada",
    "confidentiality": "confidential",
}


@pytest.fixture
def seen(project: Project, store: Store, records: Callable[..., pd.DataFrame], deliver: Callable[..., str]) -> Callable[..., Viewed]:
    """The bulletin of a recipient, beside an incident."""
    deliver(store, "KEN", records("KEN", "2025-01-01"))

    def look(recipient: str, **changes: object) -> Viewed:
        product = project.product("modus-operandi-bulletin").model_copy(update=changes)
        snapshot = store.snapshot()
        years, _ = period(snapshot, project, product=product, recipient=recipient)
        return view(snapshot, project, Wish(product=product, recipient=recipient, language="en", period=years))

    return look


def send(store: Store, *changes: dict[str, object], party: str = "KEN") -> str:
    rows = [{**PERSON, "subject_id": f"S-{number}", **change} for number, change in enumerate(changes, start=1)]
    frame = pd.DataFrame(rows, dtype="str")
    sent = Submission(
        id=f"{party}-subjects-{len(store.submissions()):010d}",
        party=party,
        contract="subjects",
        contract_version=1,
        file_name="s.csv",
        sha256=f"{party}{len(store.submissions())}",
        received_on=date(2026, 1, 20),
        cover=Cover(),
        counts=Counts(read=len(frame), accepted=len(frame), rejected=0, duplicate=0),
    )
    store.commit(sent, frame, frame.iloc[:0])
    return sent.id


def test_an_own_person_with_status_day_and_reference_is_seen_without_a_name(store: Store, seen: Callable[..., Viewed]) -> None:
    name = send(store, {})
    (row,) = seen("KEN").view.persons.to_dict("records")

    assert {key: row[key] for key in row if key != "record_id"} == {
        "submission": name,
        "subject_id": "S-1",
        "person_status": "charged",
        "status_date": "2025-11-30",
        "basis_reference": "W-1",
    }


@pytest.mark.parametrize("status", ["suspect", "charged", "convicted", "person_of_interest"])
def test_persons_of_whom_a_notice_can_be_asked_for_are_seen(store: Store, seen: Callable[..., Viewed], status: str) -> None:
    send(store, {"person_status": status})
    assert list(seen("KEN").view.persons["person_status"]) == [status]


@pytest.mark.parametrize(
    "change",
    [
        {"minor": "yes", "protected": "yes"},
        {"minor": "unknown"},
        {"minor": None},
        {"protected": None},
        {"protected": "yes"},
        {"person_status": "victim"},
        {"person_status": "witness"},
    ],
)
def test_who_is_protected_is_in_no_view_not_even_the_owners(store: Store, seen: Callable[..., Viewed], change: dict[str, object]) -> None:
    send(store, change)
    found = seen("KEN")

    assert found.view.persons.empty
    assert found.withheld == {"protected": 1}


@pytest.mark.parametrize(
    "change",
    [
        {"person_status": "acquitted"},
        {"person_status": "other"},
        {"subject_id": None},
        {"status_date": None},
        {"basis_reference": None},
        {"subject_type": "vessel"},
    ],
)
def test_nothing_is_said_of_others(store: Store, seen: Callable[..., Viewed], change: dict[str, object]) -> None:
    send(store, change)
    found = seen("KEN")

    assert found.view.persons.empty
    assert found.withheld == {}


def test_nobody_sees_the_persons_of_another(store: Store, seen: Callable[..., Viewed]) -> None:
    """Whatever their owner says of them: named readers and the consortium too."""
    open_to_kenya = {"allowed_recipients": "KEN", "consortium": "yes", "purpose": "notice", "reporting_country": "UGA"}
    send(store, open_to_kenya, {**open_to_kenya, "minor": "yes"}, party="UGA")
    name = send(store, {"basis_reference": "W-OWN"})
    found = seen("KEN")

    assert found.view.persons["basis_reference"].tolist() == ["W-OWN"]
    assert found.withheld == {}
    assert {one.submission for one in found.inputs} == {"KEN-wildlife-0000000000", name}


def test_a_product_that_does_not_read_them_has_none(store: Store, seen: Callable[..., Viewed]) -> None:
    send(store, {})
    found = seen("KEN", reads=())

    assert found.view.persons.empty
    assert list(found.view.persons.columns) == list(seen("KEN").view.persons.columns)
    assert found.marking == "INTERPOL FOR OFFICIAL USE ONLY"


@pytest.mark.parametrize("level", ["strategic", "operational"])
def test_only_a_tactical_product_can_read_them(level: str) -> None:
    with pytest.raises(ValidationError, match=f"reads must not name subjects in {level} products: only tactical ones may speak of persons"):
        Product(name="a", level=level, notebook="a.ipynb", title="A", reads=("subjects",))


def test_persons_mark_the_product_and_are_among_its_inputs(store: Store, seen: Callable[..., Viewed]) -> None:
    name = send(store, {}, {})
    found = seen("KEN")

    assert found.marking == "INTERPOL CONFIDENTIAL"
    assert {one.submission: one.rows for one in found.inputs}[name] == 2


def test_an_expired_person_is_withheld(store: Store, project: Project, seen: Callable[..., Viewed]) -> None:
    send(store, {"retain_until": "2026-01-01"})

    assert seen("KEN").view.persons.empty
    product = project.product("modus-operandi-bulletin")
    assert own_persons(store.snapshot(), project, product=product, recipient="KEN").withheld == {"expired": 1}
