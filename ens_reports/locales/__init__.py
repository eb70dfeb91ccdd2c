"""Languages: messages, numbers, dates, names of countries and codes."""

from ens_reports.locales.language import LANGUAGES, Language, mark, open_language

__all__ = ["LANGUAGES", "Language", "mark", "open_language"]
