"""Where the ledger of a workspace lies, for those who only ask whether there is one."""

import os
from pathlib import Path

LEDGER = "ledger.sqlite"
BOUND = "ledger.txt"
"""Names the ledger on a server that a workspace keeps to."""
KINDS = ("records", "quarantine")
"""Files of a submission: the folder of each, and the field that names it."""
VARIABLE = "ENS_LEDGER_URL"


def ledger_url() -> str:
    """Of the ledger on a server that the user wants; blank for the workspace's own. It can hold a password."""
    return os.environ.get(VARIABLE, "").strip()


def has_ledger(workspace: Path) -> bool:
    """Whether a workspace has a ledger, so that it can be read without making one.

    Args:
        workspace: The workspace's folder.
    """
    return any((workspace / "store" / name).is_file() for name in (LEDGER, BOUND))
