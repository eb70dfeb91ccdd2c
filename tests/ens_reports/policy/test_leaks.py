from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from ens_reports.params import ReleasePolicy
from ens_reports.policy import leaks
from ens_reports.policy.identifiers import labelled
from ens_reports.policy.leaks import Watch, shown
from ens_reports.store import Store

Deliver = Callable[..., str]
SECRET = b"0" * 32
NARRATIVE = "The driver of the lorry ran into the river before the patrol came near."


@pytest.fixture
def watch(
    store: Store, records: Callable[..., pd.DataFrame], deliver: Callable[..., str], tmp_path: Path, policy: ReleasePolicy
) -> Callable[[str], Watch]:
    """What a recipient's edition is held against: records of Kenya and Uganda that share a case number, and an edition for Uganda."""
    deliver(store, "KEN", records("KEN", "2025-01-01", permit_no="KE/PERMIT/77", other_references="UGA-CASE-0042", vessel_imo="9074729"))
    deliver(store, "UGA", records("UGA", "2025-01-01", incident_id=["UGA-CASE-0042"], narrative=NARRATIVE, permit_no="88"))
    found = leaks.index(store.snapshot(), policy, [("UGA", "ENS/CTA/2026/0A1B2C3D")], secret=SECRET)
    found.write(tmp_path / "index")
    return lambda recipient: found.watch(tmp_path / "index", recipient)


def found(watch: Watch, *texts: str, excused: tuple[str, ...] = ()) -> dict[str, int]:
    return dict(leaks.leaks(watch, texts, excused=lambda: excused))


def test_an_identifier_of_another_is_a_leak(watch: Callable[[str], Watch]) -> None:
    assert found(watch("FRA"), "see KE/PERMIT/77") == {"permit or document": 1}


def test_its_owner_may_read_it(watch: Callable[[str], Watch]) -> None:
    assert found(watch("KEN"), "see KE/PERMIT/77") == {}


def test_what_two_owners_hold_is_no_leak_to_either(watch: Callable[[str], Watch]) -> None:
    for recipient, expected in (("KEN", {}), ("UGA", {}), ("FRA", 1)):
        assert expected == (sum(found(watch(recipient), "UGA-CASE-0042").values()) or {})


def test_what_the_recipient_sees_anyway_is_no_leak(watch: Callable[[str], Watch]) -> None:
    seen = pd.DataFrame({"permit_no": ["KE/PERMIT/77"], "vessel_imo": ["9074729"]}, dtype="str")

    assert found(watch("FRA"), "KE/PERMIT/77, IMO 9074729") != {}
    assert found(watch("FRA"), "KE/PERMIT/77, IMO 9074729", excused=tuple(shown(seen))) == {}


def test_of_what_a_recipient_sees_identifying_values_are_known_with_their_labels() -> None:
    seen = pd.DataFrame({"permit_no": ["88", None, "88"], "commodity": ["gold", "ivory", None], "item_no": [1, 2, 3]})

    assert list(shown(seen.astype({"commodity": "object"}))) == ["88", *labelled("permit_no", "88"), "gold", "ivory"]
    assert {"permit no 88", "permit number 88", "licence 88", "permis 88"} < {*shown(seen)}


def test_what_is_no_secret_is_asked_for_only_when_something_was_found(watch: Callable[[str], Watch]) -> None:
    asked: list[str] = []
    for text in ("nothing", "KE/PERMIT/77"):
        leaks.leaks(watch("FRA"), [text], excused=lambda text=text: asked.append(text) or [])

    assert asked == ["KE/PERMIT/77"]


def test_an_index_can_be_laid_down_again(
    store: Store, tmp_path: Path, records: Callable[..., pd.DataFrame], deliver: Deliver, policy: ReleasePolicy
) -> None:
    deliver(store, "KEN", records("KEN"), nil_return=("mining",))
    for name in ("ENS/CTA/2026/0A1B2C3D", "ENS/CTA/2026/4E5F6A7B"):
        index = leaks.index(store.snapshot(), policy, [("UGA", name)])
        index.write(tmp_path / "a" / "b")
        assert found(index.watch(tmp_path / "a" / "b", "FRA"), name) == {"edition": 1}


