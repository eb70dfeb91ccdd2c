import subprocess
import sys
from pathlib import Path

CODE = """
import atexit, sys, tempfile
from pathlib import Path
from ens_reports.leave import leave
atexit.register(Path(sys.argv[1]).write_text, "done")
kept = tempfile.TemporaryDirectory(dir=Path(sys.argv[1]).parent, ignore_cleanup_errors=True)
class Last:
    def __del__(self):
        sys.__stdout__.write("torn down")
last = Last()
print("said", end="")
leave(3)
"""


def test_what_was_to_be_done_is_done_and_the_interpreter_is_not_torn_down(tmp_path: Path) -> None:
    note = tmp_path / "note"
    ended = subprocess.run([sys.executable, "-c", CODE, str(note)], check=False, capture_output=True, text=True, timeout=60)  # noqa: S603 - our own

    assert (ended.returncode, ended.stdout, ended.stderr) == (3, "said", "")
    assert (note.read_text(), [path.name for path in tmp_path.iterdir()]) == ("done", ["note"])


GONE = """
import sys
from ens_reports.leave import leave
class Gone:
    def flush(self):
        raise BrokenPipeError
sys.stdout = Gone()
leave(5)
"""


def test_who_stopped_reading_changes_no_exit_code() -> None:
    ended = subprocess.run([sys.executable, "-c", GONE], check=False, capture_output=True, text=True, timeout=60)  # noqa: S603 - our own

    assert (ended.returncode, ended.stderr) == (5, "")
