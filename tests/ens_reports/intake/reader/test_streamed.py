from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ens_reports.intake.long.stored import Stored
from ens_reports.intake.reader import delimited, streamed
from ens_reports.intake.reader.delimited import read_delimited
from ens_reports.intake.reader.grid import Reading, UnreadableError
from ens_reports.intake.reader.spelling import spell_out

CELL = st.text(alphabet=st.sampled_from('ab é;,"\n\t=0'), max_size=6)


def at_once(content: bytes) -> tuple[list[list[str]], list[int], Reading]:
    reading = spell_out(read_delimited(content))
    (grid,) = reading.grids
    width = max(map(len, grid.cells), default=0)
    return [row + [""] * (width - len(row)) for row in grid.cells], grid.rows, reading


def in_blocks(content: bytes, folder: Path, size: int) -> tuple[list[list[str]], list[int], streamed.Streamed]:
    path, target = folder / "text.csv", folder / "0.arrow"
    path.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streamed, "BLOCK_BYTES", size)
        found = streamed.stream(path, target)
    store = Stored(target)
    return next(iter(store.pieces(10**6)), store.at(store.rows[:0])).to_numpy(dtype=object).tolist(), store.rows.tolist(), found


def check_same(content: bytes, folder: Path, size: int = 40) -> streamed.Streamed:
    cells, rows, reading = at_once(content)
    again, numbers, found = in_blocks(content, folder, size)
    assert (again, numbers) == (cells, rows)
    assert sorted(map(repr, found.reading.notes)) == sorted(map(repr, reading.notes))
    assert (found.reading.encoding, found.reading.delimiter) == (reading.encoding, reading.delimiter)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c\n1,2,3\n" * 20,
        "a;b;c\r\n1;2;3\r\n" * 20,
        'a,b\n"x\ny",2\n"say ""so""",3\n' * 10,
        "a,b,c\n1,2,3\n\n4,5\n6,7,8\n" * 5,
        "a,b,c\n1,2,3,4\n4,5,6\n" * 5,
        'a,b,c\n1,2"x,3\n4,"5"y,6\n7,"unclosed,8\n9,9,9\n' * 3,
        "sep=;\na;b\n1;2\n3;4\n",
        "a,b\n1,NA\nNULL,nan\n,\n" * 4,
        "a,b\rc,d\re,f\n1,2\n",
        "a,b\n1,2\x002\n3,4\n",
        "Año,País\n1,Perú\n" * 8,
        "Pays,Lieu\nC\u00c3\u00b4te d'Ivoire,Abidjan\nKenya,Nairobi\n" * 4,
        "one\ntwo\nthree\n",
        "a,b,c,d,e\n1,2,broken\nhere,4,5\n1,2,3,4,5\n" * 4,
        "a,b\n1,2\n3,4",
    ],
)
def test_blocks_give_what_the_whole_file_gives(text: str, tmp_path: Path) -> None:
    check_same(text.encode(), tmp_path, size=10_000)


@pytest.mark.parametrize("size", [16, 37, 200])
@pytest.mark.parametrize("text", ["a,b,c\n1,2,3\n" * 20, 'a,b\n"x\ny",2\n"say ""so""",3\n' * 10, "a;b;c\r\n1;é;3\r\n" * 20])
def test_where_blocks_end_makes_no_difference(text: str, size: int, tmp_path: Path) -> None:
    check_same(text.encode(), tmp_path, size=size)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "utf-16-le"])
def test_other_encodings(encoding: str, tmp_path: Path) -> None:
    check_same(("Año;País;Número\n" + "2024;Perú;3\n" * 30).encode(encoding), tmp_path)


def test_bytes_that_are_no_letters(tmp_path: Path) -> None:
    check_same(b"\xef\xbb\xbfa,b\n" + b"1,x\xff\n" * 20, tmp_path)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=12), quoted=st.booleans())
def test_any_text_is_read_alike(rows: list[list[str]], *, quoted: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    quote = (lambda cell: '"' + cell.replace('"', '""') + '"') if quoted else str
    text = "\n".join(",".join(map(quote, row)) for row in rows)
    assume(text.strip())
    check_same(text.encode(), tmp_path_factory.mktemp("any"), size=10_000)


def test_a_wider_record_widens_all(tmp_path: Path) -> None:
    found = check_same(b"a,b\n" + b"1,2\n" * 40 + b"1,2,3,4\n", tmp_path)
    assert (found.width, found.short) == (4, [])


def test_records_with_fewer_cells_than_most_are_short(tmp_path: Path) -> None:
    assert check_same(b"a,b,c\n" + b"1,2,3\n" * 9 + b"1\n\n", tmp_path).short == [11]


def test_a_cell_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cell_too_long"):
        in_blocks(b"a,b\n1," + b"x" * 1_000_002 + b"\n", tmp_path, 10_000_000)


def test_a_record_that_is_too_wide(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="columns_too_many"):
        in_blocks(b"a,b\n1,2\n" * 300 + b"," * 2_000 + b"\n", tmp_path, 10_000_000)


@pytest.mark.parametrize(
    ("content", "streamed_too"),
    [(b"a,b\n", True), (b"PK\x03\x04", False), (b'{"a": 1}', False), (b"Ecomessage\n1: a\n", False), (b"%PDF", False)],
)
def test_only_large_delimited_text_is_read_in_blocks(
    content: bytes, *, streamed_too: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streamed, "STREAMED_BYTES", len(content))
    path = tmp_path / "f"
    path.write_bytes(content)
    assert streamed.can_stream(path) is streamed_too
    monkeypatch.setattr(streamed, "STREAMED_BYTES", len(content) + 1)
    assert not streamed.can_stream(path)


def test_a_cell_that_is_too_long_is_told_with_its_row_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_CELL_CHARS", 50)
    content = b"a,b\n" + b"1,2\n" * 30 + b'3,"x"y' + b"z" * 60 + b"\n4,5\n"
    with pytest.raises(UnreadableError) as caught:
        in_blocks(content, tmp_path, 40)
    with pytest.raises(UnreadableError) as at_once_too:
        read_delimited(content)
    assert (caught.value.check, caught.value.values) == (at_once_too.value.check, at_once_too.value.values)
    assert caught.value.values["row"] == "32"


@pytest.mark.parametrize("last", [b"", b"end,of\n"])
def test_a_quotation_mark_that_is_never_closed_is_read_as_at_once(tmp_path: Path, last: bytes) -> None:
    check_same(b"a,b\n" + b"1,2\n" * 12 + b'3,"never\n' + b"4,5\n" * 40 + last, tmp_path)


def test_a_record_that_never_ends_is_not_held_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In memory there are several copies of a block."""
    path = tmp_path / "long.csv"
    path.write_bytes(b'a,b\n1,"' + b"x\n" * 500)
    monkeypatch.setattr(streamed, "BLOCK_BYTES", 50)
    monkeypatch.setattr(streamed, "MAX_BLOCK_BYTES", 200)
    form = streamed.Form(encoding="utf-8", is_utf8=True, delimiter=",", stated=False, first=2, usual=2)
    blocks = list(streamed._blocks(path, form))
    assert b"".join(blocks) == path.read_bytes()
    assert max(map(len, blocks)) <= 200 + 50
