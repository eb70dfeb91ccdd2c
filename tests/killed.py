"""A run that is killed."""

import subprocess
import sys
import time
from pathlib import Path

PROGRAM = (
    "import sys, time; from pathlib import Path; from ens_reports.store import running\nwith running.running(Path(sys.argv[1])) as f:\n"
    "    (f / 'view').mkdir(); (f / 'view' / 'rows').write_text('x'); print(f, flush=True); time.sleep(60)"
)


def killed(store: Path) -> Path:
    """The folder that a run left which was killed: it holds rows.

    Args:
        store: Where the run was known.
    """
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(store)], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        while not folder.is_dir():
            time.sleep(0.01)
        process.kill()
    return folder
