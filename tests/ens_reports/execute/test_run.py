import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ens_reports.errors import EnsError, RequestError, ToolError
from ens_reports.execute.kernels import Kernels, can_fork, open_kernels
from ens_reports.execute.run import Executed, run

Notebook = Callable[..., Path]
Execute = Callable[..., Executed]
PARAMETERS = 'recipient = "FRA"\nlanguage = "en"'
FOR_KENYA = {"recipient": "KEN", "language": "en"}
LOOK_AROUND = """
import json, os, pathlib, sys
print(json.dumps({
    "recipient": recipient, "view": json.loads(pathlib.Path("view/view.json").read_text()), "folder": sorted(os.listdir()),
    "environment": dict(os.environ), "seed": sys.flags.hash_randomization, "cwd": os.getcwd(),
}))
"""


@pytest.fixture(scope="module", params=["warm", "jupyter"])
def kernels(request: pytest.FixtureRequest) -> Iterator[Kernels]:
    """Both ways of getting a kernel: everything here must hold for each."""
    if request.param == "warm" and not can_fork():
        pytest.skip("kernels can be forked on Linux only")
    with open_kernels(request.param) as found:
        yield found


@pytest.fixture
def execute(kernels: Kernels, view_folder: Path) -> Execute:
    def execute(path: Path, *, timeout_s: float = 60) -> Executed:
        out = view_folder.parent / "out" / "notebook.ipynb"
        return run(path, view_folder=view_folder, parameters=FOR_KENYA, out=out, timeout_s=timeout_s, kernels=kernels)

    return execute


def cells(executed: Executed) -> list[dict[str, object]]:
    read: list[dict[str, object]] = json.loads(executed.notebook.read_bytes())["cells"]
    return read


def test_a_notebook_sees_its_parameters_its_view_and_nothing_of_the_user(
    notebook: Notebook, execute: Execute, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "SECRET_TOKEN": "x",
        "HTTPS_PROXY": "http://proxy",
        "TZ": "Asia/Tokyo",
        "PYTHONHASHSEED": "7",
        "LC_ALL": "tr_TR",
    }.items():
        monkeypatch.setenv(name, value)

    executed = execute(notebook(PARAMETERS, LOOK_AROUND))

    (output,) = cells(executed)[2]["outputs"]  # type: ignore[misc]
    seen = json.loads("".join(output["text"]))  # type: ignore[index]
    environment = seen["environment"]
    assert (seen["recipient"], seen["view"], seen["folder"], seen["seed"]) == ("KEN", {"about": "Kenya"}, ["home", "view"], 0)
    assert {name for name in ("SECRET_TOKEN", "HTTPS_PROXY") if name in environment} == set()
    assert (environment["TZ"], environment["PYTHONHASHSEED"], environment["LC_ALL"]) == ("UTC", "0", "C.UTF-8")
    assert environment["HOME"] == environment["IPYTHONDIR"].removesuffix("/ipythondir") == f"{seen['cwd']}/home"
    assert not Path(seen["cwd"]).exists()


def test_two_runs_give_the_same_bytes(notebook: Notebook, execute: Execute) -> None:
    """Times, paths, the injected cell's random id, memory addresses and warnings' paths are out."""
    path = notebook(
        PARAMETERS, "import warnings\nwarnings.warn('look', stacklevel=1)\nfor n in range(3):\n    print(n, flush=True)\nobject()"
    )

    first = execute(path)
    content = first.notebook.read_bytes()
    second = execute(path)

    assert second.notebook.read_bytes() == content
    assert (first.stderr_lines, second.stderr_lines) == (2, 2)
    assert cells(first)[1]["id"] == "injected-parameters"
    assert cells(first)[2]["metadata"] == {}
    assert b"papermill" not in content
    assert b"object at 0x0" in content
    assert b"UserWarning" not in content


def test_an_exit_in_a_cell_is_not_a_success(notebook: Notebook, execute: Execute) -> None:
    with pytest.raises(EnsError) as caught:
        execute(notebook(PARAMETERS, "import sys\nsys.exit(0)", "print('never')"))

    assert caught.value.message == "cell 3 of report.ipynb must run to its end, got an exit"


def test_a_failing_cell_tells_its_kind_and_never_its_words(notebook: Notebook, execute: Execute) -> None:
    with pytest.raises(EnsError) as caught:
        execute(notebook(PARAMETERS, "raise KeyError('a name out of a record')"))

    assert caught.value.message == "cell 3 of report.ipynb must run to its end, got KeyError"
    assert caught.value.exit_code == 1
    assert caught.value.hint == "run it cell by cell in JupyterLab: `nox -s lab`"


def test_an_error_of_ours_passes_with_its_words(notebook: Notebook, execute: Execute) -> None:
    code = "from ens_reports.errors import RequestError\nraise RequestError('the view must be of KEN, got FRA', hint='none')"

    with pytest.raises(RequestError) as caught:
        execute(notebook(PARAMETERS, code))

    assert caught.value.message == "the view must be of KEN, got FRA"


def test_a_notebook_that_hangs_is_stopped(notebook: Notebook, execute: Execute) -> None:
    with pytest.raises(ToolError) as caught:
        execute(notebook(PARAMETERS, "import time\ntime.sleep(60)"), timeout_s=1)

    assert caught.value.message == "report.ipynb must end within its time limit, got no end"


def test_a_kernel_that_dies_is_told(notebook: Notebook, execute: Execute) -> None:
    with pytest.raises(ToolError) as caught:
        execute(notebook(PARAMETERS, "import os\nos._exit(1)"))

    assert caught.value.message == "the kernel of report.ipynb must live to its end, got a dead one"


def test_what_a_library_writes_past_python_stays_inside(notebook: Notebook, execute: Execute, capfd: pytest.CaptureFixture[str]) -> None:
    execute(notebook(PARAMETERS, "import os\n_ = os.write(2, b'a name out of a record')"))

    assert capfd.readouterr() == ("", "")


def test_nothing_is_written_when_a_cell_fails(notebook: Notebook, execute: Execute, view_folder: Path) -> None:
    with pytest.raises(EnsError):
        execute(notebook(PARAMETERS, "1 / 0"))

    assert not (view_folder.parent / "out").exists()


def test_the_notebook_is_looked_at_before_it_runs(notebook: Notebook, execute: Execute) -> None:
    with pytest.raises(RequestError) as caught:
        execute(notebook('recipient = "KEN"', "1 / 0"))

    assert caught.value.message == "the parameters cell of report.ipynb must set language, got no such name there"
