from collections.abc import Callable

import pandas as pd

from ens_reports.store import Store, tombstones
from ens_reports.store.tombstones import Tombstone


def test_tombstones_are_found_by_the_record_they_are_of(store: Store, send: Callable[..., int]) -> None:
    send("KEN-1", "a", "b")
    gone = pd.DataFrame({"submission": "KEN-1", "source_row": [2, 3], "record_id": ["a", "b"], "record_digest": ["x", "y"]})
    with store._access.changing() as connection:
        tombstones.add(connection, gone, seq=1)
        tombstones.add(connection, gone.iloc[:0], seq=1)
        found = tombstones.of_record(connection, "b")
        assert tombstones.of_record(connection, "c") == ()
    assert found == (Tombstone(submission="KEN-1", source_row=3, record_id="b", record_digest="y", seq=1),)
