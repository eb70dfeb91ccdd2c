"""Small files are read in the process of the tests, but where a test is about the reading process itself."""

from collections.abc import Iterator

import pg_server
import pytest
from pg_server import Server
from read_here import read_here


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "apart: is about the process in which a file is read")


@pytest.fixture(autouse=True)
def _read_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Read small files here; a test that is marked `apart` has them read as `ens` does."""
    if request.node.get_closest_marker("apart"):
        yield
        return
    with read_here():
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server."""
    binaries = pg_server.programs()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with pg_server.running(binaries) as server:
        yield server
