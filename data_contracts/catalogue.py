"""Every check as a row: the wording that senders read, and what a finding of it means for the row."""

from data_contracts.check import Check
from data_contracts.wording.areas import AREAS
from data_contracts.wording.between import BETWEEN
from data_contracts.wording.cells import CELLS
from data_contracts.wording.families import FAMILIES
from data_contracts.wording.history import HISTORY
from data_contracts.wording.missing import MISSING
from data_contracts.wording.ours import OURS
from data_contracts.wording.placing import PLACING
from data_contracts.wording.positions import POSITIONS
from data_contracts.wording.reading import READING
from data_contracts.wording.rows import ROWS

__all__ = ["CHECKS", "Check"]

CHECKS: dict[str, Check] = {
    check.id: check for check in (*OURS, *READING, *PLACING, *CELLS, *ROWS, *POSITIONS, *AREAS, *FAMILIES, *MISSING, *HISTORY, *BETWEEN)
}
"""The checks by id, in the order in which findings are listed."""
