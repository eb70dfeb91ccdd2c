"""Kernels forked from a process that has imported already: half a second of starting and three of importing are spent once."""

import asyncio
import json
import os
import signal
import socket
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from ens_reports.errors import ToolError
from ens_reports.execute.isolation import MEMORY_BYTES

START_S = 120.0
"""Until the warm parent must have imported; it takes three seconds on an idle machine."""
HEARD_S = 0.2
"""Until a kernel that has answered must also be heard on the channel of its outputs; else it is asked again."""


class ForkedKernel:
    """A kernel's process, as the parts of `subprocess.Popen` that Jupyter asks for.

    Args:
        link: To the warm parent, which told the number of the process on it and will tell its end.
        pid: Of the process.
    """

    stdin = stdout = stderr = None

    def __init__(self, link: socket.socket, pid: int) -> None:
        self._link = link
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Its exit code, none while it runs."""
        if self.returncode is None:
            self._link.setblocking(False)  # noqa: FBT003 - the socket's own signature
            try:
                self._close(self._link.recv(1024))
            except BlockingIOError:
                return None
        return self.returncode

    def wait(self) -> int:
        """Its exit code, once it has one."""
        if self.returncode is None:
            self._link.setblocking(True)  # noqa: FBT003 - the socket's own signature
            self._close(self._link.recv(1024))
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        """Send a signal to it and to what it started."""
        if self.poll() is None:
            os.killpg(self.pid, number)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def _close(self, news: bytes) -> None:
        """The parent's last word; without one it is gone, and its kernels with it."""
        self.returncode = int(json.loads(news)["exit"]) if news else -signal.SIGKILL
        self._link.close()


class ForkedProvisioner(LocalProvisioner):
    """Has a kernel forked instead of started.

    Attributes:
        address: The warm parent's socket.
        hidden: Folders that the notebook must not see into.
        memory_bytes: Most address space of the notebook.
    """

    address: Path
    hidden: tuple[Path, ...] = ()
    memory_bytes: int = MEMORY_BYTES

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:  # noqa: ANN401 - Jupyter's signature
        """Ask for a kernel.

        Args:
            cmd: The command that would start one; its arguments name the connection file.
            kwargs: `env` and `cwd`, as for a process.
        """
        arguments = cmd[cmd.index("-f") :]
        request = {
            "environment": kwargs["env"],
            "cwd": str(kwargs["cwd"]),
            "arguments": arguments,
            "hidden": [str(folder) for folder in self.hidden],
            "memory_bytes": self.memory_bytes,
        }
        forked = fork(self.address, request)
        self.process = forked  # type: ignore[assignment] # has what Jupyter asks of a process
        self.pid, self.pgid = forked.pid, forked.pid
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002 - Jupyter's signature
        """End it, and see it end: Jupyter would look again only after a tenth of a second."""
        await super().kill(restart=restart)
        if self.process is not None:
            await asyncio.to_thread(self.process.wait)


class PromptClient(AsyncKernelClient):
    """Asks a kernel whether it is ready, and takes its own word for it, where Jupyter listens for a fifth of a second to silence.

    What a kernel says before its outputs are listened to is lost, with what its first cells show: both channels must have answered.
    """

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 - Jupyter's signature
        until = time.monotonic() + (timeout or START_S)
        while time.monotonic() < until:
            asked = self.kernel_info()
            reply = await self._answer(self._async_get_shell_msg, asked, "kernel_info_reply", within_s=1.0)
            if reply is not None and await self._answer(self._async_get_iopub_msg, asked, "status", within_s=HEARD_S, ending="idle"):
                self._handle_kernel_info_reply(reply)
                return
            if not await self._async_is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
        raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")

    async def _answer(
        self, read: Callable[..., Awaitable[dict[str, Any]]], asked: str, kind: str, *, within_s: float, ending: str = ""
    ) -> dict[str, Any] | None:
        """The message on a channel that answers a question; none where it does not come in time."""
        try:
            while True:
                message = await read(timeout=within_s)
                ours = message["parent_header"].get("msg_id") == asked and message["msg_type"] == kind
                if ours and message["content"].get("execution_state", ending) == ending:
                    return message
        except Empty:
            return None

    wait_for_ready = _async_wait_for_ready


def fork(address: Path, request: dict[str, object]) -> ForkedKernel:
    """Have a kernel forked.

    Args:
        address: The warm parent's socket; waited for, as it imports first.
        request: As `warm_parent.run_kernel` takes it.

    Raises:
        ToolError: There is no warm parent.
    """
    link = _connected(address)
    link.sendall(json.dumps(request).encode() + b"\n")
    news = link.recv(1024)
    if not news:
        raise ToolError("the process that notebooks are forked from must answer, got no answer", hint="try --kernel jupyter")
    return ForkedKernel(link, int(json.loads(news)["pid"]))


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
