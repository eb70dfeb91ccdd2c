"""Deletion: what its owner takes back, and what may be kept no longer, goes from every place of a workspace."""

from ens_reports.retention.leftovers import leftovers, sweep

__all__ = ["leftovers", "sweep"]
