"""Who may see what: the rules of release, and the one door from the store to a notebook.

Intake asks for the rules alone, so the door, which opens on notebooks and their libraries, is imported on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ens_reports.policy.door import InputFact, Viewed, Wish, period, recipients, view
    from ens_reports.policy.rules import RULES

__all__ = ["RULES", "InputFact", "Viewed", "Wish", "period", "recipients", "view"]

_HOMES = {name: "rules" if name == "RULES" else "door" for name in __all__}


def __getattr__(name: str) -> object:
    """What `__all__` names, imported on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
