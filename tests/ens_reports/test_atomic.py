from pathlib import Path

import pytest

from ens_reports import atomic


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file.txt"
    atomic.write_text(path, "old")
    atomic.write_text(path, "new é")

    assert "new é" == path.read_text(encoding="utf-8")
    assert [path] == list(path.parent.iterdir())


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.txt"
    atomic.write_text(path, "old")

    def fail(_: int) -> None:
        raise OSError

    monkeypatch.setattr(atomic.os, "fsync", fail)
    with pytest.raises(OSError, match=r"^$"):
        atomic.write_text(path, "new")

    assert "old" == path.read_text(encoding="utf-8")
    assert [path] == list(tmp_path.iterdir())


def test_a_folder_appears_only_when_its_block_ends_well(tmp_path: Path) -> None:
    target = tmp_path / "edition"

    def half_done() -> None:
        with atomic.folder(target) as draft:
            (draft / "report.pdf").write_bytes(b"half")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        half_done()

    assert [] == list(tmp_path.iterdir())


def test_a_folder_replaces_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "edition"
    for name in ("first", "second"):
        with atomic.folder(target) as draft:
            (draft / name).touch()

    assert [target / "second"] == list(target.iterdir())
    assert [target] == list(tmp_path.iterdir())


def test_a_file_that_is_written_in_pieces_appears_only_when_its_block_ends_well(tmp_path: Path) -> None:
    def half_done() -> None:
        with atomic.stream(tmp_path / "a.csv") as file:
            file.write(b"half")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        half_done()
    assert list(tmp_path.iterdir()) == []

    with atomic.stream(tmp_path / "a.csv") as file:
        file.write(b"one,")
        file.write(b"two")
    assert (tmp_path / "a.csv").read_bytes() == b"one,two"


def test_a_draft_is_known_by_its_name(tmp_path: Path) -> None:
    with atomic.folder(tmp_path / "edition") as draft, atomic.stream(draft / "report.pdf"):
        (file,) = draft.iterdir()
        assert atomic.is_draft(draft)
        assert atomic.is_draft(file)
    assert not any(atomic.is_draft(tmp_path / name) for name in (".DS_Store", ".report.pdf", "report.abcd1234", "edition"))
