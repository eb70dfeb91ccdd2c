"""What happens while a file is read and mapped, before its rows are validated."""

from data_contracts.check import Check

READING: tuple[Check, ...] = ()
