from pathlib import Path

import pandas as pd
import pytest

from ens_reports.report import view
from ens_reports.report.view import FRAMES, View, open_view

SENT = pd.DataFrame({"own": [True]})
OTHERS = pd.DataFrame({"own": [False]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    facts = view.Facts.model_validate(
        {
            "product": "country-threat-assessment",
            "level": "strategic",
            "recipient": "KEN",
            "recipient_kind": "country",
            "language": "en",
            "languages_available": ["en"],
            "reference": "R",
            "marking": "M",
            "period": {"first_year": 2024, "last_year": 2025, "history_from": 2021},
            "period_moved": False,
            "cut_off": "2026-01-01",
            "synthetic": True,
            "threshold": 3,
            "min_owners": 3,
            "dominance": 0.8,
        }
    )
    view.write_facts(tmp_path, facts)
    for name in FRAMES:
        (OTHERS if name == "others" else SENT).to_parquet(tmp_path / f"{name}.parquet")
    return tmp_path


def opened(folder: Path) -> View:
    return open_view(folder, recipient="KEN", language="en")


def test_a_frame_is_read_when_it_is_asked_for_and_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, found = [], opened(folder)
    opening = view.pq.ParquetFile
    monkeypatch.setattr(view.pq, "ParquetFile", lambda path: read.append(path.name) or opening(path))
    found.capacity, found.capacity, found.persons  # noqa: B018 - reads

    assert read == ["capacity.parquet", "persons.parquet"]


def test_it_is_read_wherever_the_notebook_has_gone_by_then(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = open_view(".", recipient="KEN", language="en")
    monkeypatch.chdir("/")

    assert found.regional["own"].tolist() == [True]


@pytest.mark.parametrize("name", ["incidents", "submissions"])
def test_others_records_beside_own_ones_are_refused(folder: Path, name: str) -> None:
    OTHERS.to_parquet(folder / f"{name}.parquet")

    with pytest.raises(ValueError, match=f"{name} of a view must be the recipient's own, got others'"):
        getattr(opened(folder), name)
    frames = dict.fromkeys(FRAMES, SENT) | {name: OTHERS}
    with pytest.raises(ValueError, match=f"{name} of a view must be the recipient's own, got others'"):
        View(facts=opened(folder).facts, **frames)


def test_what_a_view_does_not_have_is_told(folder: Path) -> None:
    with pytest.raises(AttributeError, match=r"a view has incidents, others, .*, got incident$"):
        opened(folder).incident  # noqa: B018 - reads