def test_a_longer_value_of_the_recipient_excuses_no_shorter_one(watch: Callable[[str], Watch]) -> None:
    assert found(watch("FRA"), "KE/PERMIT/77", excused=("KE/PERMIT/771",)) == {"permit or document": 1}


def test_short_values_need_their_label(watch: Callable[[str], Watch]) -> None:
    assert found(watch("FRA"), "88 incidents", "9074729 kg", "the permit of 88") == {}
    assert found(watch("FRA"), "Permit No. 88") == {"permit or document": 1}
    assert found(watch("FRA"), "IMO 9074729") == {"vessel or vehicle": 1}


def test_sentences_of_a_narrative_are_found(watch: Callable[[str], Watch]) -> None:
    told = "As it was told, the driver of the lorry ran into the river before the patrol came."

    assert found(watch("FRA"), told) == {"free text": 2}
    assert found(watch("FRA"), "The driver ran away before the patrol came near.") == {}


def test_editions_of_others_are_found(watch: Callable[[str], Watch]) -> None:
    assert found(watch("FRA"), "supersedes ENS/CTA/2026/0A1B2C3D") == {"edition": 1}
    assert found(watch("UGA"), "supersedes ENS/CTA/2026/0A1B2C3D") == {}


def test_submissions_and_records_are_found(watch: Callable[[str], Watch], store: Store) -> None:
    (ours, theirs) = store.snapshot().records[["record_id", "submission", "owner"]].sort_values("owner").itertuples(index=False)

    assert found(watch("KEN"), ours.record_id, ours.submission) == {}
    assert found(watch("KEN"), theirs.record_id, theirs.submission) == {"record": 1, "submission": 1}


def test_the_index_holds_no_value(watch: Callable[[str], Watch]) -> None:
    kept = b"".join(path.read_bytes() for path in watch("FRA").folder.iterdir())

    assert not any(word in kept.lower() for word in (b"permit", b"uga", b"ken", b"lorry", b"9074729"))


def test_another_run_has_other_digests(store: Store, watch: Callable[[str], Watch], policy: ReleasePolicy) -> None:
    assert watch("KEN").secret == SECRET
    one, other = (leaks.index(store.snapshot(), policy, []) for _ in range(2))

    assert set(one.rows["run"]).isdisjoint(other.rows["run"])
    assert len(one.secret) == len(other.secret) == 32


def test_records_of_other_families_are_watched(
    store: Store, tmp_path: Path, records: Callable[..., pd.DataFrame], deliver: Callable[..., str], policy: ReleasePolicy
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    person = {"reporting_country": ["UGA"], "subject_id": ["S-1"], "subject_type": ["person"], "family_name": ["Quillfeather"]}
    deliver(store, "UGA", pd.DataFrame(person, dtype="str"), contract="subjects")
    index = leaks.index(store.snapshot(), policy, [])
    index.write(tmp_path / "index")

    assert found(index.watch(tmp_path / "index", "KEN"), "Quillfeather was seen") == {"person or organisation": 1}


def test_an_edition_is_known_by_the_end_of_its_name(
    store: Store, tmp_path: Path, records: Callable[..., pd.DataFrame], deliver: Callable[..., str], policy: ReleasePolicy
) -> None:
    """Its name can have more words than any run; what an edition of the same series has in common with it is no trace."""
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    series = "what-an-event-changed-in-the-trade-of-a-region-RB-NAIROBI-en-2024-2025-p1a2b"
    index = leaks.index(store.snapshot(), policy, [("RB-NAIROBI", f"{series}-0a1b2c3d")])
    index.write(tmp_path / "index")
    watch = index.watch(tmp_path / "index", "KEN")

    assert found(watch, f"see {series}-0a1b2c3d") == {"edition": 1}
    assert found(watch, f"see {series}-4e5f6a7b") == {}
