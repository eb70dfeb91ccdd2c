from pathlib import Path

import faults.hostile_workbooks  # noqa: F401 - enters its cases
import pytest
from faults.cases import CASES, zipped

from ens_reports.intake.reader import package as module
from ens_reports.intake.reader.grid import UnreadableError
from ens_reports.intake.reader.package import open_package, pieces, whole


def test_a_part_comes_whole_and_one_that_is_not_there_empty() -> None:
    package = open_package(zipped({"a.xml": "<a/>"}))
    assert (whole(package, "a.xml"), whole(package, "b.xml")) == (b"<a/>", b"")


@pytest.mark.parametrize(
    ("name", "check"),
    [("members_twice", "file_damaged"), ("zip_with_password", "password_needed"), ("bomb_that_says_so", "file_unpacks_too_large")],
)
def test_a_package_is_refused_before_it_is_unpacked(name: str, check: str, tmp_path: Path) -> None:
    path = tmp_path / "x"
    CASES[name].make(path)
    with pytest.raises(UnreadableError) as caught:
        open_package(path.read_bytes())
    assert caught.value.check == check


def test_declared_sizes_and_ratios_bind(monkeypatch: pytest.MonkeyPatch) -> None:
    content = zipped({"a.xml": b" " * 100_000})
    open_package(content)
    monkeypatch.setattr(module, "SMALL_BYTES", 50_000)
    with pytest.raises(UnreadableError, match="file_unpacks_too_large"):
        open_package(content)


@pytest.mark.parametrize("size", [7, 100])
def test_declarations_of_entities_are_refused_also_where_a_piece_ends_in_one(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK_BYTES", size)
    with pytest.raises(UnreadableError, match="xml_declares_entities"):
        list(pieces(open_package(zipped({"a.xml": "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>"})), "a.xml"))
