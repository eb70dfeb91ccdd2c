"""The words by which our own templates are known again, in any language and after any program saved them."""

TEMPLATE = "ENS template"
"""Begins the first cell of each sheet that holds no records, and ends each note on a header."""
