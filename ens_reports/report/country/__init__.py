"""The pages of the country threat assessment: each writes one page from an `Assessment`, by the number of incidents that it rests on."""

from ens_reports.report.country.after import after
from ens_reports.report.country.annex import annex
from ens_reports.report.country.asks import recommendations, requirements
from ens_reports.report.country.capacity import capacity
from ens_reports.report.country.front import cover, executive
from ens_reports.report.country.goods import goods
from ens_reports.report.country.how import how
from ens_reports.report.country.links import links
from ens_reports.report.country.over_time import over_time
from ens_reports.report.country.peers import peers
from ens_reports.report.country.trust import trust
from ens_reports.report.country.ways import ways
from ens_reports.report.country.where import where

__all__ = [
    "after",
    "annex",
    "capacity",
    "cover",
    "executive",
    "goods",
    "how",
    "links",
    "over_time",
    "peers",
    "recommendations",
    "requirements",
    "trust",
    "ways",
    "where",
]
