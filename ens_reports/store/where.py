"""Where the ledger of a workspace lies, for those who only ask whether there is one."""

from pathlib import Path

LEDGER = "ledger.sqlite"


def has_ledger(workspace: Path) -> bool:
    """Whether a workspace has a ledger of its own, so that it can be read without making one.

    Args:
        workspace: The workspace's folder.
    """
    return (workspace / "store" / LEDGER).is_file()
