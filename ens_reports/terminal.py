"""How a command speaks: options that all commands share, answers as text or JSON, errors with a hint, exit codes in one place."""

import inspect
import io
import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from ens_reports.errors import EnsError, RequestError

INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C ended."""

WorkspaceOption = Annotated[Path, typer.Option("--workspace", envvar="ENS_WORKSPACE", help="Folder of what arrives and what is made.")]
ProjectOption = Annotated[Path | None, typer.Option("--project", help="Folder that holds params/; searched upward from here if not given.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Print tracebacks.")]
SHARED: dict[str, tuple[Any, object]] = {
    "workspace": (WorkspaceOption, Path("workspace")),
    "project": (ProjectOption, None),
    "json_wanted": (JsonOption, False),
    "debug": (DebugOption, False),
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a command works.

    Attributes:
        workspace: The workspace's folder.
        project: The project's folder; none means upward from here.
    """

    workspace: Path
    project: Path | None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a command has to say.

    Attributes:
        data: For `--json`.
        lines: For people.
        exit_code: 0, or that of what went wrong without stopping the command.
        details: Tracebacks, for `--debug`.
    """

    data: object
    lines: Sequence[str]
    exit_code: int = 0
    details: Sequence[str] = ()


Command = Callable[..., Answer]


def command(app: typer.Typer, name: str) -> Callable[[Command], Command]:
    """Register a command: its first argument is a `Place`, the others are its own options.

    Args:
        app: Where it belongs.
        name: As people type it.
    """

    def register(function: Command) -> Command:
        def run(**given: Any) -> int:  # noqa: ANN401 - typer calls with the values that it parsed
            shared = {option: given.pop(option) for option in SHARED}
            place = Place(workspace=shared["workspace"], project=shared["project"])
            return _speak(lambda: function(place, **given), json_wanted=shared["json_wanted"], debug=shared["debug"])

        own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
        extra = [
            inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for option, (kind, default) in SHARED.items()
        ]
        parameters = [*(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own), *extra]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # how typer learns the options
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        run.__doc__ = function.__doc__
        app.command(name)(run)
        return function

    return register


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a command line to its exit code.

    Args:
        app: All commands.
        arguments: Without the program's name.
    """
    _write_any_character()
    try:
        code = app(list(arguments), standalone_mode=False, prog_name="ens")
    except typer.TyperException as error:
        message = error.format_message()  # empty where help was printed for want of a command
        return _tell(RequestError(message, hint="see `ens --help`")) if message else RequestError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return _say_stopped()
    return code if isinstance(code, int) else 0


def _write_any_character() -> None:
    """A terminal in another encoding shows what it lacks by number; a name of a file must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _speak(function: Callable[[], Answer], *, json_wanted: bool, debug: bool) -> int:
    try:
        answer = function()
    except EnsError as error:
        return _tell(error, debug=debug)
    except KeyboardInterrupt:
        return _say_stopped()
    except Exception as error:  # noqa: BLE001 - whatever it is, people get a sentence and an exit code, not a traceback
        return _tell(fault(error), debug=debug)
    text = json.dumps(answer.data, indent=2, ensure_ascii=False, default=str) if json_wanted else "\n".join(answer.lines)
    if text:
        print(text)  # noqa: T201 - the terminal is this module's work
    if debug and answer.details:
        print("\n".join(answer.details), file=sys.stderr)  # noqa: T201 - the terminal is this module's work
    return answer.exit_code


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar with time left, on stderr; where nobody watches, one line for each part that ended.

    Args:
        label: What is being done.

    Yields:
        To be told how many are done, of how many, and the name of the last.
    """
    from rich.console import Console  # noqa: PLC0415 - only where something takes long
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn  # noqa: PLC0415 - the same

    console = Console(stderr=True)
    columns = (
        TextColumn(label),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[last]}", markup=False),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=None, last="")

        def tell(done: int, total: int, last: str) -> None:
            bar.update(task, completed=done, total=total, last=last)
            if not console.is_terminal:
                console.out(f"{label} {done}/{total} {last}", highlight=False)

        yield tell


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    """Seconds since the block began."""
    start = time.perf_counter()
    yield lambda: round(time.perf_counter() - start, 3)


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Rows in columns as wide as their widest cell.

    Args:
        header: Names of the columns.
        rows: Cells; texts stand to the left, numbers to the right, none is blank.
    """
    cells = [["" if cell is None else str(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[position]) for row in cells) for position in range(len(header))]
    right = [bool(rows) and all(isinstance(row[position], int | float | None) for row in rows) for position in range(len(header))]
    return [
        "  ".join(cell.rjust(width) if end else cell.ljust(width) for cell, width, end in zip(row, widths, right, strict=True)).rstrip()
        for row in cells
    ]


def today() -> date:
    """The day in UTC, so that two machines of one unit agree."""
    return datetime.now(UTC).date()


def day(text: str) -> date:
    """A day as people write it.

    Args:
        text: Such as `2025-12-31`.

    Raises:
        RequestError: It is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RequestError(f"a day must be written as 2025-12-31, got {text!r}", hint="year, month, day") from None


def fault(error: Exception) -> EnsError:
    """What is told of an error that is none of ours: only its kind, for its words can hold a record's value."""
    return EnsError(f"a fault of ours: {type(error).__name__}", hint="see where with --debug, and report it")


def _tell(error: EnsError, *, debug: bool = False) -> int:
    if debug:
        traceback.print_exc()
    print(f"{error.message}\nhint: {error.hint}", file=sys.stderr)  # noqa: T201 - the terminal is this module's work
    return error.exit_code


def _say_stopped() -> int:
    print("stopped; what was finished is whole", file=sys.stderr)  # noqa: T201 - the terminal is this module's work
    return INTERRUPTED
