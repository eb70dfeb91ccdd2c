"""How a template looks: names of its sheets, formats, directions."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data_contracts.publish.marks import TEMPLATE
from data_contracts.publish.voice import Voice
from data_contracts.registry import Contract

NAMES: dict[str, dict[str, str]] = {
    "instructions": {"en": "Instructions", "fr": "Mode d'emploi", "es": "Instrucciones", "ar": "التعليمات"},
    "cover": {"en": "Cover", "fr": "Couverture", "es": "Portada", "ar": "الغلاف"},
    "data": {"en": "Data", "fr": "Données", "es": "Datos", "ar": "البيانات"},
    "lists": {"en": "Lists", "fr": "Listes", "es": "Listas", "ar": "القوائم"},
}
"""Sheets by language: intake recognises the cover by its name."""
INK, PAPER, LINE, FAINT, REQUIRED = "#1B2733", "#FFFFFF", "#C9D1D8", "#5F6B76", "#FBE7CC"
FONT = "Calibri"


def sheet_names(voice: Voice) -> dict[str, str]:
    """What the sheets are called.

    Args:
        voice: The language.
    """
    return {sheet: names[voice.code] for sheet, names in NAMES.items()}


def tint(colour: str, share: float) -> str:
    """A colour mixed with white.

    Args:
        colour: As `#RRGGBB`.
        share: Of the colour, from 0 to 1.
    """
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


class Book:
    """A workbook that is being written.

    Args:
        workbook: Where sheets and formats go.
        contract: Whose template it is.
        voice: Its language.
    """

    def __init__(self, workbook: Workbook, contract: Contract, voice: Voice) -> None:
        self.contract = contract
        self.voice = voice
        self._workbook = workbook
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    @property
    def mark(self) -> str:
        """What the first cell of a sheet without records says."""
        return f"{TEMPLATE} \N{MIDDLE DOT} {self.contract.name} \N{MIDDLE DOT} {self.contract.version} \N{MIDDLE DOT} {self.voice.code}"

    def page(self, name: str) -> Worksheet:
        """A new sheet in the direction of the language, without grid lines on paper."""
        sheet = self._workbook.add_worksheet(name)
        if self.voice.right_to_left:
            sheet.right_to_left()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.set_footer(f"&L&8{self.mark}&R&8&P / &N")
        return sheet

    def style(self, **properties: object) -> Format:
        """A format; equal ones are one.

        Args:
            properties: As xlsxwriter names them, over font, size and alignment of the template.
        """
        order = {"reading_order": 2, "align": "right"} if self.voice.right_to_left else {}
        whole = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "vcenter", **order, **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(whole)
        return self._formats[key]
