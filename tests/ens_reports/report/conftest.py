"""Collects what a notebook would show."""

from typing import Any

import pytest

from ens_reports.report import vocabulary


@pytest.fixture
def outputs(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """MIME bundles, in the order in which they were shown."""
    collected: list[dict[str, Any]] = []
    monkeypatch.setattr(vocabulary, "display", lambda data, *, raw: collected.append(data) if raw else None)
    return collected
