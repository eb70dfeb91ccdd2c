"""Run a notebook for one view in a kernel of its own, and keep what it said."""

from ens_reports.execute.parameters import complete_parameters
from ens_reports.execute.run import Executed, run

__all__ = ["Executed", "complete_parameters", "run"]
