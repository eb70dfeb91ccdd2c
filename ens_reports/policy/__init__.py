"""Who may see what: the rules of release, and the one door from the store to a notebook."""

from ens_reports.policy.door import InputFact, Viewed, Wish, period, recipients, view
from ens_reports.policy.rules import RULES

__all__ = ["RULES", "InputFact", "Viewed", "Wish", "period", "recipients", "view"]
