from ens_reports.intake.reader.grid import UnreadableError


def test_unreadable_error_carries_its_check() -> None:
    error = UnreadableError("cells_too_far", sheet="Data", cell="XFD1")
    assert (str(error), error.check, error.values) == ("cells_too_far", "cells_too_far", {"sheet": "Data", "cell": "XFD1"})
