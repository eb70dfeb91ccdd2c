from datetime import date

import pyarrow as pa

from data_contracts.publish.spoil import FAULTS, spoil
from data_contracts.publish.synth import synth
from data_contracts.registry import contract
from data_contracts.validate import validate


def good(rows: int) -> pa.Table:
    return pa.Table.from_pandas(synth("wildlife", country="KEN", rows=rows, seed=3, years=[2024, 2025]), preserve_index=False)


def test_each_fault_is_found_where_it_was_put_by_the_check_that_was_named() -> None:
    spoilt, told = spoil(good(800), "wildlife", share=0.2, first=2)
    frame = spoilt.to_pandas().astype("str")
    frame.index = range(2, 2 + len(frame))
    findings = validate(frame.mask(frame == "None"), contract("wildlife"), today=date(2026, 1, 5)).findings
    places = {(finding.check, int(row)) for finding in findings for row in finding.rows}
    assert [fault for fault in told if (fault.check, fault.row) not in places] == []
    assert {fault.check for fault in told} >= {fault.check for fault in FAULTS if fault.column in frame}


def test_nothing_is_spoilt_where_nothing_is_asked_for() -> None:
    records = good(20)
    assert spoil(records, "wildlife", share=0, first=2) == (records, [])
    assert spoil(records, "subjects", share=0.5, first=2) == (records, [])
