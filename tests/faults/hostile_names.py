"""Names, links and things that are no files: what can lie in an inbox beside honest files."""

import os
import socket
from pathlib import Path

from faults.cases import GOOD_CSV, hostile

BOMB = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))


@hostile("line\nbreak.csv")
def name_with_a_line_break(path: Path) -> None:
    path.write_text(GOOD_CSV)


@hostile("\u202evsc.exe")
def name_that_turns_direction(path: Path) -> None:
    path.write_text(GOOD_CSV)


@hostile("n" * 251 + ".csv")
def name_of_255_characters(path: Path) -> None:
    """There is no room for `.cover.yaml` behind it."""
    path.write_text(GOOD_CSV)


@hostile("CON.csv")
def name_that_is_reserved(path: Path) -> None:
    path.write_text(GOOD_CSV)


@hostile("-rf.csv")
def name_like_an_option(path: Path) -> None:
    path.write_text(GOOD_CSV)


@hostile("=cmd|' !A0.csv")
def name_like_a_formula(path: Path) -> None:
    path.write_text(GOOD_CSV)


@hostile(os.fsdecode(b"caf\xe9\xff.csv"))
def name_that_is_no_text(path: Path) -> None:
    path.write_text(GOOD_CSV)


@hostile("\x1b[2Jclear.csv")
def name_that_clears_the_screen(path: Path) -> None:
    path.write_text(GOOD_CSV)


@hostile("link.csv", "file_is_link")
def link_to_a_file(path: Path) -> None:
    target = path.parent.parent / "elsewhere.txt"
    target.write_text(GOOD_CSV)
    path.symlink_to(target)


@hostile("endless.csv", "file_is_link")
def link_to_an_endless_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@hostile("round.csv", "file_is_link")
def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@hostile("pipe.csv", "file_not_regular")
def pipe_that_nobody_fills(path: Path) -> None:
    os.mkfifo(path)


@hostile("socket.csv", "file_not_regular")
def socket_that_nobody_hears(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as open_socket:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's path may have about 100 characters
        try:
            open_socket.bind(path.name)
        finally:
            os.chdir(here)


@hostile("covered.csv", "cover_damaged")
def cover_that_unfolds(path: Path) -> None:
    path.write_text(GOOD_CSV)
    path.with_name(f"{path.name}.cover.yaml").write_text(BOMB)


@hostile("covered.csv", "cover_damaged")
def cover_nested(path: Path) -> None:
    path.write_text(GOOD_CSV)
    path.with_name(f"{path.name}.cover.yaml").write_text("[" * 50_000)


@hostile("covered.csv", "cover_damaged")
def cover_that_runs(path: Path) -> None:
    path.write_text(GOOD_CSV)
    path.with_name(f"{path.name}.cover.yaml").write_text("period_from: !!python/object/apply:os.system ['true']\n")


@hostile("covered.csv", "cover_damaged")
def cover_that_is_a_link(path: Path) -> None:
    path.write_text(GOOD_CSV)
    target = path.parent.parent / "elsewhere.yaml"
    target.write_text("default handling_code: green\n")
    path.with_name(f"{path.name}.cover.yaml").symlink_to(target)


@hostile("covered.csv")
def cover_that_is_a_pipe(path: Path) -> None:
    path.write_text(GOOD_CSV)
    os.mkfifo(path.with_name(f"{path.name}.cover.yaml"))
