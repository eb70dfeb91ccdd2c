from pathlib import Path

import pytest
from office import Office

from ens_reports.params import Project, Workspace, load


@pytest.fixture(scope="session")
def project() -> Project:
    return load(Path(__file__).parents[3])


@pytest.fixture
def office(tmp_path: Path, project: Project) -> Office:
    place = Workspace(tmp_path)
    place.prepare()
    return Office(place=place, project=project)
