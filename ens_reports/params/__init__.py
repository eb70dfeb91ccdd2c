"""`params/` as frozen values, and the folders of a workspace."""

from ens_reports.params.parties import Party
from ens_reports.params.period import Period
from ens_reports.params.products import Level, Parameter, Product
from ens_reports.params.project import Project, find_project, load
from ens_reports.params.release_policy import Confidentiality, ReleasePolicy
from ens_reports.params.workspace import Workspace
from ens_reports.params.written import WrittenJudgement, judgements, judgements_file

__all__ = [
    "Confidentiality",
    "Level",
    "Parameter",
    "Party",
    "Period",
    "Product",
    "Project",
    "ReleasePolicy",
    "Workspace",
    "WrittenJudgement",
    "find_project",
    "judgements",
    "judgements_file",
    "load",
]
