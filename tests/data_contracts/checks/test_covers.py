import pytest
from contract_rows import Checks, Validate


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({}, set()),
        ({"period_from": "2026-01-01"}, {"period_order"}),
        ({"period_from": "2025-12-31"}, set()),
        ({"period_from": "2025", "period_to": "2025"}, set()),
        ({"period_to": "2026-12-31"}, {"period_open"}),
        ({"period_to": "2026-02-01"}, set()),
        ({"retain_until": "2025"}, {"retention_over"}),
        ({"handling_code": "C"}, {"handling_scheme_missing"}),
        ({"allowed_recipients": "KEN", "barred_recipients": "KEN;UGA"}, {"recipients_contradict"}),
        ({"completeness": "mostly"}, {"code_not_listed"}),
        ({"nil_return": "mining;smuggling"}, {"code_not_listed"}),
        ({"confidentiality": "cosmic"}, {"handling_not_listed"}),
        ({"reply_language": "pt"}, {"code_not_listed"}),
    ],
)
def test_rules(checks_of_each: Checks, change: dict[str, str | None], failed: set[str]) -> None:
    """Pass, fail, and what differs only in what the check must ignore."""
    assert checks_of_each("cover", change) == [failed]


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"period_to": None}, {"period_missing"}),
        ({"completeness": None}, {"completeness_missing"}),
        ({"agencies_covered": None}, {"agencies_missing"}),
    ],
)
def test_gaps(judge: Validate, change: dict[str, str | None], failed: set[str]) -> None:
    assert failed == {finding.check for finding in judge("cover", change).findings}
