"""The pages of the modus operandi bulletin: each writes one part from a `Bulletin`."""

from ens_reports.report.bulletin.asks import asks
from ens_reports.report.bulletin.changed import changed
from ens_reports.report.bulletin.front import cover, summary
from ens_reports.report.bulletin.method import describe
from ens_reports.report.bulletin.prompts import prompts

__all__ = ["asks", "changed", "cover", "describe", "prompts", "summary"]
