"""What a reading process may take of the machine. A small file that wants much is hostile; a large one may be honest."""

import sys

USUAL_MEMORY_BYTES = 950_000_000
"""Address space, of which about 230 MB are libraries that take no memory: with the parent process that stays below 1 GB."""
LARGE_MEMORY_BYTES = 3_000_000_000
LARGE_FILE_BYTES = 25_000_000
"""From this size on a workbook or JSON holds so many records that the usual memory cannot."""
USUAL_CPU_S = 8
CPU_S_PER_MB = 3
MAX_CPU_S = 240
ENVIRONMENT = {"MALLOC_ARENA_MAX": "2", "ARROW_DEFAULT_MEMORY_POOL": "system", "ARROW_IO_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Without these, allocators reserve gigabytes that nobody uses, and a limit of the address space says nothing."""


def memory_bytes(size: int) -> int:
    """Address space that the reader of a file may take.

    Args:
        size: Of the file, in bytes.
    """
    return LARGE_MEMORY_BYTES if size >= LARGE_FILE_BYTES else USUAL_MEMORY_BYTES


def cpu_s(size: int) -> int:
    """Seconds of computing that the reader of a file may take.

    Args:
        size: Of the file, in bytes.
    """
    return min(MAX_CPU_S, USUAL_CPU_S + CPU_S_PER_MB * size // 1_000_000)


def hold(size: int) -> None:
    """Hold this process to its limits, where the system can.

    Args:
        size: Of the file that it will read, in bytes.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - absent on Windows

    memory, seconds = memory_bytes(size), cpu_s(size)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGE_MEMORY_BYTES, LARGE_MEMORY_BYTES))
