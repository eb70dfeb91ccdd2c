from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from ens_reports.params import Party, ReleasePolicy
from ens_reports.policy.findings import COLUMNS, open_to
from ens_reports.store import Store

Make = Callable[..., pd.DataFrame]
Open = Callable[[str], pd.DataFrame]


@pytest.fixture
def seen_by(store: Store, party: Callable[[str], Party], policy: ReleasePolicy) -> Open:
    def open_for(code: str) -> pd.DataFrame:
        held = store.records.held(["wildlife"], others_than=code)
        found = held.latest(["incident_id", *COLUMNS])
        opened = open_to(found, {row.id: row for row in held.submissions}, party=party(code), day=date(2026, 1, 20), policy=policy)
        return found[["incident_id"]].join(opened).set_index("incident_id").sort_index()

    return open_for


@pytest.mark.parametrize(
    ("said", "opened"),
    [
        ({}, [True]),
        ({"confidentiality": "confidential"}, [True]),
        ({"barred_recipients": "UGA"}, [False]),
        ({"barred_recipients": "TZA"}, [True]),
        ({"allowed_recipients": "TZA"}, [False]),
        ({"allowed_recipients": "UGA"}, [True]),
        ({"purpose": "investigation"}, [False]),
        ({"purpose": "operation"}, [False]),
        ({"purpose": "analysis"}, [True]),
        ({"handling_scheme": "TLP", "handling_code": "AMBER"}, [False]),
        ({"retain_until": "2025-12-31"}, [False]),
    ],
)
def test_a_country_is_told_of_what_every_level_would_show(
    said: dict[str, str], opened: list[bool], store: Store, records: Make, deliver: Callable[..., str], seen_by: Open
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01", **said))
    assert seen_by("UGA")["open"].tolist() == opened


@pytest.mark.parametrize(("said", "opened"), [({}, [False]), ({"consortium": "yes"}, [False]), ({"allowed_recipients": "EIA"}, [True])])
def test_a_body_is_told_of_what_names_it(
    said: dict[str, str], opened: list[bool], store: Store, records: Make, deliver: Callable[..., str], seen_by: Open
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01", **said))
    assert seen_by("EIA")["open"].tolist() == opened


def test_an_owner_is_named_only_if_it_names_the_reader_or_opened_its_record(
    store: Store, records: Make, deliver: Callable[..., str], seen_by: Open
) -> None:
    deliver(store, "KEN", records("KEN", *["2025-01-01"] * 3, allowed_recipients=[None, "UGA", None], consortium=[None, None, "yes"]))
    assert seen_by("UGA")["may_name"].tolist() == [False, True, True]
