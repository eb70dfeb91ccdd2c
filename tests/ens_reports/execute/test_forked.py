"""A forked kernel beside one that was started: the same outputs, and walls that the other lacks."""

import json
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from ens_reports.errors import EnsError, ToolError
from ens_reports.execute import forked
from ens_reports.execute.forked import PipedClient
from ens_reports.execute.isolation import MEMORY_BYTES
from ens_reports.execute.kernels import Kernels, can_fork, open_kernels
from ens_reports.execute.run import run

Notebook = Callable[..., Path]
pytestmark = pytest.mark.skipif(not can_fork(), reason="kernels can be forked on Linux only")
PARAMETERS = 'recipient = "FRA"\nlanguage = "en"'
FOR_KENYA = {"recipient": "KEN", "language": "en"}
EVERY_KIND = (
    "print('a'); print('b', end='')\n1 + 1",
    "import pandas as pd\npd.DataFrame({'x': [1, 2]})",
    "from IPython.display import HTML, Markdown, display, clear_output\ndisplay(HTML('<b>x</b>'), Markdown('*y*'))",
    "handle = display('first', display_id='one')\nhandle.update('second')",
    "print('gone')\nclear_output()\nprint('kept')",
    "%time _ = 1\n_ih[-1], Out.keys(), __name__",
    "import subprocess, sys\n_ = subprocess.run([sys.executable, '-c', 'print(\"from a child\")'])",
    "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "from ens_reports import report\nreport.text('A paragraph.')",
    "report.table([['a', '1']], key='k', caption='A table.', source='x', columns=['p', 'q'])",
    "import duckdb\nduckdb.sql('select sum(range) s from range(100000)').fetchall()",
    "import numpy as np\nfloat((np.ones((300, 300)) @ np.ones((300, 300))).sum())",
    "import pyarrow as pa, pyarrow.compute as pc\npc.sum(pa.array(range(9))).as_py()",
    "await __import__('asyncio').sleep(0)\n'awaited'",
    "import asyncio\ntask = asyncio.create_task(asyncio.sleep(0, 'kept'))",
    "await task",
    "!echo from a shell",
    "import threading\nthread = threading.Thread(target=print, args=('9',))\nthread.start(); thread.join()",
    "%%capture kept\nprint('captured')",
    "kept.stdout, get_ipython().execution_count, __import__('os').environ['TERM'], _dh == [__import__('pathlib').Path.cwd()]",
    "import logging, warnings\nlogging.warning('a'); warnings.warn('b')",
    "from datetime import datetime\nfrom IPython.display import display_pretty, JSON\nJSON({'at': [1.5, None]}), display(JSON([1]))",
    "%precision 2\n3.14159",
    "print('\\rover', end=''); print('x' * 100_000)",
    "sorted(Out)[:3], In[1][:9]",
    "import sys\nprint('to stderr', file=sys.stderr)\nprint('to stdout')",
    "get_ipython().run_cell('1 + 1');",
    "print('a'); display(1); print('b\\rc'); display(2); print('de\\bf\\r\\ng')",
    "class Picture:\n    def _repr_png_(self): return b'\\x89PNG\\r\\n'\n    def __repr__(self): return 'P'\nPicture()",
    "shown = [1]\ndisplay(JSON(shown)); shown.append(2)",
    "JSON({'a': float('nan'), (1, 2): 3, 'b': np.float64(1.5), 'c': datetime(2020, 1, 1)})",
    "print('a' + chr(0xd800))",
    "%%script bash\necho in bash",
    "?len",
)

WAYS_TO_FAIL = (
    "1 / 0",
    "def f(:",
    "await __import__('asyncio').sleep(-1, 1 / 0)",
    "import sys; sys.exit(3)",
    "input('who? ')",
    "raise KeyboardInterrupt",
    "import _thread, time\n_thread.interrupt_main()\ntime.sleep(5)",
    "class Odd:\n    def _repr_html_(self): raise OSError('no')\n    def __repr__(self): return 1\nOdd()",
    "import os; os._exit(0)",
)


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hidden")
    (folder / "another.txt").write_text("not theirs")
    return folder


@pytest.fixture(scope="module")
def warm(hidden: Path) -> Iterator[Kernels]:
    with open_kernels("warm", modules=["pandas", "a_module_that_is_not_there"], hidden=[hidden]) as found:
        yield found


