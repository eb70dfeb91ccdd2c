import os
import sys
import time
from pathlib import Path

import pytest

from ens_reports import process
from ens_reports.errors import ToolError


def python(code: str) -> list[str]:
    return [sys.executable, "-I", "-c", code]


def test_output_and_input_pass_through(tmp_path: Path) -> None:
    done = process.run(python("import sys; print(sys.stdin.read().upper())"), cwd=tmp_path, timeout_s=20, stdin=b"abc")

    assert process.Completed(stdout="ABC\n", stderr="") == done


def test_the_environment_holds_nothing_personal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "canary")
    monkeypatch.setenv("PANDERA_VALIDATION_ENABLED", "False")
    done = process.run(python("import os; print(sorted(os.environ))"), cwd=tmp_path, timeout_s=20, environment={"ADDED": "1"})

    assert "SECRET_TOKEN" not in done.stdout
    assert "PANDERA_VALIDATION_ENABLED" not in done.stdout
    assert "ADDED" in done.stdout


def test_a_failure_carries_the_programs_own_words(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        process.run(["/bin/sh", "-c", "echo no such thing >&2; exit 4"], cwd=tmp_path, timeout_s=20)

    assert "sh must end with 0, got 4: no such thing" == caught.value.message


def test_a_missing_program_is_named(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        process.run([str(tmp_path / "quarto")], cwd=tmp_path, timeout_s=20)

    assert "quarto must be a program that can be started, got: No such file or directory" == caught.value.message


def test_what_takes_too_long_is_killed_with_everything_it_started(tmp_path: Path) -> None:
    """A wrapper script's child outlives its parent unless the whole group is killed."""
    script = f"sleep 60 & echo $! > {tmp_path}/child; wait"
    with pytest.raises(ToolError, match=r"^sh must end within 0\.5 s, got no end$"):
        process.run(["/bin/sh", "-c", script], cwd=tmp_path, timeout_s=0.5)

    assert ends(int((tmp_path / "child").read_text()))


def test_what_a_program_leaves_behind_is_killed(tmp_path: Path) -> None:
    process.run(["/bin/sh", "-c", f"sleep 60 > /dev/null 2>&1 & echo $! > {tmp_path}/child"], cwd=tmp_path, timeout_s=20)

    assert ends(int((tmp_path / "child").read_text()))


def ends(pid: int) -> bool:
    for _ in range(100):
        if is_gone(pid):
            return True
        time.sleep(0.05)
    return False


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return "Z" == Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]


@pytest.mark.parametrize("stated", ["tool", "", "bin/.."])
def test_a_variable_names_a_program_or_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stated: str) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "tool").write_text("#!/bin/sh\n")
    (tmp_path / "tool").chmod(0o755)
    monkeypatch.setenv("TOOL_PATH", str(tmp_path / stated))

    found = process.locate("tool", variable="TOOL_PATH")
    assert found is not None
    assert tmp_path / "tool" == found.resolve()


def test_a_program_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOOL_PATH", raising=False)

    assert (Path("/bin/sh").resolve(), None) == (
        (process.locate("sh", variable="TOOL_PATH") or Path()).resolve(),
        process.locate("no-such-tool", variable="TOOL_PATH"),
    )


def test_a_variable_that_leads_nowhere_is_no_reason_to_look_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOOL_PATH", str(tmp_path / "gone"))

    assert process.locate("sh", variable="TOOL_PATH") is None
