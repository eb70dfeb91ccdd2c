import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.columns.distinct import encode
from ens_reports.intake.columns.repeats import fill_table
from ens_reports.intake.findings import Collector
from ens_reports.intake.long.carried import Carried
from ens_reports.intake.source import Sheet

CELLS = st.lists(st.tuples(*[st.sampled_from(["a", "b", "idem", '"', ""])] * 2), min_size=1, max_size=12)


def told(collector: Collector) -> list[tuple[object, ...]]:
    found = [(item.finding, item.column) for item in collector.found]
    return sorted((one.check, column, one.rows.tolist(), one.sample) for one, column in found)


@given(rows=CELLS, size=st.integers(1, 5))
def test_pieces_are_filled_and_told_as_the_whole(rows: list[tuple[str, str]], size: int) -> None:
    table = pd.DataFrame(rows, index=range(4, len(rows) + 4), dtype="str")
    carried, sheet = Carried(), Sheet(name="", cells=table)
    held, long = Collector(sheet=sheet, header=("a", "b")), Collector(sheet=sheet, header=("a", "b"))
    pieces = [table.iloc[start : start + size] for start in range(0, len(table), size)]
    for piece in pieces:
        for position in (0, 1):
            distinct, _ = encode(piece[position])
            filled = carried.add(position, piece[position], distinct)
            assert filled is None or filled.counts.sum() == len(piece)
    carried.tell(long)
    whole, _ = fill_table(table, held)
    pd.testing.assert_frame_equal(pd.concat([carried.fill(piece) for piece in pieces]), whole)
    assert told(long) == told(held)


def test_a_table_without_such_cells_is_not_copied() -> None:
    table, carried = pd.DataFrame({0: ["a", "b"]}, index=[2, 3], dtype="str"), Carried()
    assert carried.add(0, table[0], encode(table[0])[0]) is None
    assert carried.fill(table) is table
