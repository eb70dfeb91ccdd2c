import json
import sys
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager

from ens_reports.execute.kernel import OwnInterpreter, kernel_environment


def test_a_kernel_that_the_user_installed_under_the_same_name_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = tmp_path / "kernels" / "python3"
    theirs.mkdir(parents=True)
    (theirs / "kernel.json").write_text(json.dumps({"argv": ["other-python"], "display_name": "Python 3", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))

    assert KernelSpecManager().get_kernel_spec("python3").argv == ["other-python"]
    assert OwnInterpreter().get_kernel_spec("python3").argv[0] == sys.executable


def test_every_folder_that_a_tool_may_write_to_is_private(tmp_path: Path) -> None:
    environment = kernel_environment(tmp_path / "private", tmp_path / "caches")

    home = str(tmp_path / "private" / "home")
    private = ("HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    assert all(environment[name].startswith(home) for name in private)
    assert environment["MPLCONFIGDIR"] == str(tmp_path / "caches")


def test_sums_are_made_by_one_thread(tmp_path: Path) -> None:
    """Their last digits depend on the number of threads."""
    environment = kernel_environment(tmp_path, tmp_path)

    assert (environment["OPENBLAS_NUM_THREADS"], environment["OMP_NUM_THREADS"]) == ("1", "1")
