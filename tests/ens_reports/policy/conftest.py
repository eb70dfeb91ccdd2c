from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import plain
import pytest

from ens_reports import params
from ens_reports.params import Party, Product, ReleasePolicy
from ens_reports.policy.columns import DERIVED, VIEW, types
from ens_reports.store import Cover, Store

ROOT = Path(__file__).parents[3]
PLAIN: dict[str, object] = {
    "item_no": 1,
    "incident_count": 1,
    "record_type": "seizure",
    "crime_area": "wildlife",
    "record_class": "police",
    "date_precision": "day",
    "commodity": "ivory",
}


@pytest.fixture(scope="session")
def project() -> params.Project:
    return params.load(ROOT)


@pytest.fixture(scope="session")
def policy(project: params.Project) -> ReleasePolicy:
    return project.policy


@pytest.fixture(scope="session")
def party(project: params.Project) -> Callable[[str], Party]:
    return project.party


@pytest.fixture
def product() -> Product:
    return Product(name="country-threat-assessment", level="strategic", notebook="x.ipynb", title="X")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture(scope="session")
def records() -> Callable[..., pd.DataFrame]:
    """Makes accepted records of a country, one per day given, with some columns set to a value or a list of values."""

    def make(country: str, *days: str, **changes: object) -> pd.DataFrame:
        numbers = [f"{country}-{number}" for number in range(1, len(days) + 1)]
        found = pd.to_datetime(pd.Series(days, dtype="str")).astype("datetime64[s]")
        frame = pd.DataFrame({"incident_id": numbers, "reporting_country": country, **PLAIN, **changes})
        frame = frame.assign(date_from=found, date_to=found, incident_date=list(days))
        wanted = {name: kind for name, kind in types().items() if name not in VIEW and name not in ("date_from", "date_to")}
        return frame.reindex(columns=[*wanted, *(name for name in DERIVED if name not in wanted)]).astype(wanted)

    return make


@pytest.fixture(scope="session")
def deliver() -> Callable[..., str]:
    """Commits records of a party under a contract to a store, with some fields of the cover sheet set."""

    def commit(
        store: Store, owner: str, frame: pd.DataFrame, *, on: date = date(2026, 1, 20), contract: str = "wildlife", **cover: object
    ) -> str:
        name = f"{owner}-{contract}-{len(store.submissions()):010d}"
        said = Cover.model_validate({"period_from": "2024-01-01", "period_to": "2025-12-31", **cover})
        sent = plain.submission(name, rows=len(frame), party=owner, contract=contract, received_on=on, cover=said)
        store.commit(sent, frame, frame.iloc[:0])
        return name

    return commit
