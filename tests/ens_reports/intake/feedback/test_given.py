from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import plain
import pytest
from answers_back import make_kept
from mapped import make_table

from data_contracts.registry import CONTRACTS
from ens_reports.intake.desk import Desk, Known
from ens_reports.intake.feedback.given import cover_again, earlier, given
from ens_reports.intake.feedback.returned import Line, Returned
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.prepare import without_place
from ens_reports.intake.sheets.cover import CoverRead
from ens_reports.intake.sheets.identify import Asked
from ens_reports.intake.sheets.recognise import Recognised
from ens_reports.params import load
from ens_reports.store import Cover, KeptFinding, Store

ROOT = Path(__file__).parents[4]
DAY = date(2026, 1, 15)
TABLE = make_table({"Pays": ["x"]})
OPEN = KeptFinding(check="country_not_listed", field="origin_country", header="Pays")
LINE = Line(
    kind="corrections",
    keys={"check": "country_not_listed", "field": "origin_country", "header": "Pays"},
    entry="Not available",
    words="",
    row=5,
    column=8,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(project=load(ROOT), mappings=(), asked=Asked(), today=DAY, store=Store(tmp_path))


@pytest.fixture
def item() -> Recognised:
    mapping = Mapping.model_validate(
        {"name": "m", "party": "KEN", "contract": "wildlife", "title": "t", "recognises": {"headers": ["x"]}, "columns": {}}
    )
    return Recognised(table=TABLE, mapping=mapping, contract=CONTRACTS["wildlife"])


def send(desk: Desk, name: str, party: str = "KEN", file_name: str = "a.csv", cover: Cover | None = None, **more: object) -> None:
    submission = plain.submission(name, rows=0, party=party, file_name=file_name, received_on=DAY, cover=cover or Cover())
    assert desk.store is not None
    desk.store.commit(submission, pd.DataFrame(), pd.DataFrame(), **more)  # type: ignore[arg-type]  # findings and answers


def known(submission: str | None = None, *lines: Line, name: str = "b.csv", again: bool = False) -> Known:
    back = None if submission is None else Returned(submission=submission, sheet="", lines=tuple((TABLE.sheet, line) for line in lines))
    cover = CoverRead(cover=Cover(), present=False)
    return Known(path=Path(name), sha256="x", party="KEN", cover=cover, found=(), returned=back, cover_again=again)


def test_what_was_said_before_holds_without_anything_new(desk: Desk, item: Recognised) -> None:
    kept = make_kept("country_not_listed", "origin_country", "Pays")
    send(desk, "KEN-1", answered=[kept])
    said = given(item, known(), desk, party="KEN", submission="KEN-2")
    assert (said.answers, said.brought, said.found) == ((kept,), (), ())


def test_the_same_answer_again_is_not_kept_twice(desk: Desk, item: Recognised) -> None:
    kept = make_kept("country_not_listed", "origin_country", "Pays")
    send(desk, "KEN-1", answered=[kept])
    said = given(item, known("KEN-1", LINE), desk, party="KEN", submission="KEN-2")
    assert (said.answers, said.brought) == ((kept,), ())
    assert [dict(vars(one.finding)["values"]) for one in said.found] == [{"number": "1", "submission": "KEN-1"}]


@pytest.mark.parametrize("submission", ["UGA-1", "KEN-9", "", "@UGA/wildlife", "@UGA/", "@KEN/mining"])
def test_answers_made_for_another_sender_or_for_nothing_that_is_here(desk: Desk, item: Recognised, submission: str) -> None:
    send(desk, "UGA-1", party="UGA")
    said = given(item, known(submission, LINE), desk, party="KEN", submission="KEN-2")
    assert (said.answers, [one.finding.check for one in said.found]) == ((), ["answers_of_other"])


@pytest.mark.parametrize("submission", ["@KEN/wildlife", "@KEN/"])
def test_a_pack_of_a_check_that_stored_nothing_can_be_answered_by_whom_it_was_made_for(
    desk: Desk, item: Recognised, submission: str
) -> None:
    said = given(item, known(submission, LINE), desk, party="KEN", submission="KEN-2")
    assert [one.submission for one in said.brought] == ["KEN-2"]
    assert [dict(vars(one.finding)["values"]) for one in said.found] == [{"number": "1", "submission": "-"}]


def test_a_file_replaces_the_submission_whose_workbook_came_back_or_whose_records_it_holds_or_of_its_name(
    desk: Desk, item: Recognised
) -> None:
    send(desk, "KEN-1", file_name="a.csv", found=[OPEN, KeptFinding(check="x", audience="analyst")])
    send(desk, "KEN-2", file_name="b.csv")
    send(desk, "KEN-3", file_name="c.csv")
    send(desk, "UGA-1", party="UGA", file_name="z.csv")
    resends = [without_place("file_resends", values={"submission": "KEN-3"})]

    def replaced(one: Known, found: list[object]) -> str:
        before = earlier(item, one, desk, party="KEN", found=found)  # type: ignore[arg-type]
        return before.submission if before else ""

    assert replaced(known("KEN-1"), resends) == "KEN-1"  # type: ignore[arg-type]
    assert replaced(known("UGA-1"), resends) == "KEN-3"  # type: ignore[arg-type]
    assert replaced(known(), []) == "KEN-2"
    assert replaced(known(name="z.csv"), []) == ""
    before = earlier(item, known("KEN-1"), desk, party="KEN", found=())
    assert before is not None
    assert before.found == (OPEN,)


def test_a_finding_about_the_cover_is_not_fixed_by_a_workbook_without_one(desk: Desk, item: Recognised) -> None:
    about = KeptFinding(check="period_missing", field="period_from")
    send(desk, "KEN-1", found=[OPEN, about])
    for again, expected in ((True, (OPEN,)), (False, (OPEN, about))):
        before = earlier(item, known("KEN-1", again=again), desk, party="KEN", found=())
        assert before is not None
        assert before.found == expected


def test_the_cover_of_the_submission_holds_for_its_workbook_of_the_same_sender(desk: Desk) -> None:
    send(desk, "KEN-1", cover=Cover(confidentiality="restricted"))
    none, own = CoverRead(cover=Cover(), present=False), CoverRead(cover=Cover(), present=True)
    back = Returned(submission="KEN-1", sheet="", lines=())
    assert cover_again(none, back, desk, party="KEN").cover.confidentiality == "restricted"
    assert cover_again(none, back, desk, party="UGA") is none
    assert cover_again(none, None, desk, party="KEN") is none
    assert cover_again(own, back, desk, party="KEN") is own


def test_without_a_store_nothing_is_looked_up(item: Recognised) -> None:
    desk = Desk(project=SimpleNamespace(), mappings=(), asked=Asked(), today=DAY)  # type: ignore[arg-type]  # not asked
    assert given(item, known(), desk, party="KEN", submission="").answers == ()
    assert earlier(item, known(), desk, party="KEN", found=()) is None
