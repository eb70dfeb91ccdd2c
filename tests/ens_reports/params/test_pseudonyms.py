from pathlib import Path

import pytest

from ens_reports.errors import RequestError
from ens_reports.params.pseudonyms import FILE, is_example, read_key

ROOT = Path(__file__).parents[3]


def test_the_key_that_comes_along_is_known_as_an_example() -> None:
    assert is_example(read_key(ROOT / FILE))
    assert not is_example(b"0" * 32)


def test_remarks_and_line_ends_are_no_part_of_a_key(tmp_path: Path) -> None:
    path = tmp_path / "pseudonyms.key"
    path.write_text("# a remark\r\n" + "ab" * 20 + "\r\n" + "cd" * 12 + "\n")

    assert read_key(path) == bytes.fromhex("ab" * 20 + "cd" * 12)


@pytest.mark.parametrize("text", ["", "ab" * 31, "xy" * 32, "# " + "ab" * 32, "ab" * 31 + "a"])
def test_what_is_no_key_is_refused_without_being_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pseudonyms.key"
    path.write_text(text)

    with pytest.raises(RequestError) as caught:
        read_key(path)

    assert caught.value.message == f"{path} must hold 64 hexadecimal digits or more, got something else"


def test_a_key_that_is_not_there_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        read_key(tmp_path / "pseudonyms.key")

    assert caught.value.message == f"{tmp_path / 'pseudonyms.key'} must be a file, got none"
    assert "secrets.token_hex(32)" in caught.value.hint
