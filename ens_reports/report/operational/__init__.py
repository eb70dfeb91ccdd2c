"""The pages of hotspots-and-routes: each writes one page from a `Plan`, by the number of incidents that it rests on."""

from ens_reports.report.operational.act import act
from ens_reports.report.operational.asks import asks
from ens_reports.report.operational.front import cover
from ens_reports.report.operational.meet import meet
from ens_reports.report.operational.ways import ways
from ens_reports.report.operational.where import where

__all__ = ["act", "asks", "cover", "meet", "ways", "where"]
