import io
import pickle
import sys
from pathlib import Path

import pytest

from ens_reports.intake.long import helper
from ens_reports.intake.long.helper import GoneError, Helper, call_in, serve, take_waiting


def asked(*questions: object) -> list[object]:
    """What is answered to some questions, by this process."""
    questions_file, answers = io.BytesIO(b"".join(pickle.dumps(question) for question in questions)), io.BytesIO()
    serve(questions_file, answers)
    answers.seek(0)
    return [pickle.load(answers) for _ in questions]  # noqa: S301 - our own


def test_the_first_question_is_the_job_for_the_others() -> None:
    assert asked(len, "four", [1, 2]) == [(True, None), (True, 4), (True, 2)]


def test_what_fails_is_told_and_the_next_is_done() -> None:
    assert asked(len, 3, "abc") == [(True, None), (False, None), (True, 3)]


def test_a_process_of_its_own_answers_and_ends() -> None:
    one = Helper()
    try:
        assert one.ask(len) is None
        assert one.ask("four") == 4
        with pytest.raises(GoneError):
            one.ask(4)
        assert one.ask("abc") == 3
    finally:
        one.close()
    with pytest.raises(GoneError):
        one.ask("abc")


def test_a_helper_that_ends_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper, "COMMAND", [sys.executable, "-I", "-c", "print('no pickle')"])
    one = Helper()
    with pytest.raises(GoneError):
        one.ask(len)
    one.close()


def test_a_helper_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asked does the work itself."""
    monkeypatch.setattr(helper, "COMMAND", [sys.executable, "-I", "-c", "import time; time.sleep(600)"])
    monkeypatch.setattr(helper, "ANSWER_S", 0.2)
    one = Helper()
    with pytest.raises(GoneError):
        one.ask(len)
    one.close()


def test_one_helper_waits_where_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper, "COMMAND", [sys.executable, "-I", "-c", "input()"])
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    call_in()
    assert take_waiting() is None
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    call_in()
    call_in()
    waiting = take_waiting()
    assert waiting is not None
    waiting.close()
    assert take_waiting() is None


def test_without_a_helper_the_work_is_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(helper, "COMMAND", [str(tmp_path / "none")])
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    call_in()
    assert take_waiting() is None
