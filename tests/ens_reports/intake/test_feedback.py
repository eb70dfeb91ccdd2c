import json
from pathlib import Path

from answers_back import SCRIPT, make_answer

from ens_reports.intake.feedback import findings_json, write_feedback


def test_findings_hold_all_rows_and_samples_and_no_folder() -> None:
    document = json.loads(findings_json(make_answer()))
    assert [(item["check"], item["rows"], item["sample"]) for item in document["findings"]] == [
        ("year_disagrees", [3], [SCRIPT]),
        ("missing.origin_country", [2, 3], []),
    ]
    assert document["file"] == f"{SCRIPT}.csv"
    assert "path" not in document


def test_a_pack_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "KEN" / "s"
    folder.mkdir(parents=True)
    (folder / "old.txt").write_text("old")
    write_feedback(folder, make_answer())
    assert sorted(item.name for item in folder.iterdir()) == ["feedback.html", "feedback.xlsx", "findings.json", "receipt.html"]
