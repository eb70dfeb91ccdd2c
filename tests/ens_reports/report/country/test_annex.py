import reading
import worlds

from ens_reports.report.blocks import Attachment
from ens_reports.report.view import Change


def test_own_records_are_attached_when_there_are_some(write) -> None:  # noqa: ANN001 - a fixture
    (attached,) = [block for block in write(worlds.World(own=3, first_year=2024), "annex") if isinstance(block, Attachment)]
    assert (attached.name, attached.mime_type.rsplit(".", 1)[-1]) == ("own-records-KEN.xlsx", "sheet")
    assert not [block for block in write(worlds.World(own=0, others=9), "annex") if isinstance(block, Attachment)]


def test_only_own_submissions_are_named(write) -> None:  # noqa: ANN001 - a fixture
    assert [row[0] for row in reading.rows(write(worlds.World(own=3), "annex"), "submissions")] == ["KEN-wildlife-0a1b2c3d4e"]


def test_code_lists_carry_their_dates(write) -> None:  # noqa: ANN001 - a fixture
    assert any("countries (2026-01-01)" in line for line in reading.paragraphs(write(worlds.World(own=0), "annex")))


def test_changes_stand_with_the_own_submissions_behind_them(write) -> None:  # noqa: ANN001 - a fixture
    before = (Change(measure="incidents", value=1), Change(measure="submission:KEN-wildlife-0", value=4))
    blocks = write(worlds.World(own=40, previous=before), "annex")
    assert [row[:2] for row in reading.rows(blocks, "causes")] == [["KEN-wildlife-0", "4"], ["KEN-wildlife-0a1b2c3d4e", "0"]]
    assert any(line.startswith("Incidents went from 1 to ") for line in reading.paragraphs(blocks))
