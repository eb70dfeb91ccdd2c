from collections.abc import Callable
from pathlib import Path

from sqlalchemy import create_engine

from ens_reports.store import files


def test_a_file_leads_to_its_submissions_and_back(send: Callable[..., int], tmp_path: Path) -> None:
    send("KEN-1", "a")
    send("KEN-2", "b")
    engine = create_engine(f"sqlite:///{tmp_path / 'store' / 'ledger.sqlite'}")
    with engine.begin() as connection:
        files.add(connection, "f", ["KEN-1", "KEN-2"])
        files.add(connection, "g", ["KEN-2"])
        files.add(connection, "g", ["KEN-2", "KEN-1"])
        found = files.links(connection, ["KEN-1"])
        assert (found["f"], found["g"]) == (("KEN-1", "KEN-2"), ("KEN-1", "KEN-2"))
        assert "KEN-2" not in found
        assert files.links(connection, []) == {}
    engine.dispose()
