"""Intake: a file from a party becomes records, and findings that its sender can act on.

The reading child process imports this package too, so what it does not need is imported on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ens_reports.intake.outcome import FileOutcome
    from ens_reports.intake.run import check, take_in

__all__ = ["FileOutcome", "check", "take_in"]

_HOMES = {"FileOutcome": "outcome", "check": "run", "take_in": "run"}


def __getattr__(name: str) -> object:
    """What `__all__` names, imported on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
