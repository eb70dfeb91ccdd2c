import shutil
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event

from filelock import FileLock
from killed import killed

from ens_reports.store import running


def test_a_run_is_known_while_it_lasts_and_leaves_nothing(tmp_path: Path) -> None:
    assert not running.is_any(tmp_path)
    with running.running(tmp_path) as folder:
        (folder / "view").write_text("rows")
        assert running.is_any(tmp_path)
        assert running.left(tmp_path) == ()
    assert not folder.exists()
    assert not running.is_any(tmp_path)
    assert [path.name for path in (tmp_path / "runs").iterdir() if path.name != "runs.lock"] == []


def test_what_a_killed_run_left_is_found_and_cleared(tmp_path: Path) -> None:
    folder = killed(tmp_path)
    assert (running.is_any(tmp_path), running.left(tmp_path)) == (False, (folder,))
    running.clear(tmp_path)
    assert not folder.exists()
    assert running.left(tmp_path) == ()


def test_a_live_run_is_not_cleared(tmp_path: Path) -> None:
    with running.running(tmp_path) as folder:
        running.clear(tmp_path)
        assert folder.is_dir()


def test_a_run_keeps_its_entry_while_somebody_looks_at_the_runs(tmp_path: Path) -> None:
    """Else it would be found, then taken for dead, and its entry not be there to be read."""
    begun, ended = Event(), Event()

    def run() -> None:
        with running.running(tmp_path):
            begun.set()
            ended.wait()

    with ThreadPoolExecutor() as pool:
        done = pool.submit(run)
        begun.wait()
        with FileLock(tmp_path / "runs" / "runs.lock"):
            ended.set()
            assert wait([done], timeout=0.2).not_done
            assert [path.name for path in (tmp_path / "runs").glob("ens-run-*") if path.suffix != ".lock"] != []
        done.result()
    assert [path.name for path in (tmp_path / "runs").iterdir()] == ["runs.lock"]


def test_only_a_folder_of_a_run_is_ever_deleted(tmp_path: Path) -> None:
    """An entry that was changed by hand must not make us delete something else."""
    precious = tmp_path / "precious"
    precious.mkdir()
    folder = killed(tmp_path / "store")
    (tmp_path / "store" / "runs" / folder.name).write_text(str(precious))
    running.clear(tmp_path / "store")
    assert precious.is_dir()
    shutil.rmtree(folder)
