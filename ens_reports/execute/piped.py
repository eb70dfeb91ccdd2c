"""A kernel that is spoken to by one pipe: ipykernel's own, without its sockets and threads, so that it can be made before a fork.

All that it says while a cell runs goes out at once when the cell has ended, as the messages that Jupyter's protocol has for it.
"""

import asyncio
import codecs
import contextlib
import fcntl
import json
import os
import sys
import threading
from multiprocessing.connection import Connection
from types import SimpleNamespace
from typing import Any

from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from IPython.core.profiledir import ProfileDir
from IPython.external.pickleshare import PickleShareDB
from jupyter_client.session import Session
from tornado.ioloop import IOLoop
from traitlets import Type

WITHOUT = ("--HistoryManager.enabled=False",)
"""What a kernel does without: it is asked once, and never what it was asked before."""
CHUNK_BYTES = 1 << 20


class Outbox(Session):
    """Keeps messages until they are taken, instead of sending each through a socket."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self._kept: list[bytes] = []

    def send(self, _stream: object, msg_or_type: dict[str, Any] | str, *arguments: Any, **options: Any) -> dict[str, Any]:  # type: ignore[override] # noqa: ANN401 - Jupyter's signature
        """Keep a message.

        Args:
            msg_or_type: The message, or its type.
            arguments: Its content and parent.
            options: The same by name, `header`, `metadata`, and what only a socket needs.

        Returns:
            The message.
        """
        if isinstance(msg_or_type, dict):
            message = msg_or_type
        else:
            content, parent = (*arguments, None, None)[:2]
            kept = {name: options[name] for name in ("content", "parent", "header", "metadata") if name in options}
            message = self.msg(msg_or_type, **{"content": content, "parent": parent, **kept})
        with contextlib.suppress(UnicodeEncodeError):  # half a character: Jupyter loses such a message too
            self._kept.append(self.pack(message))
        return message

    def take(self) -> bytes:
        """What was kept since it was taken last, in its order: a list in JSON, written by Jupyter's own rules as each was sent."""
        kept, self._kept = self._kept, []
        return b"[" + b",".join(kept) + b"]"


class NoThread(IOPubThread):
    """Does at once what ipykernel has a thread do."""

    def __init__(self) -> None:
        self.thread = None  # type: ignore[assignment] # by which a stream knows that there is none
        self.io_loop = None  # type: ignore[assignment] # nothing is put off

    def schedule(self, f: Any) -> None:  # noqa: ANN401 - ipykernel's signature
        """Do it.

        Args:
            f: What to do.
        """
        f()


class Stream(OutStream):
    """Python's standard output or errors; what is written past it, to the descriptor, is read from a file in memory."""

    def _setup_stream_redirects(self, name: str) -> None:
        """Take the descriptor's place."""
        self._original_stdstream_fd = {"stdout": 1, "stderr": 2}[name]
        self._original_stdstream_copy = os.dup(self._original_stdstream_fd)
        self._past = os.memfd_create(name, os.MFD_CLOEXEC)
        self._seen = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        fcntl.fcntl(self._past, fcntl.F_SETFL, os.O_APPEND)
        os.dup2(self._past, self._original_stdstream_fd)

    def write(self, string: str) -> int:
        """Take text, after what was written past it until now.

        Args:
            string: The text.

        Raises:
            TypeError: It is none.
        """
        if os.getpid() != self._master_pid:
            os.write(self._original_stdstream_fd, string.encode(errors="backslashreplace"))
            return len(string)
        self._take_what_was_written_past()
        return super().write(string) or 0

    def _take_what_was_written_past(self) -> None:
        with self._buffer_lock:
            while self._should_watch and (found := os.pread(self._past, CHUNK_BYTES, self._seen)):
                self._seen += len(found)
                super().write(self._decoder.decode(found))

    def _schedule_flush(self) -> None:
        """Nobody looks before the cell has ended."""

    def _flush(self) -> None:
        if os.getpid() == self._master_pid:
            self._take_what_was_written_past()
            super()._flush()  # type: ignore[no-untyped-call] # ipykernel is typed in part

    def become(self) -> None:
        """Be the stream of this process, which was forked."""
        self._master_pid = os.getpid()
        self._should_watch = True
        self._setup_stream_redirects(self.name)


