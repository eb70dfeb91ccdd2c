import json
from dataclasses import replace
from pathlib import Path

from answers_back import SCRIPT, make_answer, make_kept

from ens_reports.intake.feedback.earlier_sent import Earlier
from ens_reports.intake.feedback.workbook import Book
from ens_reports.intake.feedback.write import findings_json, write_feedback
from ens_reports.store import KeptFinding

BOOK = Book(content=b"", kind="annotated", lost=("charts",))


def test_findings_hold_all_rows_and_samples_and_no_folder() -> None:
    document = json.loads(findings_json(make_answer(), BOOK))
    found = [(item["check"], item["state"], item["rows"], item["cells"], item["sample"]) for item in document["findings"]]
    assert found == [
        ("year_disagrees", "open", "3", ["B3"], [SCRIPT]),
        ("missing.origin_country", "open", "2-3", ["2:3"], []),
    ]
    assert (document["schema"], document["file"], document["correct_by"]) == (2, f"{SCRIPT}.csv", "2026-02-14")
    assert document["workbook"] == {"kind": "annotated", "lost": ["charts"]}
    assert "path" not in document


def test_findings_say_what_was_answered_and_what_is_fixed() -> None:
    answer = make_answer()
    before = (KeptFinding(check="year_disagrees", header=SCRIPT, column=1, count=4), KeptFinding(check="date_unreadable", count=7))
    earlier = Earlier(submission="KEN-1", received_on=answer.received_on, found=before)
    document = json.loads(
        findings_json(replace(answer, answers=(make_kept("missing.origin_country", "origin_country"),), earlier=earlier), BOOK)
    )
    assert [(item["state"], item["since"], item["answer"].get("answer")) for item in document["findings"]] == [
        ("open", "still_open", None),
        ("answered", "new", "not_available"),
    ]
    assert [(item["check"], item["count"]) for item in document["fixed"]] == [("date_unreadable", 7)]
    assert (document["replaces"], document["to_correct"]) == ("KEN-1", 1)


def test_a_pack_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "KEN" / "s"
    folder.mkdir(parents=True)
    (folder / "old.txt").write_text("old")
    write_feedback(folder, make_answer())
    assert sorted(item.name for item in folder.iterdir()) == ["feedback.html", "feedback.xlsx", "findings.json", "receipt.html"]


def test_the_same_answer_gives_the_same_pack(tmp_path: Path) -> None:
    packs = []
    for name in ("a", "b"):
        write_feedback(tmp_path / name, make_answer("ar"))
        packs.append({item.name: item.read_bytes() for item in (tmp_path / name).iterdir()})
    assert packs[0] == packs[1]
