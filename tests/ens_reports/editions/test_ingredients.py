from pathlib import Path

import pytest

from ens_reports.editions.ingredients import code_digest, folder_digest, lock_digest, notebook_digest, toolchain
from ens_reports.errors import RequestError


def test_a_folders_digest_knows_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1")
    first = folder_digest(tmp_path)

    (tmp_path / "a.py").write_text("2")
    assert folder_digest(tmp_path) != first

    (tmp_path / "a.py").rename(tmp_path / "b.py")
    (tmp_path / "b.py").write_text("1")
    assert folder_digest(tmp_path) != first


def test_caches_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1")
    first = folder_digest(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"bytes")

    assert folder_digest(tmp_path) == first


def test_the_same_folder_elsewhere_has_the_same_digest(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").write_text("1")

    assert folder_digest(tmp_path / "one") == folder_digest(tmp_path / "two")


def test_the_code_has_one_digest_per_run() -> None:
    assert code_digest() == code_digest()


def test_a_project_without_a_lock_has_a_digest_too(tmp_path: Path) -> None:
    without = lock_digest(tmp_path)
    (tmp_path / "requirements.lock").write_text("pandas==3.0.0\n")

    assert lock_digest(tmp_path) != without


def test_a_missing_notebook_is_a_wrong_request(tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        notebook_digest(tmp_path / "gone.ipynb")

    assert caught.value.message == "the notebook gone.ipynb must be a file of the project, got none"


def test_the_patch_version_of_python_is_no_part_of_the_promise() -> None:
    assert toolchain("embedded").python.count(".") == 1
