"""Kernels forked from a process that has imported already: half a second of starting and three of importing are spent once."""

import contextlib
import json
import os
import signal
import socket
import struct
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path
from queue import Empty
from socket import SocketIO
from typing import Any

from nbclient.exceptions import DeadKernelError
from papermill.clientwrap import PapermillNotebookClient

from ens_reports.errors import ToolError

START_S = 120.0
"""Until the warm parent must have imported; it takes three seconds on an idle machine."""
STALLED_S = 30
"""Until an answer that has begun must go on."""
MOST_SHOWN_BYTES = 256 << 20
"""What one cell may show: a thousand times what ours do."""


class ForkedKernel:
    """A kernel's process.

    Args:
        link: To the warm parent.
        news: What that says on it, line by line: the number of the process, and its end.
        pid: Of the process, which leads a group of its own.
        pipe: To the kernel.
    """

    def __init__(self, link: socket.socket, news: SocketIO, pid: int, pipe: Connection) -> None:
        self._link, self._news = link, news
        self.pid = pid
        self.pipe = pipe
        self.returncode: int | None = None

    def answers(self, within_s: float) -> bool:
        """Wait for an answer.

        Args:
            within_s: Seconds.

        Returns:
            Whether there is one in time.

        Raises:
            EOFError: It has ended without one.
        """
        ready = wait([self.pipe, self._link], within_s)
        if ready and self.pipe not in ready:
            raise EOFError
        return bool(ready)

    def wait(self) -> int:
        """Its exit code, once it has one; -9 where its parent is gone, and it with it."""
        if self.returncode is None:
            news = self._news.readline()
            self.returncode = int(json.loads(news)["exit"]) if news else -signal.SIGKILL
            self._news.close()
            self._link.close()
        return self.returncode

    def kill(self) -> None:
        """End it and what it started, and see it end."""
        self.pipe.close()
        if self.returncode is None:
            with contextlib.suppress(OSError):
                self._link.shutdown(socket.SHUT_WR)
        self.wait()


class PipedClient:
    """A kernel as nbclient asks it: what a cell shows is there when the cell has ended.

    Args:
        kernel: The process.
        deadline: When it must have answered all, by `time.perf_counter`.
    """

    allow_stdin = False

    def __init__(self, kernel: ForkedKernel, *, deadline: float) -> None:
        self._kernel, self._deadline = kernel, deadline
        self._asked = 0
        self.shell_channel, self.iopub_channel = Channel(), Channel()

    def execute(self, code: str, *, store_history: bool = True, stop_on_error: bool = True) -> str:
        """Run code to its end.

        Args:
            code: Of a cell.
            store_history: Whether it counts.
            stop_on_error: Whether a failure ends what is asked behind it.

        Returns:
            The request's id.

        Raises:
            DeadKernelError: The kernel died.
            TimeoutError: No time is left.
        """
        content = {"code": code, "silent": False, "store_history": store_history, "stop_on_error": stop_on_error, "user_expressions": {}}
        return self._ask("execute_request", {**content, "allow_stdin": False})

    def kernel_info(self) -> str:
        """Ask the kernel what it is; raises as `execute` does."""
        return self._ask("kernel_info_request", {})

    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return not self._kernel.pipe.closed

    def _ask(self, kind: str, content: dict[str, object]) -> str:
        self._asked += 1
        request = {"header": {"msg_id": str(self._asked), "msg_type": kind}, "parent_header": {}, "metadata": {}, "content": content}
        for message, is_reply in self._answer(json.dumps(request).encode()):
            (self.shell_channel if is_reply else self.iopub_channel).append(message)
        return str(self._asked)

    def _answer(self, request: bytes) -> list[tuple[dict[str, Any], bool]]:
        """Messages, and which of them are replies."""
        pipe = self._kernel.pipe
        try:
            pipe.send_bytes(request)
            answered = self._kernel.answers(max(0.0, self._deadline - time.perf_counter()))
            said = pipe.recv_bytes(MOST_SHOWN_BYTES).decode(errors="replace") if answered else "[]"
            answer = [(message, message["msg_type"].endswith("_reply")) for message in json.loads(said)]
        except (
            EOFError,
            OSError,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            RecursionError,
        ) as error:  # what was sent is the notebook's
            raise DeadKernelError("Kernel died") from error
        if not answered:
            raise TimeoutError
        return answer


class Channel(deque[dict[str, Any]]):
    """What a kernel said, in its order."""

    async def get_msg(self, timeout: float | None = None) -> dict[str, Any]:  # noqa: ARG002, ASYNC109 - Jupyter's signature
        """The next message.

        Args:
            timeout: Nothing comes later.

        Raises:
            Empty: There is none.
        """
        if not self:
            raise Empty
        return self.popleft()


class ForkedNotebookClient(PapermillNotebookClient):  # type: ignore[misc] # papermill ships no types
    """Runs a notebook's cells in a forked kernel.

    Args:
        nb_man: Papermill's manager of the notebook.
        kernel: Has the kernel forked.
        deadline: As of `PipedClient`.
        settings: As nbclient takes them.
    """

    def __init__(self, nb_man: Any, kernel: Callable[[], ForkedKernel], *, deadline: float, **settings: Any) -> None:  # noqa: ANN401 - papermill ships no types
        super().__init__(nb_man, **settings)
        self._fork, self._deadline = kernel, deadline

    @contextlib.contextmanager
    def setup_kernel(self, **_settings: object) -> Iterator[None]:
        """Have a kernel for as long as this lasts."""
        kernel = self._fork()
        self.kc = PipedClient(kernel, deadline=self._deadline)
        try:
            yield
        finally:
            kernel.kill()


def fork(address: Path, request: Mapping[str, object]) -> ForkedKernel:
    """Have a kernel forked.

    Args:
        address: The warm parent's socket; waited for, as it imports first.
        request: As `warm_parent.run_kernel` takes it.

    Raises:
        ToolError: There is no warm parent.
    """
    link = _connected(address)
    ours, theirs = Pipe()
    _give_up_on_silence(ours)
    with theirs:
        socket.send_fds(link, [b"\n"], [theirs.fileno()])
    link.sendall(json.dumps(request).encode() + b"\n")
    news = link.makefile("rb", buffering=0)
    told = news.readline()
    if not told:
        news.close()
        link.close()
        raise ToolError("the process that notebooks are forked from must answer, got no answer", hint="try --kernel jupyter")
    return ForkedKernel(link, news, int(json.loads(told)["pid"]), ours)


def _give_up_on_silence(pipe: Connection) -> None:
    """An answer that has begun must go on: half of one would be waited for without an end."""
    with socket.socket(fileno=os.dup(pipe.fileno())) as end:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", STALLED_S, 0))


def _connected(address: Path) -> socket.socket:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        link = socket.socket(socket.AF_UNIX)
        try:
            link.connect(str(address))
        except (FileNotFoundError, ConnectionRefusedError):
            link.close()
            time.sleep(0.02)
        else:
            return link
    raise ToolError(f"the process that notebooks are forked from must be ready within {START_S:g} s, got none", hint="try --kernel jupyter")
