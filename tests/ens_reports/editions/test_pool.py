import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from ens_reports.editions.pool import PRELOADED, Failure, failure, run_all
from ens_reports.errors import RequestError
from ens_reports.execute.kernels import can_fork

SLEEPER = """
import signal, sys, time
from contextlib import closing
from pathlib import Path
from ens_reports.editions.pool import PRELOADED, run_all

signal.signal(signal.SIGINT, signal.default_int_handler)  # what starts the tests in the background ignores it

def work(job):
    folder = Path(sys.argv[1])
    if job == "long":
        (folder / "begun").touch()
        try:
            time.sleep(60)
        finally:
            (folder / "tidied").touch()
    (folder / job).touch()
    return job

if __name__ == "__main__":
    with closing(run_all(work, ["short", "long"], workers=int(sys.argv[3]))) as ended:
        for done in ended:
            print(done.job, flush=True)
            time.sleep(float(sys.argv[2]))
"""


def test_every_job_comes_back_once() -> None:
    done = {one.job: one.result for one in run_all(_double, [1, 2, 3], workers=2)}

    assert done == {1: 2, 2: 4, 3: 6}


def test_only_so_many_run_as_fit(tmp_path: Path) -> None:
    """Each waits until it is alone: the second begins when the first has left."""
    jobs = [(tmp_path, number) for number in range(3)]
    done = [one.result for one in run_all(_alone_in, jobs, workers=3, fits=lambda running, _more: not running)]
    assert done == [0, 1, 2]


def test_nothing_to_do_starts_no_process() -> None:
    assert list(run_all(_double, [], workers=2)) == []


def test_a_failure_does_not_stop_the_others() -> None:
    done = {one.job: one.result for one in run_all(_refuse_two, [1, 2, 3], workers=1)}

    refused = done[2]
    assert (done[1], done[3]) == (1, 3)
    assert isinstance(refused, Failure)
    assert (refused.message, refused.hint, refused.exit_code) == ("a job must not be two, got 2", "take three", 2)


def test_a_worker_that_dies_is_told() -> None:
    (done,) = run_all(_die, [1], workers=1)

    assert isinstance(done.result, Failure)
    assert (done.result.message, done.result.exit_code) == ("a worker must live to its end, got a dead one", 5)


def test_a_worker_that_dies_takes_no_other_job_with_it() -> None:
    done = {one.job: one.result for one in run_all(_die_at_two, [1, 2, 3, 4, 5], workers=2)}

    died = done.pop(2)
    assert isinstance(died, Failure)
    assert died.message == "a worker must live to its end, got a dead one"
    assert done == {1: 1, 3: 3, 4: 4, 5: 5}


@pytest.mark.skipif(not can_fork(), reason="workers can be forked on Linux only")
def test_forked_workers_have_imported_and_hold_nothing_of_ours() -> None:
    sys.modules["held_by_the_parent"] = sys
    try:
        (done,) = run_all(_modules, [(*PRELOADED, "held_by_the_parent")], workers=1, preload=PRELOADED)
    finally:
        del sys.modules["held_by_the_parent"]

    assert done.result == [True, False]


def test_a_worker_has_nothing_of_its_users_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setenv("TZ", "Asia/Tokyo")

    (done,) = run_all(_environment, [0], workers=1)

    assert done.result == (None, "UTC", "C.UTF-8")


def test_the_words_of_a_foreign_error_stay_inside() -> None:
    """They can hold a record's value; the traceback is for `--debug` alone."""
    told = failure(KeyError("a name out of a record"))

    assert (told.message, told.hint, told.exit_code) == ("a fault of ours: KeyError", "see where with --debug", 1)


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is a signal on POSIX systems only: run this test on Linux or macOS")
@pytest.mark.parametrize("look_s", [0, 30], ids=["while it waits", "while a result is looked at"])
def test_ctrl_c_keeps_what_is_finished_and_lets_the_rest_tidy_up(tmp_path: Path, look_s: int) -> None:
    script = tmp_path / "sleeper.py"
    script.write_text(SLEEPER)
    command = [sys.executable, str(script), str(tmp_path), str(look_s), "1"]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own script
        assert process.stdout is not None
        assert process.stdout.readline() == b"short\n"
        _wait_for(tmp_path / "begun")

        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=40)

    assert {path.name for path in tmp_path.iterdir()} == {"sleeper.py", "short", "begun", "tidied"}


@pytest.mark.skipif(os.name != "posix", reason="a kill that can't be caught is of POSIX systems: run this test on Linux or macOS")
@pytest.mark.parametrize("workers", [1, 2], ids=["at work", "and idle"])
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path, workers: int) -> None:
    script = tmp_path / "sleeper.py"
    script.write_text(SLEEPER)
    command = [sys.executable, str(script), str(tmp_path), "0", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own script
        _wait_for(tmp_path / "begun")
        _wait_for(tmp_path / "short")
        begun = psutil.Process(process.pid).children(recursive=True)
        process.kill()

    _wait_for(tmp_path / "tidied")
    assert {path.name for path in tmp_path.iterdir()} == {"sleeper.py", "short", "begun", "tidied"}
    assert len(begun) > workers
    assert psutil.wait_procs(begun, timeout=20)[1] == []


def _wait_for(path: Path) -> None:
    for _ in range(400):
        if path.exists():
            return
        time.sleep(0.05)
    pytest.fail(f"{path.name} never came")


def _alone_in(job: tuple[Path, int]) -> int:
    folder, number = job
    (folder / "here").touch(exist_ok=False)
    time.sleep(0.05)
    (folder / "here").unlink()
    return number


def _double(job: int) -> int:
    return 2 * job


def _refuse_two(job: int) -> int:
    if job == 2:
        raise RequestError("a job must not be two, got 2", hint="take three")
    return job


def _die(_job: int) -> int:
    os._exit(1)


def _die_at_two(job: int) -> int:
    if job == 2:
        os._exit(1)
    return job


def _modules(names: tuple[str, ...]) -> list[bool]:
    return [name in sys.modules for name in names]


def _environment(_job: int) -> tuple[str | None, str, str]:
    return os.environ.get("SECRET_TOKEN"), os.environ["TZ"], os.environ["LC_ALL"]
