from datetime import date
from pathlib import Path

import small

from data_contracts.publish.synth import AREAS
from ens_reports import intake, synthetic
from ens_reports.params import load


def test_all_rows_are_shared_out_among_the_countries() -> None:
    shares = list(synthetic.shares(countries=7, rows=1000, seed=1))

    assert sum(share.rows for share in shares) == 1000
    assert len({share.country for share in shares}) <= 7
    assert {share.area for share in shares} <= set(AREAS)


def test_equal_seeds_give_equal_files_each_marked_as_synthetic(tmp_path: Path) -> None:
    first = synthetic.write(tmp_path / "one", countries=2, rows=30, seed=4)
    second = synthetic.write(tmp_path / "two", countries=2, rows=30, seed=4)

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert all(path.read_text().startswith(f"{synthetic.MARK}\n") for path in first)
    assert all("synthetic: 'yes'" in path.with_name(f"{path.name}.cover.yaml").read_text() for path in first)
    assert all(len(path.parent.name) == 3 for path in first)


def test_intake_accepts_every_row(tmp_path: Path) -> None:
    files = synthetic.write(tmp_path / "inbox", countries=1, rows=20, seed=2)
    project = load(small.REPOSITORY)

    outcomes = [intake.check(path, project=project, party=path.parent.name, today=date(2026, 1, 20)) for path in files]

    assert sum(outcome.rows_accepted for outcome in outcomes) == 20