def executed(path: Path, view_folder: Path, kernels: Kernels) -> list[dict[str, object]]:
    out = view_folder.parent / "out.ipynb"
    run(path, view_folder=view_folder, parameters=FOR_KENYA, out=out, timeout_s=60, kernels=kernels)
    found: list[dict[str, object]] = json.loads(out.read_bytes())["cells"]
    return found


def said(path: Path, view_folder: Path, kernels: Kernels) -> str:
    (output,) = executed(path, view_folder, kernels)[-1]["outputs"]  # type: ignore[misc]
    return "".join(output["text"])


def test_each_cell_shows_what_it_shows_in_a_kernel_that_was_started(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    """Allowed to differ: what says how long something took, which is different from run to run anyway."""
    path = notebook(PARAMETERS, *EVERY_KIND)
    with open_kernels("jupyter") as started:
        plain = executed(path, view_folder, started)

    for found, wanted in zip(executed(path, view_folder, warm), plain, strict=True):
        if "%time" in "".join(wanted["source"]):  # type: ignore[arg-type]
            assert found["outputs"][-1] == wanted["outputs"][-1]  # type: ignore[index]
        else:
            assert found == wanted


def test_what_is_written_past_python_stands_in_its_place(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    """A kernel that was started shows the same, but when is a matter of chance: a thread of its own reads it."""
    code = (
        "import multiprocessing, os",
        "print('1')",
        "_ = os.write(1, 'é2\\n'.encode()), os.system('echo 3; echo 4 >&2')",
        "print('5')",
        "child = multiprocessing.get_context('fork').Process(target=print, args=('6',))",
        "child.start(), child.join()",
        "_ = os.system('echo 7')",
    )
    assert said(notebook(PARAMETERS, "\n".join(code)), view_folder, warm) == "1\né2\n3\n5\n6\n7\n"


def test_what_goes_wrong_is_shown_as_in_a_kernel_that_was_started(
    notebook: Notebook, view_folder: Path, warm: Kernels, capsys: pytest.CaptureFixture[str]
) -> None:
    """A notebook ends with its first failure, so each way to fail has its own."""
    with open_kernels("jupyter") as started:
        for code in WAYS_TO_FAIL:
            path = notebook(PARAMETERS, code, "print('after')")
            told = []
            for kernels in (warm, started):
                with pytest.raises(EnsError) as caught:
                    executed(path, view_folder, kernels)
                told.append((caught.value.message, str(caught.value.__cause__)[-300:].splitlines()[-2:]))

            assert told[0] == told[1], code
    capsys.readouterr()


def test_what_a_small_notebook_needs_was_imported_before(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    look = "import sys\nbefore = set(sys.modules)"
    draw = "from matplotlib.figure import Figure\nchart = Figure(figsize=(6, 3))\nchart.subplots().bar([1, 2], [1, 2]);"
    show = "from ens_reports import report\nreport.figure(chart, key='a', caption='Bars', alt='Two bars, of other heights.', source='x')"
    frames = "import pandas as pd\n_ = pd.DataFrame({'a': ['x', 'y']}).groupby('a').size().to_frame()._repr_html_()"
    told = "print(sorted(set(sys.modules) - before))"

    assert said(notebook(PARAMETERS, look, draw, show, frames, told), view_folder, warm) == "[]\n"


def test_a_cell_that_shows_too_much_ends_its_notebook(
    notebook: Notebook, view_folder: Path, warm: Kernels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forked, "MOST_SHOWN_BYTES", 10_000)
    with pytest.raises(ToolError, match=r"the kernel of report.ipynb must live to its end"):
        executed(notebook(PARAMETERS, "print('x' * 20_000)"), view_folder, warm)


def test_it_has_no_network(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    code = "import socket\ntry:\n    socket.create_connection(('127.0.0.1', 9), 5)\nexcept OSError as error:\n    print(error.strerror)"
    assert said(notebook(PARAMETERS, code), view_folder, warm) == "Network is unreachable\n"


def test_folders_that_are_not_its_own_are_empty_to_it(notebook: Notebook, view_folder: Path, warm: Kernels, hidden: Path) -> None:
    code = f"import os\nprint(os.listdir({str(hidden)!r}), os.path.exists('view/view.json'))"

    assert said(notebook(PARAMETERS, code), view_folder, warm) == "[] True\n"
    assert (hidden / "another.txt").read_text() == "not theirs"


def test_walls_cannot_be_taken_down_from_within(notebook: Notebook, view_folder: Path, warm: Kernels, hidden: Path) -> None:
    code = f"import ctypes, os\nprint(ctypes.CDLL(None).umount2({os.fsencode(hidden)!r}, 2), os.listdir({str(hidden)!r}))"

    assert said(notebook(PARAMETERS, code), view_folder, warm) == "-1 []\n"


def test_views_of_others_that_run_beside_it_are_hidden(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    assert warm.rooms is not None
    (warm.rooms / "ens-other").mkdir()
    (warm.rooms / "ens-other" / "view.json").write_text("not theirs")
    code = f"import os\nprint(os.listdir({str(warm.rooms)!r}) == [os.path.basename(os.getcwd())], os.path.exists('view/view.json'))"
    write = f"try:\n    open({str(warm.rooms / 'left')!r}, 'w')\nexcept OSError as error:\n    print(error.strerror)"

    assert said(notebook(PARAMETERS, code), view_folder, warm) == "True True\n"
    assert said(notebook(PARAMETERS, write), view_folder, warm) == "Read-only file system\n"
    assert sorted(path.name for path in warm.rooms.iterdir()) == ["ens-other"]


def test_a_kernel_that_a_notebook_asks_for_itself_has_the_same_walls(
    notebook: Notebook, view_folder: Path, warm: Kernels, hidden: Path
) -> None:
    """It can reach the socket: a mean one could ask for a kernel that sees more, if what is asked for decided that."""
    code = (
        "import os",
        "from pathlib import Path",
        "from ens_reports.execute import forked",
        "wish = {'environment': dict(os.environ), 'cwd': os.getcwd(), 'hidden': [], 'memory_bytes': 1 << 50}",
        f"kernel = forked.fork(Path({str(warm.address)!r}), wish)",
        "client = forked.PipedClient(kernel, deadline=__import__('time').perf_counter() + 60)",
        f'asked = client.execute("import os, resource; print(os.listdir({str(hidden)!r}), resource.getrlimit(resource.RLIMIT_AS)[1])")',
        "print([one['content']['text'] for one in client.iopub_channel if one['msg_type'] == 'stream'])",
        "kernel.kill()",
    )
    assert said(notebook(PARAMETERS, "\n".join(code)), view_folder, warm) == f"['[] {MEMORY_BYTES}\\n']\n"


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.close(3)",
        "import os; os.write(3, b'\\0\\0\\0\\1' + b'5')",
        "import os; os.write(3, b'\\0\\0\\0\\4' + b'[{}]')",
        "import os; os.write(3, b'\\x7f\\xff\\xff\\xff')",
        "import os, time; os.write(3, b'\\0\\0\\0\\x64'); time.sleep(100)",
        "import os, time\nif os.fork() == 0:\n    os.setsid(); time.sleep(20); os._exit(0)\nos.kill(os.getpid(), 9)",
    ],
)
def test_what_a_notebook_says_past_its_kernel_ends_it_alone(
    notebook: Notebook, view_folder: Path, warm: Kernels, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(forked, "STALLED_S", 1)
    with pytest.raises(ToolError, match=r"the kernel of report.ipynb must live to its end"):
        executed(notebook(PARAMETERS, code, "1"), view_folder, warm)

    assert said(notebook(PARAMETERS, "print(1)"), view_folder, warm) == "1\n"


def test_a_time_limit_is_that_of_all_cells(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    path = notebook(PARAMETERS, *["import time; time.sleep(.7)"] * 6)
    with pytest.raises(ToolError, match="must end within its time limit"):
        run(path, view_folder=view_folder, parameters=FOR_KENYA, out=view_folder.parent / "out.ipynb", timeout_s=1.5, kernels=warm)


def test_who_asks_for_nothing_stops_nobody(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(str(warm.address))

        assert said(notebook(PARAMETERS, "print(1)"), view_folder, warm) == "1\n"


def test_a_cell_that_forks_and_runs_on_is_answered_once(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    code = "import os\nchild = os.fork()\nprint('x')\nif child: _ = os.waitpid(child, 0)"

    assert "x" in said(notebook(PARAMETERS, code), view_folder, warm)


def test_what_is_stored_is_gone_with_its_notebook(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    executed(notebook(PARAMETERS, "left = 1\n%store left"), view_folder, warm)

    assert said(notebook(PARAMETERS, "%store -r\nprint('left' in dir())"), view_folder, warm) == "False\n"


def test_threads_lose_and_double_nothing(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    code = """import os, threading
def tell(name):
    for number in range(500):
        os.write(1, f'<{name}.{number}>\\n'.encode())
        print(f'[{name}.{number}]\\n', end='')
threads = [threading.Thread(target=tell, args=(name,)) for name in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()"""
    lines = said(notebook(PARAMETERS, code), view_folder, warm).split()

    assert len(lines) == len(set(lines)) == 4 * 2 * 500


def test_it_may_not_take_all_memory(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    with pytest.raises(EnsError) as caught:
        executed(notebook(PARAMETERS, "held = bytearray(64 << 30)"), view_folder, warm)

    assert caught.value.message == "cell 3 of report.ipynb must run to its end, got MemoryError"


def test_nothing_passes_from_one_notebook_to_the_next(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    imports = "import pandas as pd, os, sys, random, numpy as np\n"
    change = f"{imports}pd.options.display.max_rows, os.environ['LEFT'], sys.left = 3, 'x', 1\nprint(np.random.rand(), random.random())"
    look = f"{imports}print(pd.options.display.max_rows, os.environ.get('LEFT'), hasattr(sys, 'left'))"
    first = said(notebook(PARAMETERS, change), view_folder, warm)

    assert said(notebook(PARAMETERS, look), view_folder, warm) == "60 None False\n"
    assert said(notebook(PARAMETERS, change), view_folder, warm) != first


def test_what_is_written_past_python_stops_no_kernel(notebook: Notebook, view_folder: Path, warm: Kernels) -> None:
    """Each kernel says a little when it starts: in a long run that would fill the parent's pipes, which nobody empties."""
    ends = "(0, sys.stdout._original_stdstream_copy, sys.stderr._original_stdstream_copy)"
    code = f"import os, sys\nprint({{os.readlink(f'/proc/self/fd/{{end}}') for end in {ends}}})"
    assert said(notebook(PARAMETERS, code), view_folder, warm) == "{'/dev/null'}\n"


def test_a_warm_parent_that_is_gone_is_told(notebook: Notebook, view_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_kernels("warm") as found:
        pass
    monkeypatch.setattr(forked, "START_S", 0.1)
    with pytest.raises(ToolError, match="must be ready within"):
        executed(notebook(PARAMETERS), view_folder, found)


def test_a_module_that_fails_or_prints_as_it_is_imported_stops_nobody(notebook: Notebook, view_folder: Path) -> None:
    with open_kernels("warm", modules=["unittest.__main__", "this"]) as found:
        assert said(notebook(PARAMETERS, "print(1)"), view_folder, found) == "1\n"


def test_kernels_end_with_the_run(tmp_path: Path) -> None:
    with open_kernels("warm") as found:
        assert found.address is not None
        kernel = forked.fork(found.address, _request(tmp_path))

    assert kernel.wait() == -signal.SIGKILL
    assert _ends(kernel.pid)
    kernel.pipe.close()


def test_a_kernel_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """Who is killed ends nothing: the system does, also for a kernel that stands and waits."""
    with open_kernels("warm") as found:
        assert found.address is not None
        kernel = forked.fork(found.address, _request(tmp_path))
        process = psutil.Process(kernel.pid)
        PipedClient(kernel, deadline=time.perf_counter() + 60).kernel_info()
        parent = process.parent()
        assert parent is not None
        parent.kill()

        assert kernel.wait() == -signal.SIGKILL
        assert _ends(kernel.pid)
        kernel.pipe.close()


def test_a_kernel_ends_with_who_asked_for_it(tmp_path: Path, warm: Kernels) -> None:
    assert warm.address is not None
    kernel = forked.fork(warm.address, _request(tmp_path))
    kernel._news.close()
    kernel._link.close()
    kernel.pipe.close()

    assert _ends(kernel.pid)


def _request(folder: Path) -> dict[str, object]:
    """A kernel that waits to be asked."""
    environment = {"HOME": str(folder), "IPYTHONDIR": str(folder / "ipython")}
    return {"environment": environment, "cwd": str(folder)}


def _ends(pid: int) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.01)
    return False
