"""Files through the whole of intake, in a workspace of their own."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlsxwriter

from ens_reports import intake
from ens_reports.errors import RequestError
from ens_reports.intake import FileOutcome
from ens_reports.intake import run as module
from ens_reports.params import Project, Workspace, load
from ens_reports.store import Store

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 1, 15)
CSV = """Case number;Date of seizure;Species;Quantity;Unit;Country of origin
K1;31/12/2025;Manis spp.;3,5;kg;Uganda
K2;30/12/2025;Loxodonta africana;2;pcs;
"""


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    place = Workspace(tmp_path / "with spâce")
    place.prepare()
    return place


def put(workspace: Workspace, name: str, content: bytes | str, party: str = "KEN") -> Path:
    path = workspace.inbox / party / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def take_in(workspace: Workspace, project: Project, *paths: Path, **more: str) -> list[FileOutcome]:
    return intake.take_in(paths or None, workspace=workspace, project=project, today=TODAY, **more)


def sums(outcome: FileOutcome) -> tuple[str, int, int, int, int]:
    return outcome.status, outcome.rows_read, outcome.rows_accepted, outcome.rows_rejected, outcome.rows_duplicate


def checks(outcome: FileOutcome) -> set[str]:
    return {item.check for item in outcome.details}


def test_the_whole_inbox(workspace: Workspace, project: Project) -> None:
    put(workspace, "a.csv", CSV)
    put(workspace, "a.csv.cover.yaml", "period_from: 2025-01-01\nperiod_to: 2025-12-31\n")
    seen: list[tuple[int, int, str]] = []
    outcomes = intake.take_in(None, workspace=workspace, project=project, today=TODAY, progress=lambda *told: seen.append(told))
    assert [(sums(item), item.party, item.contract) for item in outcomes] == [(("accepted", 2, 2, 0, 0), "KEN", "wildlife")]
    assert seen == [(1, 1, "a.csv")]
    snapshot = Store(workspace.root).snapshot()
    assert snapshot.submissions[0].cover.period_from == date(2025, 1, 1)
    assert snapshot.submissions[0].id == outcomes[0].submission


def test_the_same_file_again_under_another_name_is_a_duplicate(workspace: Workspace, project: Project) -> None:
    first = take_in(workspace, project, put(workspace, "a.csv", CSV))[0]
    again = take_in(workspace, project, put(workspace, "renamed.csv", CSV))[0]
    assert sums(again) == ("duplicate", 2, 0, 0, 2)
    assert again.submission == first.submission
    assert len(Store(workspace.root).submissions()) == 1


def test_known_records_in_another_file_are_duplicates_and_changed_ones_revisions(workspace: Workspace, project: Project) -> None:
    take_in(workspace, project, put(workspace, "a.csv", CSV))
    more = CSV.replace("3,5", "4,5") + "K3;29/12/2025;Panthera leo;1;pcs;\n"
    outcome = take_in(workspace, project, put(workspace, "b.csv", more))[0]
    assert sums(outcome) == ("accepted", 3, 2, 0, 1)
    assert {"records_known", "records_revised"} <= checks(outcome)
    store = Store(workspace.root)
    assert len(store.records.in_force("KEN")) == 3


def test_rows_that_cannot_be_placed_wait_in_quarantine_as_they_came(workspace: Workspace, project: Project) -> None:
    outcome = take_in(workspace, project, put(workspace, "a.csv", CSV + "K3;soon;Panthera leo;1;pcs;\nTotal;;;7;;\n"))[0]
    assert sums(outcome) == ("partly_accepted", 4, 2, 2, 0)
    assert outcome.exit_code == 3
    kept = Store(workspace.root).quarantine(outcome.submission)
    assert kept["source_row"].tolist() == [4, 5]
    assert kept["2 Date of seizure"].tolist() == ["soon", ""]


def test_two_sheets_of_records_are_two_submissions(workspace: Workspace, project: Project) -> None:
    path = workspace.inbox / "CMR" / "a.xlsx"
    path.parent.mkdir()
    with xlsxwriter.Workbook(path) as book:
        for number, name in enumerate(("Janvier", "Février")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Numéro de dossier", "Date de saisie", "Espèce", "Quantité"])
            sheet.write_row(1, 0, [f"C{number}", "2025-01-02", "Manis spp.", 3])
        book.add_worksheet("Notes").write(0, 0, "Rien")
    outcomes = take_in(workspace, project)
    assert [sums(item) for item in outcomes] == [("accepted", 1, 1, 0, 0)] * 2
    assert len({item.submission for item in outcomes}) == 2
    assert "sheet_not_read" in checks(outcomes[0])
    assert [item.status for item in take_in(workspace, project)] == ["duplicate", "duplicate"]


def test_a_nil_return(workspace: Workspace, project: Project) -> None:
    path = workspace.inbox / "MAR" / "neant.xlsx"
    path.parent.mkdir()
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Couverture")
        sheet.write_row(0, 0, ["État néant", "mining"])
        sheet.write_row(1, 0, ["Période du", "2025-01-01"])
    outcome = take_in(workspace, project)[0]
    assert (sums(outcome), outcome.contract) == (("nil_return", 0, 0, 0, 0), "mining")
    assert take_in(workspace, project)[0].status == "duplicate"
    assert Store(workspace.root).snapshot().submissions[0].cover.nil_return == ("mining",)


ODD = {
    "empty.csv": b"",
    "report.xlsx": b"%PDF-1.7",
    "half.xlsx": b"PK\x03\x04 and then nothing",
    "half.json": b'[{"date": "2025',
    "locked.xlsx": b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    "header only.csv": CSV.encode().partition(b"\n")[0],
    "no records.json": b"[]",
    "unknown.csv": b"a,b\n1,2\n",
    "words.csv": b"just words\n",
}
"""Files of which nothing can be taken in."""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory, project: Project) -> dict[str, FileOutcome]:
    """All of them taken in at once, with a link beside them, in the order of their names."""
    place = Workspace(tmp_path_factory.mktemp("odd"))
    place.prepare()
    for name, content in ODD.items():
        put(place, name, content)
    put(place, "own.csv", CSV, party="UGA")
    (place.inbox / "KEN" / "link.csv").symlink_to(place.inbox / "UGA" / "own.csv")
    (place.inbox / "KEN" / "nowhere.csv").symlink_to("gone")
    return {Path(outcome.path).name: outcome for outcome in take_in(place, project)}


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("empty.csv", "file_empty"),
        ("report.xlsx", "format_unknown"),
        ("half.xlsx", "file_damaged"),
        ("half.json", "json_damaged"),
        ("locked.xlsx", "password_needed"),
        ("link.csv", "file_is_link"),
        ("nowhere.csv", "file_is_link"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_to_its_sender(odd: dict[str, FileOutcome], name: str, check: str) -> None:
    outcome = odd[name]
    assert (sums(outcome), outcome.exit_code) == (("unreadable", 0, 0, 0, 0), 3)
    assert check in checks(outcome)
    assert {item.name for item in Path(outcome.feedback).iterdir()} == {"findings.json", "feedback.html", "feedback.xlsx", "receipt.html"}


@pytest.mark.parametrize(
    ("name", "check", "read"),
    [
        ("unknown.csv", "contract_unknown", 1),
        ("words.csv", "header_not_found", 1),
        ("header only.csv", "records_none", 0),
        ("no records.json", "records_none", 0),
        ("own.csv", "", 2),
    ],
)
def test_a_table_without_known_records_is_rejected(odd: dict[str, FileOutcome], name: str, check: str, read: int) -> None:
    outcome = odd[name]
    assert outcome.rows_read == read
    assert (outcome.status == "rejected") == bool(check)
    assert not check or check in checks(outcome)


def test_each_of_two_links_has_its_own_answer(odd: dict[str, FileOutcome]) -> None:
    """Nothing is read of what a link leads to, not even its digest."""
    assert len({odd[name].sha256 for name in ("link.csv", "nowhere.csv", "own.csv")}) == 3
    assert odd["link.csv"].feedback != odd["nowhere.csv"].feedback


def test_a_file_that_is_gone_since_it_was_listed_stops_no_other(
    workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [put(workspace, "a.csv", CSV), put(workspace, "b.csv", b"")]
    monkeypatch.setattr(module, "_files", lambda *_: [paths[0].with_name("gone.csv"), *paths[1:]])
    assert [sorted(checks(item) - {"cover_missing"}) for item in take_in(workspace, project)] == [["file_not_opened"], ["file_empty"]]


def test_names_of_files_can_be_shown(workspace: Workspace, project: Project) -> None:
    """A line break, a turn of direction, a byte that is no letter: all are written out; the file is read all the same."""
    path = put(workspace, "\u202ea\n\udcff.csv", CSV)
    told: list[str] = []
    outcome = intake.take_in([path], workspace=workspace, project=project, today=TODAY, progress=lambda *item: told.append(item[2]))[0]
    assert (outcome.status, told) == ("accepted", [r"\u202ea\n\udcff.csv"])
    assert outcome.path.endswith(r"\u202ea\n\udcff.csv")
    assert Store(workspace.root).submissions()[0].file_name == r"\u202ea\n\udcff.csv"
    assert r"\u202ea\n\udcff.csv" in (Path(outcome.feedback) / "receipt.html").read_text(encoding="utf-8")


def test_check_looks_at_every_sheet_and_tells_of_hidden_records(workspace: Workspace, project: Project) -> None:
    path = workspace.inbox / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, day in (("One", "2025-01-02"), ("Two", "soon"), ("List", "")):
            sheet = book.add_worksheet(name)
            if day:
                sheet.write_row(0, 0, ["Case number", "Date of seizure", "Species", "Quantity"])
                sheet.write_row(1, 0, [name, day, "Manis spp.", 3])
            else:
                sheet.write(0, 0, "kg")
            if name != "One":
                sheet.hide()
    outcome = intake.check(path, project=project, party="KEN", today=TODAY)
    assert (sums(outcome), outcome.exit_code) == (("partly_accepted", 2, 1, 1, 0), 3)
    assert [item.sheet for item in outcome.details if item.check == "sheet_hidden"] == ["Two"]
    assert [item.sheet for item in outcome.details if item.check == "date_unreadable"] == ["Two"]


def test_a_file_of_no_known_party(workspace: Workspace, project: Project, tmp_path: Path) -> None:
    stray = tmp_path / "a.csv"
    stray.write_text(CSV, encoding="utf-8")
    for path in (put(workspace, "a.csv", CSV, party="Nobody"), stray):
        outcome = take_in(workspace, project, path)[0]
        assert sums(outcome) == ("rejected", 2, 0, 2, 0)
        assert "party_unknown" in checks(outcome)
        assert outcome.feedback == ""
    assert take_in(workspace, project, stray, party="KEN")[0].status == "accepted"


def test_nul_characters_and_short_rows_do_not_end_the_run(workspace: Workspace, project: Project) -> None:
    outcome = take_in(workspace, project, put(workspace, "a.csv", CSV + "K3;2025-01-\x0001;Panthera leo\n"))[0]
    assert sums(outcome) == ("accepted", 3, 3, 0, 0)
    assert {"nul_characters", "rows_short"} <= checks(outcome)


def test_check_stores_and_writes_nothing(workspace: Workspace, project: Project) -> None:
    path = put(workspace, "a.csv", CSV)
    outcome = intake.check(path, project=project, today=TODAY)
    assert (sums(outcome), outcome.submission, outcome.feedback) == (("accepted", 2, 2, 0, 0), "", "")
    assert [item.name for item in workspace.root.rglob("*") if item.is_file()] == ["a.csv"]


def test_a_path_a_party_or_a_mapping_that_there_is_not(workspace: Workspace, project: Project) -> None:
    path = put(workspace, "a.csv", CSV)
    for more in ({"party": "KNE"}, {"mapping": "helkom"}, {"contract": "wildlif"}):
        with pytest.raises(RequestError):
            take_in(workspace, project, path, **more)
    with pytest.raises(RequestError, match=r"must be a file or folder, got nothing there$"):
        take_in(workspace, project, path.with_name("b.csv"))


def test_a_mapping_of_the_project_recognises_its_file(workspace: Workspace, project: Project, tmp_path: Path) -> None:
    path = tmp_path / "any.csv"
    path.write_text("HELCOM_ID,Country,Year,Date,Spill_cat,EstimVol_m\n1,Finlandnland,1998,NA,OIL,0.5\n", encoding="utf-8")
    outcome = take_in(workspace, project, path)[0]
    assert (outcome.party, outcome.mapping, sums(outcome)) == ("HELCOM", "helcom", ("accepted", 1, 1, 0, 0))


def test_feedback_speaks_the_sender_s_language_and_runs_no_formula(workspace: Workspace, project: Project) -> None:
    """A cell of the sender's that begins with = comes back as text, at its old address."""
    content = CSV + '"=1+1";soon;<script>alert(1)</script>;1;pcs;\n'
    (workspace.inbox / "KEN").mkdir()
    path = put(workspace, "a.csv", content)
    put(workspace, "a.csv.cover.yaml", "reply_language: ar\n")
    folder = Path(take_in(workspace, project, path)[0].feedback)
    page = (folder / "feedback.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    sheet = openpyxl.load_workbook(folder / "feedback.xlsx")["a"]
    assert [sheet["A4"].value, sheet["C4"].value] == ["=1+1", "<script>alert(1)</script>"]
    assert sheet["A4"].data_type == "s"
    found = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert found["rows_read"] == found["rows_accepted"] + found["rows_rejected"] + found["rows_duplicate"] == 3
    assert [item["rows"] for item in found["findings"] if item["check"] == "date_unreadable"] == ["4"]


def test_feedback_has_the_same_bytes_for_the_same_file(workspace: Workspace, project: Project, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    other.prepare()
    packs = []
    for place in (workspace, other):
        folder = Path(take_in(place, project, put(place, "a.csv", CSV))[0].feedback)
        packs.append({item.name: item.read_bytes() for item in folder.iterdir()})
    assert packs[0] == packs[1]


def test_outcomes_hold_no_value_of_a_record(workspace: Workspace, project: Project) -> None:
    told = "Zanthoxylum secretum"
    outcome = take_in(workspace, project, put(workspace, "a.csv", CSV + f"K9;soon;{told};{told};{told};{told}\n"))[0]
    assert told not in json.dumps(outcome.row())


def test_records_are_typed(workspace: Workspace, project: Project) -> None:
    take_in(workspace, project, put(workspace, "a.csv", CSV))
    frame = pd.read_parquet(next((workspace.store / "records").glob("*.parquet")))
    first = frame.set_index("incident_id").loc["K1"]
    assert (first["quantity"], first["origin_country"], first["date_precision"], first["record_class"]) == (3.5, "UGA", "day", "police")
