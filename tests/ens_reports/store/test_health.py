from collections.abc import Callable

import pytest
from sqlalchemy import text

from ens_reports.store import Store


@pytest.fixture
def whole(store: Store, send: Callable[..., int]) -> Store:
    send("KEN-wildlife-1", "a", "b")
    return store


def test_a_whole_store_has_no_problems(whole: Store) -> None:
    assert whole.problems() == ()


def test_a_missing_and_an_altered_file_are_named(whole: Store, send: Callable[..., int]) -> None:
    send("KEN-wildlife-2", "c")
    one, two = (whole.folder / "records" / f"{row.records}.parquet" for row in whole.submissions())
    one.unlink()
    two.chmod(0o644)
    two.write_bytes(b"other")
    assert whole.problems() == (
        f"store file {one.name[:12]} must be there, got none",
        f"store file {two.name[:12]} must be what its name says, got other content",
    )


def test_a_file_that_the_ledger_does_not_know_is_named(whole: Store) -> None:
    (whole.folder / "records" / "0123456789abcdef.parquet").write_bytes(b"left over")
    assert whole.problems() == ("0123456789ab in records is not in the ledger",)


def test_a_break_in_the_log_is_named(whole: Store) -> None:
    with whole._access.changing() as connection:
        connection.execute(text("update audit set actor = 'x' where id = 1"))
    assert whole.problems() == ("the audit log must be unbroken, got a break at entry 1",)
