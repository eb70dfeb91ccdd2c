from datetime import date
from pathlib import Path

import pytest
import small
import yaml

from data_contracts.publish.synth import AREAS
from data_contracts.registry import SENT
from ens_reports import intake, synthetic
from ens_reports.errors import RequestError
from ens_reports.params import load
from ens_reports.synthetic import Wanted


def test_all_rows_are_shared_out_among_the_countries() -> None:
    shares = list(synthetic.shares(Wanted(countries=7, rows=1000, seed=1)))

    assert sum(share.rows for share in shares) == 1000
    assert len({share.country for share in shares}) == 7
    assert {share.area for share in shares} <= set(AREAS)


def test_equal_seeds_give_equal_files_each_marked_as_synthetic(tmp_path: Path) -> None:
    first = synthetic.write(tmp_path / "one", Wanted(countries=2, rows=30, seed=4))
    second = synthetic.write(tmp_path / "two", Wanted(countries=2, rows=30, seed=4))

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert all(path.read_text().startswith(f"{synthetic.MARK}\n") for path in first)
    assert all("synthetic: 'yes'" in path.with_name(f"{path.name}.cover.yaml").read_text() for path in first)
    assert all(len(path.parent.name) == 3 for path in first)


def test_intake_accepts_every_row(tmp_path: Path) -> None:
    files = synthetic.write(tmp_path / "inbox", Wanted(countries=1, rows=20, seed=2))
    project = load(small.REPOSITORY)

    outcomes = [intake.check(path, project=project, party=path.parent.name, today=date(2026, 1, 20)) for path in files]

    assert sum(outcome.rows_accepted for outcome in outcomes) == 20


def test_there_are_no_more_countries_than_members_or_rows() -> None:
    assert len({share.country for share in synthetic.shares(Wanted(countries=1000, rows=2000, seed=1))}) == 196
    assert [share.rows for share in synthetic.shares(Wanted(countries=9, rows=3, seed=1))] == [1, 1, 1]


def test_every_contract_can_be_asked_for(tmp_path: Path) -> None:
    wanted = Wanted(countries=1, rows=60, seed=3, contracts=tuple(SENT))
    shares = list(synthetic.shares(wanted))
    project = load(small.REPOSITORY)
    outcomes = {}
    for path in synthetic.write(tmp_path, wanted):
        outcome = intake.check(path, project=project, party=path.parent.name, today=date(2026, 1, 20))
        outcomes[outcome.contract] = (outcome.rows_read, outcome.rows_accepted)
    assert outcomes == {share.area: (share.rows, share.rows) for share in shares}


def test_a_file_with_faults_says_which_and_intake_finds_them(tmp_path: Path) -> None:
    (path,) = synthetic.write(tmp_path, Wanted(countries=1, rows=300, seed=3, contracts=("wildlife",), faults=0.1))
    told = yaml.safe_load(path.with_name(f"{path.name}.faults.yaml").read_text(encoding="utf-8"))
    outcome = intake.check(path, project=load(small.REPOSITORY), party=path.parent.name, today=date(2026, 1, 20))
    assert len(told) > 20
    assert {fault["check"] for fault in told} <= {detail.check for detail in outcome.details}
    assert outcome.rows_rejected == sum(fault["check"] in REJECTING for fault in told)


REJECTING = {"date_missing", "date_unreadable", "reporting_country_unreadable"}


def test_an_unknown_contract_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"^contract must be one of `ens contracts list`, got 'wood'"):
        synthetic.write(tmp_path, Wanted(countries=1, rows=3, seed=1, contracts=("wood",)))
