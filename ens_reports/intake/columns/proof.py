"""What the whole of a column proves of each of its cells, though the cells be those of one piece of a long table."""

import pyarrow.compute as pc

from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.findings import Cells
from ens_reports.intake.values.fold import tidy
from ens_reports.intake.values.many import listed, texts_of


def distinct(columns: Columns, position: int, cells: Cells) -> tuple[str, ...]:
    """The tidy distinct values of a whole column, in the order of the rows.

    Args:
        columns: The table.
        position: Of the column.
        cells: What became of its cells.
    """
    if columns.whole is None or columns.whole.columns[position][1]:
        return tuple(listed(pc.unique(texts_of(cells))))
    if position not in columns.whole.tidied:
        columns.whole.tidied[position] = tuple(dict.fromkeys(tidy(text) for text in listed(texts_of(columns.all_texts(position)))))
    return columns.whole.tidied[position]


def proven(columns: Columns, position: int) -> dict[object, object]:
    """Where what these values prove is kept: for all pieces where it rests on the same texts.

    Args:
        columns: The table.
        position: Of the column.
    """
    if columns.whole is None or columns.whole.columns[position][1]:
        return {}
    return columns.whole.proven.setdefault(position, {})
