"""Intake: a file from a party becomes records, and findings that its sender can act on.

The reading child process imports this package too, so what it does not need is imported on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ens_reports.intake.outcome import FileOutcome
    from ens_reports.intake.run import check, suggest_mapping, take_in
    from ens_reports.intake.suggest import Suggestion

__all__ = ["FileOutcome", "Suggestion", "check", "suggest_mapping", "take_in"]

_HOMES = {"FileOutcome": "outcome", "Suggestion": "suggest", "check": "run", "suggest_mapping": "run", "take_in": "run"}


def __getattr__(name: str) -> object:
    """What `__all__` names, imported on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
