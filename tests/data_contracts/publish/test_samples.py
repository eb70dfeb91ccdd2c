from datetime import date

import pandas as pd
import pytest

from data_contracts.publish.samples import sample
from data_contracts.registry import CONTRACTS, contract
from data_contracts.validate import validate


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_sample_fills_every_column_and_has_no_finding(name: str) -> None:
    record = sample(contract(name))
    result = validate(pd.DataFrame([record], index=[2]).astype("str"), contract(name), today=date(2026, 1, 5))
    assert (set(record), [found.check for found in result.findings]) == (set(contract(name).fields), [])
    assert len(result.accepted) == 1
    assert all(record.values())
