"""The years that a product speaks about."""

from datetime import date

from ens_reports.params.strict import Setting


class Period(Setting):
    """The years a product speaks about, both included; `history_from` is the first year of its time charts."""

    first_year: int
    last_year: int
    history_from: int

    @property
    def first_day(self) -> date:
        """1 January of the first year."""
        return date(self.first_year, 1, 1)

    @property
    def last_day(self) -> date:
        """31 December of the last year."""
        return date(self.last_year, 12, 31)

    @property
    def label(self) -> str:
        """`2024-2025` with an en dash, or one year."""
        return str(self.first_year) if self.first_year == self.last_year else f"{self.first_year}\N{EN DASH}{self.last_year}"

    @property
    def file_name(self) -> str:
        """`2024-2025`, or one year: as files and commands write it."""
        return self.label.replace("\N{EN DASH}", "-")
