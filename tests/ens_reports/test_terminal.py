import json
from datetime import date
from typing import Annotated

import pytest
import typer

from ens_reports.errors import DataError, PolicyError, RequestError
from ens_reports.terminal import Answer, Place, command, day, progress, run, table

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def _top() -> None:
    """A program of two commands."""


@command(app, "greet")
def greet(place: Place, names: Annotated[list[str] | None, typer.Argument()] = None, times: Annotated[int, typer.Option()] = 1) -> Answer:
    """Greet people."""
    data = {"names": names or [], "times": times, "workspace": str(place.workspace)}
    return Answer(data=data, lines=[f"Hello {name}" for name in names or []], exit_code=DataError.exit_code, details=["a traceback"])


@command(app, "fail")
def fail(_place: Place, how: str) -> Answer:
    """Fail."""
    if how == "policy":
        raise PolicyError("the recipient must be allowed, got another", hint="ask the owner")
    if how == "stop":
        raise KeyboardInterrupt
    raise KeyError("a name out of a record")


def test_people_get_lines_and_the_exit_code_of_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["greet", "Ada", "Grace"]) == 3
    assert capsys.readouterr() == ("Hello Ada\nHello Grace\n", "")


def test_machines_get_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["greet", "Ada", "--times", "2", "--workspace", "w", "--json"]) == 3
    assert json.loads(capsys.readouterr().out) == {"names": ["Ada"], "times": 2, "workspace": "w"}


def test_the_workspace_can_come_from_the_environment(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENS_WORKSPACE", "elsewhere")

    run(app, ["greet", "--json"])

    assert json.loads(capsys.readouterr().out)["workspace"] == "elsewhere"


def test_an_error_of_ours_is_a_message_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["fail", "policy"]) == 4
    assert capsys.readouterr() == ("", "the recipient must be allowed, got another\nhint: ask the owner\n")


def test_any_other_error_is_a_fault_of_ours_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["fail", "otherwise"]) == 1
    assert capsys.readouterr().err == "a fault of ours: KeyError\nhint: see where with --debug, and report it\n"


def test_only_debug_prints_tracebacks(capsys: pytest.CaptureFixture[str]) -> None:
    run(app, ["fail", "otherwise", "--debug"])
    assert "Traceback (most recent call last)" in capsys.readouterr().err

    run(app, ["greet", "--debug"])
    assert capsys.readouterr().err == "a traceback\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["greet", "--tmes", "2"], "No such option: --tmes"),
        (["greet", "--times", "x"], "Invalid value for '--times'"),
        (["gret"], "No such"),
    ],
)
def test_a_wrong_command_line_is_a_wrong_request(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(app, arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith(message)
    assert error.endswith("hint: see `ens --help`\n")


def test_ctrl_c_says_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["fail", "stop"]) == 130
    assert capsys.readouterr().err == "stopped; what was finished is whole\n"


def test_without_a_command_there_is_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, []) == 2
    said = capsys.readouterr()
    assert "Usage: ens" in said.out
    assert said.err == ""


def test_where_nobody_watches_progress_is_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Building") as tell:
        tell(1, 2, "first")
        tell(2, 2, "second")

    assert capsys.readouterr() == ("", "Building 1/2 first\nBuilding 2/2 second\n")


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    assert table(("name", "rows"), [("a", 5), ("bcdef", 120)]) == ["name   rows", "a         5", "bcdef   120"]


def test_a_day_is_read_as_it_is_written() -> None:
    assert day("2025-12-31") == date(2025, 12, 31)
    with pytest.raises(RequestError, match=r"^a day must be written as 2025-12-31, got '1/2/2026'$"):
        day("1/2/2026")
