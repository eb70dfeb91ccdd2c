"""What happens while a file is read and mapped, before its rows are validated."""

from data_contracts.check import Check
from data_contracts.wording.answers import ANSWERS
from data_contracts.wording.headers import HEADERS
from data_contracts.wording.reading_cells import MAPPED
from data_contracts.wording.reading_files import FILES
from data_contracts.wording.reading_sheets import SHEETS
from data_contracts.wording.reading_values import VALUES

READING: tuple[Check, ...] = (*FILES, *SHEETS, *ANSWERS, *HEADERS, *MAPPED, *VALUES)
