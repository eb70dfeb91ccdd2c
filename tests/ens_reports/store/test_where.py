from pathlib import Path

from ens_reports.store import Store, has_ledger


def test_a_workspace_has_a_ledger_once_a_store_was_opened_in_it(url: str, tmp_path: Path) -> None:
    assert not has_ledger(tmp_path)
    assert not list(tmp_path.iterdir())
    Store(tmp_path, url=url)
    assert has_ledger(tmp_path)
