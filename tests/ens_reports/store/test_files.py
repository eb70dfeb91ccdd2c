from collections.abc import Callable

from ens_reports.store import Store, files


def test_a_file_leads_to_its_submissions_and_back(store: Store, send: Callable[..., int]) -> None:
    send("KEN-1", "a")
    send("KEN-2", "b")
    with store._access.changing() as connection:
        files.add(connection, "f", ["KEN-1", "KEN-2"])
        files.add(connection, "g", ["KEN-2"])
        files.add(connection, "g", ["KEN-2", "KEN-1"])
        found = files.links(connection, ["KEN-1"])
        assert (found["f"], found["g"]) == (("KEN-1", "KEN-2"), ("KEN-1", "KEN-2"))
        assert "KEN-2" not in found
        assert files.links(connection, []) == {}
