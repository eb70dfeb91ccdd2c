"""Deletion: what its owner takes back, and what may be kept no longer, goes from every place of a workspace."""

from ens_reports.retention.delete import Deleted, due, expire, withdraw
from ens_reports.retention.remains import Leftover, leftovers, sweep

__all__ = ["Deleted", "Leftover", "due", "expire", "leftovers", "sweep", "withdraw"]
