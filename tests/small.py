"""A small project to build editions of: one product, a notebook of six cells, synthetic records under a clock that stands still."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from data_contracts.publish.synth import synth
from data_contracts.registry import contract
from ens_reports import digest
from ens_reports.params import Workspace, load
from ens_reports.pipeline import Run
from ens_reports.store import Counts, Cover, Store, Submission, submission_id

REPOSITORY = Path(__file__).parents[1]
DAY = date(2026, 1, 20)
PRODUCT = """
name: small-picture
level: strategic
notebook: reports/small-picture.ipynb
title: A small picture
recipients: {rule: submitters}
parameters:
  top: {type: int, default: 3, help: How many commodities.}
"""
CELLS = (
    'recipient = "KEN"\nlanguage = "en"\ntop = 3',
    "from ens_reports import report\n\nview = report.open_view('view', recipient=recipient, language=language)\ntext = view.language.text",
    "report.cover(title='A small picture', subtitle=view.language.country(recipient), abstract=f'{len(view.incidents)} records')",
    "report.section('What is taken', basis='Basis: all records')\nreport.text('Seizures show where authorities looked and found.')",
    (
        "most = view.incidents['commodity'].value_counts().sort_index().sort_values(ascending=False, kind='stable').head(top)\n"
        "rows = [[name, str(number)] for name, number in most.items()]\n"
        "report.table(rows, columns=['Commodity', 'Records'], key='taken', caption='Commodities', source='Records held')"
    ),
    (
        "from matplotlib.figure import Figure\nchart = Figure(figsize=(4, 2))\n"
        "_ = chart.subplots().bar(range(len(most)), most.to_numpy())\n"
        "alt = 'Bars, one for each of the commodities.'\n"
        "report.figure(chart, key='bars', caption='Commodities by records', alt=alt, source='Records held')"
    ),
)


def make_project(root: Path) -> Path:
    """A project of one product with a small notebook, under the parties and rules of this repository."""
    (root / "params" / "products").mkdir(parents=True)
    for name in ("project.yaml", "parties.yaml", "release_policy.yaml", "pseudonyms.key"):
        shutil.copy(REPOSITORY / "params" / name, root / "params" / name)
    (root / "params" / "products" / "small-picture.yaml").write_text(PRODUCT)
    (root / "reports").mkdir()
    write_notebook(root, *CELLS)
    return root


def write_notebook(root: Path, *codes: str) -> None:
    """Write the product's notebook; the first cell is its parameters."""
    cells = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"cell-{number}",
            "metadata": {"tags": ["parameters"]} if number == 0 else {},
            "outputs": [],
            "source": code,
        }
        for number, code in enumerate(codes)
    ]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    (root / "reports" / "small-picture.ipynb").write_text(json.dumps(notebook))


def open_run(project: Path, workspace: Path) -> Run:
    """A run under a clock that stands still."""
    place = Workspace(workspace)
    place.prepare()
    store = Store(workspace, clock=lambda: datetime(2026, 1, 20, 8, tzinfo=UTC))
    return Run(workspace=place, project=load(project), store=store, renderer="embedded")


def commit(run: Run, party: str, *, rows: int = 12, seed: int = 1, **changes: object) -> str:
    """Commit synthetic wildlife records of a party; changes are columns."""
    frame = typed(synth("wildlife", country=party, rows=rows, seed=seed, years=range(2021, 2026)), prefix=f"I{seed}-").assign(**changes)
    sha256 = digest.of_value([party, rows, seed, sorted(changes)])
    submission = Submission(
        id=submission_id(party=party, contract="wildlife", sha256=sha256),
        party=party,
        contract="wildlife",
        contract_version=1,
        file_name=f"{party.lower()}-{seed}.csv",
        sha256=sha256,
        received_on=DAY,
        cover=Cover(period_from=date(2024, 1, 1), period_to=date(2025, 12, 31), synthetic=True),
        counts=Counts(read=rows, accepted=rows, rejected=0, duplicate=0),
    )
    run.store.commit(submission, frame, frame.iloc[:0])
    return submission.id


def typed(text: pd.DataFrame, prefix: str = "I") -> pd.DataFrame:
    """Records as validation hands them on."""
    kinds = {name: field.kind for name, field in contract("wildlife").fields.items() if name in text}
    numbers = {"number": "float64", "integer": "Int64"}
    frame = text.assign(**{name: pd.to_numeric(text[name]) for name, kind in kinds.items() if kind in numbers})
    frame = frame.astype({name: numbers[kind] for name, kind in kinds.items() if kind in numbers})
    days = pd.to_datetime(text["incident_date"].str.slice(0, 10), format="mixed").astype("datetime64[us]")
    plain = {"record_type": "offence", "crime_area": "wildlife", "item_no": 1, "incident_count": 1, "purpose": "analysis"}
    missing = {name: value for name, value in plain.items() if name not in frame}
    ids = np.arange(len(frame)).astype(str)
    return frame.assign(
        **missing,
        incident_id=[f"{prefix}{number}" for number in ids],
        date_from=days,
        date_to=days,
        date_precision="day",
        record_class="police",
    )


def bytes_of(edition: Path) -> dict[str, str]:
    """Digests of an edition's files; of its manifest without where the log of acts stood, which is when and by whom it was built."""
    return {path.name: _promised(path) for path in sorted(edition.iterdir())}


def _promised(path: Path) -> str:
    if path.suffix != ".json":
        return digest.of_file(path)
    return digest.of_value({name: value for name, value in json.loads(path.read_text()).items() if name != "audit"})
