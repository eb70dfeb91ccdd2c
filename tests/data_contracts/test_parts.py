from datetime import date

import pandas as pd

from data_contracts.findings import Finding
from data_contracts.parts import join_findings
from data_contracts.publish.synth import synth
from data_contracts.registry import CONTRACTS
from data_contracts.validate import validate, validate_part

TODAY = date(2026, 1, 20)


def told(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    """Findings without their samples, whose order is that of the parts."""
    return [(item.check, item.field, item.rows.tolist(), vars(item)["values"], sorted(item.sample)) for item in findings]


def messy() -> pd.DataFrame:
    frame = synth("wildlife", country="CMR", rows=40, seed=3, years=range(2021, 2026))
    frame.loc[[3, 9, 21], "outcome"] = ["lost", "gone", "lost"]
    frame.loc[[5, 30], "incident_date"] = [None, "2099-01-01"]
    return frame.drop(columns=["detecting_agency"])


def test_parts_of_a_table_give_the_findings_of_the_whole() -> None:
    frame, contract = messy(), CONTRACTS["wildlife"]
    whole = validate(frame, contract, today=TODAY)
    incident = frame["incident_id"].ne(frame["incident_id"].shift()).cumsum()
    parts = [validate_part(frame[incident % 5 == part], contract, today=TODAY) for part in range(5)]
    assert told(join_findings(parts)) == told(whole.findings)
    assert sum(len(part.accepted) for part in parts) == len(whole.accepted)


def test_a_gap_of_all_rows_of_one_part_is_told_by_rows() -> None:
    frame, contract = messy().drop(columns=["origin_country"]), CONTRACTS["wildlife"]
    frame["origin_country"] = pd.Series("KEN", index=frame.index).where(frame.index > 20)
    parts = [validate_part(frame[frame.index > 20], contract, today=TODAY), validate_part(frame[frame.index <= 20], contract, today=TODAY)]
    checks = {item.check for item in join_findings(parts)}
    assert "missing.origin_country" in checks
    assert "missing.detecting_agency" not in checks
