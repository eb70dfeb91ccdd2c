"""Imports that find a module missing: what a library takes if it is there, we never use, and it takes long."""

import importlib
import sys

DEBUGGER = "debugpy"
"""Nobody steps through a kernel that is forked; a tenth of a second."""
GRAMMAR = "rfc3987_syntax"
"""By which jsonschema judges addresses, of which a notebook's schema has none; two seconds, in which it makes a parser."""


def import_without(missing: str, name: str) -> None:
    """Import a module that finds another one missing; what imports the other one later finds it.

    Args:
        missing: Nothing happens to it if it was imported before.
        name: What looks for it once, as it is imported.
    """
    sys.modules.setdefault(missing, None)  # type: ignore[arg-type] # this is how Python is told that a module can't be imported
    try:
        importlib.import_module(name)
    finally:
        if sys.modules[missing] is None:
            del sys.modules[missing]
