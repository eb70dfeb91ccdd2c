import reading
import worlds


def test_others_stand_in_a_column_of_their_own_and_are_never_added_up(write) -> None:  # noqa: ANN001 - a fixture
    table = reading.table(write(worlds.World(own=60, others=200), "peers"), "reported")
    assert [column.label for column in table.columns] == ["Area", "Reported by you", "Reported about you by others"]
    assert not table.total


def test_without_own_records_what_others_reported_still_stands(write) -> None:  # noqa: ANN001 - a fixture
    rows = reading.rows(write(worlds.World(own=0, returned=False, others=200), "peers"), "reported")
    assert all(row[1] == "0" for row in rows)
    assert any(row[2] != "\N{EN DASH}" for row in rows)
