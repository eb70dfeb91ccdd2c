"""Languages: messages, numbers, dates, names of countries and codes."""

from ens_reports.locales.language import LANGUAGES, Language, mark, mark_plural, open_language

__all__ = ["LANGUAGES", "Language", "mark", "mark_plural", "open_language"]
