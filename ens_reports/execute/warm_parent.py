"""The warm parent: `python -m ens_reports.execute.warm_parent SOCKET HIDDEN MODULE ...` imports, and forks a kernel for each notebook.

It is started afresh, holds no data, and ends with the process that started it. What a kernel may not see is said once, as it starts:
a notebook that found the socket could have another kernel, but none with other walls.
"""

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ens_reports.execute.isolation import end_with, isolate
from ens_reports.execute.without import DEBUGGER, import_without
from ens_reports.process import look_for_garbage_rarely

if TYPE_CHECKING:
    from ens_reports.execute.piped import PipedApp

ALWAYS = (
    "IPython.core.logger",
    "encodings.utf_16_be",
    "encodings.utf_16_le",
    "ens_reports.render.theme.fonts",
    "ens_reports.report",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "pandas.core.arrays.arrow._arrow_utils",
    "pandas.core.arrays.arrow.extension_types",
    "pandas.core.methods.to_dict",
    "pandas.core.reshape.reshape",
    "pandas.io.formats.html",
    "pyarrow.dataset",
    "pyarrow.pandas_compat",
    "tornado.platform.asyncio",
)
"""What notebooks come to need, beside what their cells and a kernel import."""
PIPE = 3
"""The descriptor of a kernel's pipe: the first that is free."""
LONGEST_REQUEST = 1 << 20
ASKING_S = 2.0
"""Who asks for a kernel says what it wants at once: nobody else is heard meanwhile."""


@dataclass(kw_only=True)
class Kernel:
    """A kernel that was forked.

    Attributes:
        pid: Its process, which leads a group of its own.
        asker: Who asked for it, and is told of its end.
        watch: Becomes readable when it ends.
    """

    pid: int
    asker: socket.socket
    watch: int


class WarmParent:
    """Forks kernels on request.

    Args:
        listener: Where requests come in.
        app: The kernel that each child is to be.
        hidden: Folders that no child sees into.
    """

    def __init__(self, listener: socket.socket, app: "PipedApp", *, hidden: Sequence[Path]) -> None:
        self._listener, self._app, self._hidden = listener, app, hidden
        self._selector = selectors.DefaultSelector()
        self._kernels: dict[int, Kernel] = {}

    def serve(self) -> None:
        """Answer until standard input is closed, then end what still runs, and see it end."""
        self._selector.register(self._listener, selectors.EVENT_READ, self._accept)
        self._selector.register(0, selectors.EVENT_READ, self._stop)
        try:
            while True:
                for key, _events in self._selector.select():
                    key.data(key.fileobj)
        except SystemExit:
            for pid in self._kernels:
                _end(pid)
            for pid in self._kernels:
                os.waitpid(pid, 0)
            raise

    def _stop(self, _stdin: object) -> None:
        sys.exit(0)

    def _accept(self, _listener: object) -> None:
        asker, _address = self._listener.accept()
        asker.settimeout(ASKING_S)
        try:
            pipe, request = _request(asker)
        except (OSError, ValueError):
            asker.close()
            return
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._become(request, pipe, parent=parent)
        os.close(pipe)
        kernel = Kernel(pid=pid, asker=asker, watch=os.pidfd_open(pid))
        self._kernels[pid] = kernel
        self._selector.register(kernel.watch, selectors.EVENT_READ, lambda _watch: self._ended(kernel))
        self._selector.register(asker, selectors.EVENT_READ, lambda _asker: _end(kernel.pid))
        _tell(asker, {"pid": pid})

    def _ended(self, kernel: Kernel) -> None:
        _pid, status = os.waitpid(kernel.pid, 0)
        _kill(kernel.pid)
        _tell(kernel.asker, {"exit": os.waitstatus_to_exitcode(status)})
        for end in (kernel.watch, kernel.asker):
            self._selector.unregister(end)
        os.close(kernel.watch)
        kernel.asker.close()
        del self._kernels[kernel.pid]

    def _become(self, request: dict[str, Any], pipe: int, *, parent: int) -> None:
        """In the child: leave everything of the parent's, and be a kernel; never comes back."""
        status = 1
        try:
            os.setsid()
            end_with(parent)
            self._leave()
            _be_silent()
            os.dup2(pipe, PIPE, inheritable=False)
            os.closerange(PIPE + 1, max(int(path.name) for path in Path("/proc/self/fd").iterdir()) + 1)
            run_kernel(self._app, request, Connection(PIPE), hidden=self._hidden)
            status = 0
        finally:
            os._exit(status)

    def _leave(self) -> None:
        """Let go of the parent's ends, so that no object of its closes a number that has become another's."""
        self._selector.close()
        for end in (self._listener, *(kernel.asker for kernel in self._kernels.values())):
            end.detach()


def run_kernel(app: "PipedApp", request: dict[str, Any], pipe: Connection, *, hidden: Sequence[Path]) -> None:
    """Be a kernel in this process.

    Args:
        app: The kernel.
        request: `environment` and `cwd`.
        pipe: Where it is asked.
        hidden: Folders that it does not see into.
    """
    import numpy as np  # noqa: PLC0415 - the parent has imported it by now

    from ens_reports.execute.piped import serve  # noqa: PLC0415 - as above

    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["cwd"])
    isolate(hidden, room=Path(request["cwd"]))
    np.random.seed()  # noqa: NPY002 - what a notebook may use; without this all draw the same numbers
    look_for_garbage_rarely()
    serve(app, pipe)


def warm_up(modules: list[str]) -> None:
    """Import what notebooks need; one that is not there will be told by the cell that imports it.

    Args:
        modules: Names.
    """
    import_without(DEBUGGER, "ipykernel.debugger")
    for name in (*ALWAYS, *modules):
        with contextlib.suppress(Exception, SystemExit):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _request(asker: socket.socket) -> tuple[int, dict[str, Any]]:
    """The kernel's end of its pipe, and what it is to be."""
    _first, (pipe, *_more), _flags, _address = socket.recv_fds(asker, 1, 1)
    with asker.makefile("rb") as lines:
        request: dict[str, Any] = json.loads(lines.readline(LONGEST_REQUEST))
    return pipe, request


def _tell(asker: socket.socket, news: dict[str, int]) -> None:
    with contextlib.suppress(OSError):
        asker.sendall(json.dumps(news).encode() + b"\n")


def _be_silent() -> None:
    """Read and write nothing past Python's streams: nobody empties the parent's pipes, and who writes to a full one waits for ever."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nowhere, number)


def _end(pid: int) -> None:
    """Kill a kernel that runs, and what it started: one that was forked just now leads no group yet."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    _kill(pid)


def _kill(pid: int) -> None:
    """All that is left of a kernel's group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def main(arguments: list[str]) -> None:
    """Import, listen, serve.

    Args:
        arguments: The socket's path, hidden folders as a list in JSON, and names of modules.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    address, hidden, *modules = arguments
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is printed in importing nobody reads, and a full pipe would be waited for
    warm_up(modules)
    from ens_reports.execute.piped import prepare  # noqa: PLC0415 - imports ipykernel, which must find no debugger
    from ens_reports.report.rehearsal import rehearse  # noqa: PLC0415 - as slow to import

    rehearse()
    app = prepare()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listener:
        # Whoever waits for the socket must find it listening: it appears under its name when it does.
        listener.bind(f"{address}.new")
        listener.listen()
        Path(f"{address}.new").rename(address)
        WarmParent(listener, app, hidden=[Path(folder) for folder in json.loads(hidden)]).serve()


if __name__ == "__main__":
    main(sys.argv[1:])
