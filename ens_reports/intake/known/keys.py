"""Which incident a row is: as the sender numbers it, or derived from what the row says; and which item of it."""

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ens_reports import digest
from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.findings import Cells, Mask
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.values.fold import fold_header, tidy

ID_DIGITS = 12
BETWEEN = pa.scalar("\x1f", pa.large_string())


def row_digests(columns: Columns, ignored: tuple[str, ...] = (), *, rows: Mask | None = None) -> Cells:
    """Digest of what each row says, whatever the order of columns; blanks do not count.

    Args:
        columns: The table.
        ignored: Headers that do not count, such as a running number.
        rows: The rows that are asked for; none for all.
    """
    left_out = {fold_header(name) for name in ignored}
    names = [(position, f"{fold_header(name)}#{position if not name.strip() else ''}") for position, name in enumerate(columns.header)]
    used = sorted((name, position) for position, name in names if fold_header(columns.header[position]) not in left_out)
    index = columns.rows.index if rows is None else columns.rows.index[rows]
    parts = [_labelled(columns, position, name) for name, position in used]
    chosen = [part if rows is None else part[rows] for part in parts]
    arrays = [pa.array(part).cast(pa.large_string()) for part in chosen]
    texts = pc.binary_join_element_wise(*arrays, BETWEEN, null_handling="skip") if arrays else [""] * len(index)
    return pd.Series([digest.of_bytes(str(text).encode()) for text in texts], index=index, dtype="str")


def _labelled(columns: Columns, position: int, name: str) -> Cells:
    """Each cell with its column's name, none for a blank; every distinct value is tidied once."""
    texts = [f"{name}={tidy(value)}" if value.strip() else None for value in columns.texts(position)]
    return columns.narrow(position).spread(pd.Series(texts, dtype="str"))


def incident_ids(columns: Columns, mapping: Mapping, given: Cells, *, field: str = "incident_id") -> tuple[Cells, Mask]:
    """The number of each row's incident, and which rows repeat another row of the file in full.

    Where the sender gives none it is derived from the row's content, never from its position, so that the same row
    sent again is the same record. Rows that say exactly the same are then kept apart by their ordinal: two seizures
    can be alike.

    Args:
        columns: The table.
        mapping: Says which columns number an incident, and which are no content.
        given: Numbers as sent, blank for none.
        field: The field that they fill: subjects, journeys and sources are numbered too.

    Returns:
        Numbers, and the rows that repeat an earlier one with the same number.
    """
    place = columns.place(-1, field)
    blank = given == ""
    alike = blank | given.duplicated(keep=False)
    if not alike.any():
        return given, alike
    digests = row_digests(columns, mapping.identity_ignores, rows=alike).reindex(given.index, fill_value="")
    ordinal = digests.groupby(digests).cumcount() + 1
    derived = "auto-" + digests.str[:ID_DIGITS] + ("-" + ordinal.astype("str")).where(ordinal > 1, "")
    place.note("incident_id_derived", given, blank)
    place.note("rows_identical", given, blank & (ordinal > 1))
    repeated = ~blank & (given + digests).duplicated()
    place.note("rows_repeated", given, repeated)
    return given.mask(blank, derived).astype("str"), repeated


def number_items(frame: pd.DataFrame, columns: Columns, *, field: str = "incident_id") -> Cells:
    """Numbers of items where an incident has several rows and the sender numbers none.

    Args:
        frame: Canonical text with `reporting_country` and `incident_id`.
        columns: The table.
        field: What numbers the incident, or the journey.

    Returns:
        1, 2, ... within an incident, in the order of rows.
    """
    keys = frame[field] + "\x1f" + frame.get("reporting_country", pd.Series("", index=frame.index)).fillna("")
    numbers = (keys.groupby(keys).cumcount() + 1).astype("str")
    columns.place(-1, "item_no").note(
        "items_numbered", numbers, keys.duplicated(keep=False), number=str(keys[keys.duplicated(keep=False)].nunique())
    )
    return numbers.astype("str")
