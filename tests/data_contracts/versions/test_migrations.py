from datetime import date

import pandas as pd
import pytest

from data_contracts.publish.synth import synth
from data_contracts.registry import CONTRACTS, SUPERSEDED, contract, versions
from data_contracts.validate import validate
from data_contracts.versions.migrations import MIGRATIONS, to_current

TODAY = date(2026, 2, 1)
AREAS = ("wildlife", "fisheries", "forestry", "pollution", "mining")


def accepted(name: str, version: int) -> pd.DataFrame:
    """A few records as they were accepted under a version."""
    given = synth(name, country="CMR", rows=20, seed=3, years=range(2016, 2019))
    return validate(given, contract(name, version), today=TODAY).accepted


def test_there_is_a_step_from_every_version_to_the_next() -> None:
    steps = {(name, version) for name in CONTRACTS for version in versions(name)[:-1]}
    assert steps == set(MIGRATIONS) == set(SUPERSEDED)


@pytest.mark.parametrize("name", AREAS)
def test_migrated_records_satisfy_the_version_in_force(name: str) -> None:
    old = accepted(name, 1)
    assert "computed" not in old
    new = to_current(old, name, 1)
    assert list(old.index) == list(new.index)
    columns = list(contract(name).model.to_schema().columns)
    assert len(contract(name).model.validate(new[columns])) == len(old)


def test_what_dated_tables_tell_is_filled_in_and_what_was_sent_stays() -> None:
    old = accepted("wildlife", 1).head(2).assign(scientific_name="Manis gigantea", origin_country="CMR")
    old["cites_appendix"] = pd.Series(["II", None], dtype="str").to_numpy()
    old = old.assign(date_from=pd.Timestamp("2018-01-01"), date_to=pd.Timestamp("2018-01-01"))

    new = to_current(old, "wildlife", 1)

    assert ["II", "I"] == new["cites_appendix"].tolist()
    assert [False, True] == ["cites_appendix" in str(cell) for cell in new["computed"]]


def test_records_of_the_version_in_force_are_left_alone() -> None:
    now = accepted("mining", 2)
    assert to_current(now, "mining", 2) is now
