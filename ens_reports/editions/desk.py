"""What views are made on: everything but store and ledger, so that other processes can make them too."""

import pickle
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ens_reports import atomic
from ens_reports.editions.manifest import Toolchain
from ens_reports.params import Project
from ens_reports.policy.ground import ground
from ens_reports.store import Snapshot

FILE = "desk.pickle"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What views are made on.

    Attributes:
        project: Settings, products, notebooks.
        snapshot: The records, as of one number of the ledger.
        toolchain: What the same bytes are promised for.
        views: A folder for views, gone after the run.
    """

    project: Project
    snapshot: Snapshot
    toolchain: Toolchain
    views: Path

    def lay_out(self) -> Path:
        """Write it down for other processes of this machine, beside the sorted records, whose files they share.

        Returns:
            What to open, by `sit_down`.
        """
        path = ground(self.snapshot, self.project.policy).sheets.folder / FILE
        atomic.write_bytes(path, pickle.dumps(self))
        return path


@lru_cache(maxsize=1)
def sit_down(path: Path) -> Desk:
    """Open a desk that this run laid out; a process does it once.

    Args:
        path: As `Desk.lay_out` gave it.
    """
    desk: Desk = pickle.loads(path.read_bytes())  # noqa: S301 - written by this run in its own folder
    return desk
