import sys

import pytest

from ens_reports.execute.isolation import probe


@pytest.mark.skipif(sys.platform != "linux", reason="walls are of Linux")
def test_the_walls_that_the_system_permits_are_told() -> None:
    """What they keep out is shown with a kernel, beside `forked`; a system may permit none but the limit of memory."""
    held = probe()

    assert held.memory
    assert held.network or not held.files
