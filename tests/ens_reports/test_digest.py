from pathlib import Path

from ens_reports import digest

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_bytes_and_files_agree(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"abc" * 100_000)

    assert digest.of_bytes(b"abc" * 100_000) == digest.of_file(path)
    assert digest.of_bytes(b"") == EMPTY


def test_the_order_of_keys_does_not_matter() -> None:
    assert digest.of_value({"a": 1, "b": [1, 2]}) == digest.of_value({"b": [1, 2], "a": 1})


def test_the_order_of_a_list_does_matter() -> None:
    assert digest.of_value([1, 2]) != digest.of_value([2, 1])
