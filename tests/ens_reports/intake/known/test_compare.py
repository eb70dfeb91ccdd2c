"""What a sender is told never shows a record that it may not see; what analysts are told stays with them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import plain
import pytest

from data_contracts.catalogue import CHECKS
from data_contracts.publish.synth import synth
from data_contracts.registry import CONTRACTS
from data_contracts.validate import validate
from ens_reports import intake
from ens_reports.intake.desk import Desk
from ens_reports.intake.known import compare as module
from ens_reports.intake.known.compare import Compared, Sent, compare
from ens_reports.intake.sheets.identify import Asked
from ens_reports.params import Project, Workspace, load
from ens_reports.store import Cover, Held, Sought, Store

TODAY = date(2026, 1, 15)
COVER = Cover(period_from=date(2025, 1, 1), period_to=date(2025, 12, 31), completeness="all_cases")
PLAIN = {"incident_date": "2025-03-10", "scientific_name": "Loxodonta africana", "quantity": "350", "unit": "kg", "origin_country": "UGA"}
KENYA = {**PLAIN, "incident_id": "KE-2025-0001", "reporting_country": "KEN", "transit_countries": "KEN", "destination_country": "VNM"}
VIETNAM = {**KENYA, "incident_id": "VN-88-1234", "reporting_country": "VNM", "incident_date": "2025-03-12", "transit_countries": "KEN;SGP"}
HIDDEN = [{"barred_recipients": "KEN"}, {"purpose": "investigation"}]
Row = dict[str, str]
Lay = Callable[..., Compared]


@pytest.fixture(scope="module")
def project() -> Project:
    return load(Path(__file__).parents[4])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def lay(store: Store, project: Project) -> Lay:
    """Lays rows of a party against what is in force, and stores them."""

    def send(party: str, *rows: Row, contract: str = "wildlife", cover: Cover = COVER) -> Compared:
        frame = pd.DataFrame([*rows], index=range(2, 2 + len(rows)), dtype="str")
        records = validate(frame, CONTRACTS[contract], today=TODAY).accepted
        desk = Desk(project=project, mappings=(), asked=Asked(), today=TODAY, beside=store)
        found = compare(Sent(records=records, party=party, contract=CONTRACTS[contract], mapping="m", cover=cover), desk)
        name = f"{party}-{len(store.submissions())}"
        sent = plain.submission(name, rows=len(rows), party=party, contract=contract, received_on=TODAY, cover=cover)
        store.commit(sent, found.records, frame.iloc[:0])
        return found

    return send


def told(found: Compared, *levels: int) -> list[tuple[str, str, list[int]]]:
    kept = [item for item in found.told if CHECKS[item.finding.check].level in (levels or (3, 4))]
    return [(item.finding.check, item.audience, item.finding.rows.tolist()) for item in kept]


def said(found: Compared) -> dict[str, str]:
    return found.told[0].finding.values  # noqa: PD011 - a finding is no frame


def test_both_ends_are_told_of_each_other_where_the_rules_allow_it(lay: Lay) -> None:
    lay("VNM", VIETNAM)
    found = lay("KEN", KENYA)
    assert told(found) == [("same_incident_elsewhere", "sender", [2])]
    assert said(found) == {"party": "", "signs": "route;date;goods;quantity"}


@pytest.mark.parametrize("handling", HIDDEN)
def test_what_rests_on_a_hidden_record_is_for_analysts(lay: Lay, store: Store, handling: Row) -> None:
    lay("VNM", {**VIETNAM, **handling, "other_references": "KE-2025-0001"})
    found = lay("KEN", KENYA)
    assert told(found) == [("same_incident_elsewhere", "analyst", [2])]
    record = str(store.records.held(["wildlife"], owner="VNM").latest(["record_id"])["record_id"].iloc[0])
    assert (found.told[0].about, said(found)["party"]) == (("VNM-0", record), "VNM")


def test_what_is_visible_is_told_the_same_beside_a_hidden_record_that_fits_better(lay: Lay) -> None:
    lay("VNM", VIETNAM, {**VIETNAM, "incident_id": "VN-88-9999", "barred_recipients": "KEN", "other_references": "KE-2025-0001"})
    found = lay("KEN", KENYA)
    assert told(found) == [("same_incident_elsewhere", "sender", [2]), ("same_incident_elsewhere", "analyst", [2])]
    assert said(found)["signs"] == "route;date;goods;quantity"


def test_an_owner_that_opened_its_record_is_named(lay: Lay) -> None:
    lay("VNM", {**VIETNAM, "consortium": "yes"})
    assert said(lay("KEN", KENYA))["party"] == "VNM"


def test_contradictions_of_the_two_ends(lay: Lay) -> None:
    lay("VNM", {**VIETNAM, "permit_no": "KWS-2025-77", "quantity": "900", "outcome": "acquitted"})
    found = lay("KEN", {**KENYA, "permit_no": "KWS 2025 77", "outcome": "convicted"})
    assert [check for check, *_ in told(found)] == ["same_incident_elsewhere", "quantity_contradicts", "outcome_contradicts"]
    assert [item.finding.field for item in found.told] == ["", "quantity", "outcome"]


def test_silence_of_another_party_is_for_analysts_alone(lay: Lay) -> None:
    lay("VNM", {**VIETNAM, "incident_date": "2025-09-01"})
    assert told(lay("KEN", KENYA)) == [("export_without_import", "analyst", [2])]


def test_silence_outside_the_time_that_a_party_reported_on_is_none(lay: Lay) -> None:
    lay("VNM", {**VIETNAM, "incident_date": "2025-09-01"}, cover=Cover())
    lay("UGA", {**VIETNAM, "reporting_country": "UGA", "incident_date": "2024-03-01"})
    assert told(lay("KEN", {**KENYA, "incident_date": "2024-06-10"})) == []


def test_goods_that_nobody_saw_leave(lay: Lay) -> None:
    lay("UGA", {**VIETNAM, "reporting_country": "UGA", "incident_date": "2025-10-01"})
    assert told(lay("KEN", KENYA)) == [("import_without_export", "analyst", [2])]


def test_a_corrected_file_is_compared_with_the_first(lay: Lay) -> None:
    lay("KEN", KENYA)
    found = lay("KEN", {**KENYA, "unit": "g"})
    assert told(found) == [("file_resends", "sender", []), ("quantity_slipped", "sender", [2])]
    assert found.resends == "KEN-0"


def test_an_incident_under_two_contracts_is_told(lay: Lay) -> None:
    lay("KEN", KENYA)
    plain = {name: KENYA[name] for name in ("incident_id", "incident_date", "reporting_country")}
    assert told(lay("KEN", plain, contract="forestry")) == [("incident_numbers_shared", "sender", [2])]
    assert told(lay("KEN", {**plain, "crime_area": "wildlife"}, contract="incidents")) == [("incident_in_two_contracts", "sender", [2])]


def test_a_number_that_another_file_used_is_told(lay: Lay) -> None:
    rows = [{**KENYA, "incident_id": f"KE-{number}", "place_name": f"place {number}"} for number in range(1, 8)]
    lay("KEN", *rows[:4])
    found = lay("KEN", {**rows[3], "quantity": "2"}, *rows[4:])
    assert ("incident_in_two_files", "sender", [2]) in told(found)


def test_other_families_are_not_compared(store: Store, project: Project) -> None:
    desk = Desk(project=project, mappings=(), asked=Asked(), today=TODAY, beside=store)
    rows = pd.DataFrame({"reporting_country": ["KEN"]})
    assert compare(Sent(records=rows, party="KEN", contract=CONTRACTS["capacity"], mapping="", cover=COVER), desk).told == ()


@pytest.mark.parametrize(
    ("step", "function", "name", "others"),
    [
        ("history", "compare", "history", {"file_resends", "same_incident_elsewhere"}),
        ("between", "pair", "between", {"file_resends", "case_goes_back"}),
        ("earlier", "name_again", "identity", {"case_goes_back", "same_incident_elsewhere"}),
    ],
)
def test_a_comparison_that_crashes_is_named_and_the_others_run(
    lay: Lay, monkeypatch: pytest.MonkeyPatch, step: str, function: str, name: str, others: set[str]
) -> None:
    lay("VNM", VIETNAM)
    lay("KEN", {**KENYA, "outcome": "charged"})
    monkeypatch.setattr(getattr(module, step), function, lambda *_given, **_named: 1 / 0)
    found = lay("KEN", {**KENYA, "outcome": "detected"})
    crashes = [vars(item.finding)["values"]["name"] for item in found.told if item.finding.check == "check_crashed"]
    assert (crashes, {check for check, *_ in told(found)}) == ([name], others)


def _send(root: Path, project: Project, party: str, row: Row, name: str = "a.csv") -> intake.FileOutcome:
    place = Workspace(root)
    place.prepare()
    path = place.inbox / party / name
    path.parent.mkdir(parents=True, exist_ok=True)
    pd.DataFrame([row]).to_csv(path, index=False)
    return intake.take_in([path], workspace=place, project=project, contract="wildlife", today=TODAY)[0]


def _pack(outcome: intake.FileOutcome) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(outcome.feedback).iterdir())}


@pytest.mark.parametrize("handling", HIDDEN)
def test_a_hidden_record_changes_no_byte_of_what_the_sender_gets(tmp_path: Path, project: Project, handling: Row) -> None:
    """Neither when the file first comes, nor when it comes again corrected."""
    theirs = _send(tmp_path / "with", project, "VNM", {**VIETNAM, **handling, "other_references": "KE-2025-0001"})
    packs = {}
    for name in ("with", "without"):
        first = _send(tmp_path / name, project, "KEN", KENYA)
        again = _send(tmp_path / name, project, "KEN", {**KENYA, "quantity": "360"}, "b.csv")
        packs[name] = [_pack(first), _pack(again), first.findings, again.findings, first.status, first.submission, again.submission]
    assert packs["with"] == packs["without"]
    store = Store(tmp_path / "with")
    (kept,) = [item for item in store.told.findings(first.submission) if item.check == "same_incident_elsewhere"]
    assert (kept.audience, kept.about[0]) == ("analyst", theirs.submission)
    store.deletions.withdraw(theirs.submission, reason="x", at=TODAY)
    assert [item for item in store.told.findings(first.submission) if item.about] == []


def test_what_analysts_are_told_is_marked_where_it_is_printed(tmp_path: Path, project: Project) -> None:
    _send(tmp_path, project, "VNM", {**VIETNAM, "barred_recipients": "KEN"})
    outcome = _send(tmp_path, project, "KEN", KENYA)
    (line,) = [str(item) for item in outcome.details if item.audience == "analyst"]
    assert line.startswith("note    FOR ANALYSTS ONLY ")


def test_without_a_ledger_the_comparisons_say_that_they_were_skipped(tmp_path: Path, project: Project) -> None:
    path = tmp_path / "a.csv"
    pd.DataFrame([KENYA]).to_csv(path, index=False)
    outcome = intake.check(path, project=project, party="KEN", contract="wildlife", today=TODAY, workspace=tmp_path)
    said = {item.check: item.message for item in outcome.details if item.check in {"history_skipped", "between_skipped"}}
    assert said == {
        "history_skipped": "The file was not compared with what was sent before: there is no store yet in this workspace.",
        "between_skipped": "The file was not compared with what other parties sent: there is no store yet in this workspace.",
    }
    assert not (tmp_path / "store").exists()


def test_check_compares_and_stores_nothing(tmp_path: Path, project: Project) -> None:
    _send(tmp_path, project, "KEN", KENYA)
    path = tmp_path / "b.csv"
    pd.DataFrame([{**KENYA, "quantity": "350000"}]).to_csv(path, index=False)
    outcome = intake.check(path, project=project, party="KEN", contract="wildlife", today=TODAY, workspace=tmp_path)
    assert {"file_resends", "quantity_slipped"} <= {item.check for item in outcome.details}
    assert len(Store(tmp_path).submissions()) == 1


def _synthetic(country: str, seed: int) -> list[Row]:
    """Records with numbers that those of other countries have too, in other spellings."""
    random = np.random.default_rng(seed)
    frame = synth("wildlife", country=country, rows=150, seed=3, years=range(2024, 2026))
    spelt = ["KWS/2024-{0}", "kws 2024 {0}; T-{0}", "№ {0}", "KW\u017f2024{0}", "ßx{0}", "{0}{0}{0}"]
    for name in ("other_references", "permit_no", "marking_numbers"):
        numbers = [spelt[random.integers(len(spelt))].format(random.integers(100, 160)) for _ in range(len(frame))]
        frame[name] = pd.Series(numbers, index=frame.index, dtype="str").where(random.random(len(frame)) < 0.4)
    return [{name: value for name, value in row.items() if pd.notna(value)} for row in frame.to_dict("records")]


def test_what_is_not_read_of_others_changes_nothing(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    near = Held.near

    def few(held: Held, sought: list[Sought], columns: list[str]) -> pd.DataFrame:
        read.append(len(near(held, sought, columns)))
        return near(held, sought, columns)

    def everything(held: Held, _sought: list[Sought], columns: list[str]) -> pd.DataFrame:
        return held.latest(columns)

    for seed, country in enumerate(["VNM", "CHN", "UGA", "TZA"]):
        lay(country, *_synthetic(country, seed))
    findings = []
    for way in (few, everything):
        monkeypatch.setattr(Held, "near", way)
        found = lay("KEN", *_synthetic("KEN", 9))
        findings.append(
            [
                (item.finding.check, item.audience, item.about, vars(item.finding)["values"], item.finding.rows.tolist())
                for item in found.told
                if item.about
            ]
        )
    assert findings[0] == findings[1]
    assert {check for check, *_ in findings[0]} >= {"same_incident_elsewhere", "quantity_contradicts", "export_without_import"}
    assert 0 < read[0] < 500