class PipedKernel(IPythonKernel):
    """IPython's kernel, asked by a call."""

    async def answer(self, request: dict[str, Any]) -> None:
        """Do one request, as ipykernel does what comes through a socket.

        Args:
            request: A message of Jupyter's protocol: to run code, or to tell what it is.
        """
        self.set_parent([], request)  # type: ignore[no-untyped-call] # ipykernel is typed in part
        self._publish_status("busy", "shell")  # type: ignore[no-untyped-call] # as above
        self.pre_handler_hook()  # type: ignore[no-untyped-call] # as above
        try:
            await self.shell_handlers[request["header"]["msg_type"]](None, [], request)
        finally:
            self.post_handler_hook()  # type: ignore[no-untyped-call] # as above
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        self._publish_status("idle", "shell")  # type: ignore[no-untyped-call] # as above

    def _abort_queues(self, *_subshell: object) -> None:
        """Nothing waits in a queue: who asks hears of a failure before it asks on."""


class PipedApp(IPKernelApp):
    """ipykernel's application with all that is not a socket or a file."""

    kernel_class = Type(PipedKernel)

    def init_connection_file(self) -> None:
        """Nobody connects."""

    def write_connection_file(self, **_information: Any) -> None:  # noqa: ANN401 - Jupyter's signature
        """Nobody connects."""

    def init_heartbeat(self) -> None:
        """Who waits for an answer sees the pipe end."""

    def log_connection_info(self) -> None:
        """Nobody connects."""

    def init_sockets(self) -> None:
        """An outbox in their place."""
        self.session = Outbox(parent=self)
        self.iopub_thread = NoThread()

    def init_io(self) -> None:
        """Streams that can be forked; they watch their descriptors when they have been."""
        sys.stdout, sys.stderr = (Stream(self.session, self.iopub_thread, name, watchfd=False) for name in ("stdout", "stderr"))  # type: ignore[no-untyped-call] # ipykernel is typed in part
        self.patch_io()  # type: ignore[no-untyped-call] # as above

    def init_kernel(self) -> None:
        """The kernel, with nothing to listen to."""
        main = SimpleNamespace(parent_thread=threading.main_thread())  # whose signals end what is awaited
        self.kernel = self.kernel_class.instance(
            parent=self,
            session=self.session,
            shell_channel_thread=main,
            iopub_thread=self.iopub_thread,
            log=self.log,
            profile_dir=self.profile_dir,
            user_ns=self.user_ns,
        )


def prepare() -> PipedApp:
    """Make a kernel that runs nothing yet; a process forked from this one can `serve` it."""
    app = PipedApp.instance()
    app.initialize([*WITHOUT])  # type: ignore[no-untyped-call] # ipykernel is typed in part
    return app


def serve(app: PipedApp, pipe: Connection) -> None:
    """Answer what comes through a pipe until it ends: each request with the list of messages it led to.

    Args:
        app: Made by `prepare` in the process that this one was forked from; environment and folder are this one's by now.
        pipe: Requests and answers, in JSON.
    """
    kernel, shell, outbox = app.kernel, app.kernel.shell, app.session
    for stream in (sys.stdout, sys.stderr):
        stream.become()  # type: ignore[union-attr] # by `init_io`
    shell.init_environment()
    shell.starting_dir = os.getcwd()  # noqa: PTH109 - as IPython has it, a text
    shell.user_ns["_dh"][:] = [type(shell.user_ns["_dh"][0])(shell.starting_dir)]
    _own_profile(shell)
    sys.argv[1:] = []
    outbox.take()
    here = os.getpid()
    with asyncio.Runner() as runner:
        runner.run(_take_loop(kernel))
        while not shell.exit_now:
            try:
                request = json.loads(pipe.recv_bytes())
            except EOFError:
                return
            runner.run(kernel.answer(request))
            if os.getpid() != here:  # a cell forked, and this one ran to its end
                os._exit(0)
            pipe.send_bytes(outbox.take())


def _own_profile(shell: Any) -> None:  # noqa: ANN401 - IPython is typed in part
    """What `%store` and bookmarks write is this notebook's alone."""
    shell.ipython_dir = os.environ["IPYTHONDIR"]
    os.makedirs(shell.ipython_dir, exist_ok=True)  # noqa: PTH103 - as IPython has it, a text
    shell.profile_dir = ProfileDir.create_profile_dir_by_name(shell.ipython_dir, "default")  # type: ignore[no-untyped-call] # IPython is typed in part
    shell.db = PickleShareDB(os.path.join(shell.profile_dir.location, "db"))  # type: ignore[no-untyped-call] # noqa: PTH118 - as above


async def _take_loop(kernel: PipedKernel) -> None:
    kernel.io_loop = IOLoop.current()
