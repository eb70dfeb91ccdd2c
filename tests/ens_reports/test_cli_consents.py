import pytest

from ens_reports import cli_consents
from ens_reports.errors import RequestError


def test_a_day_is_written_in_one_way() -> None:
    with pytest.raises(RequestError, match=r"^a day must be written as 2025-12-31, got '1/2/2026'$"):
        cli_consents._day("1/2/2026")
