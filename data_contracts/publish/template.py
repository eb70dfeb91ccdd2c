"""The workbook that a contract gives a sender to fill in: instructions, cover, data and lists, in one language."""

import io
from datetime import UTC, datetime

import xlsxwriter

from data_contracts.publish.template_cover import write_cover
from data_contracts.publish.template_data import write_data
from data_contracts.publish.template_lists import Lists
from data_contracts.publish.template_pages import write_instructions
from data_contracts.publish.template_style import Book, sheet_names
from data_contracts.publish.voice import Voice
from data_contracts.registry import Contract

CREATED = datetime(2026, 1, 5, tzinfo=UTC)
"""Written into the workbook instead of the hour, so that equal templates are equal files."""
SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def template(contract: Contract, voice: Voice) -> bytes:
    """The workbook of a contract.

    Args:
        contract: What the sender may send.
        voice: The language of the sender.

    Returns:
        XLSX without macros; the same bytes for the same contract and language.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, SETTINGS) as workbook:
        title = voice.text(contract.description)
        workbook.set_properties({"created": CREATED, "title": title, "subject": f"{contract.name} {contract.version}"})
        book = Book(workbook, contract, voice)
        names = sheet_names(voice)
        pages = {name: book.page(names[name]) for name in ("instructions", "cover", "data", "lists")}
        lists = Lists(book, pages["lists"])
        write_instructions(book, pages["instructions"])
        write_cover(book, pages["cover"], lists)
        write_data(book, pages["data"], lists)
        lists.close()
    return content.getvalue()
