"""A batch function for tests of the processes: echoes records, and dies of those that say so."""

import os
import signal
import time
from pathlib import Path


def echo_or_die(lines: list[bytes]) -> list[bytes]:
    """`die` kills the process; `die once PATH` only where PATH is not there yet; `wait` takes a moment."""
    for line in lines:
        word, *rest = line.decode().split()
        if word == "wait":
            time.sleep(0.2)
        if word == "die" and (not rest or not _seen(Path(rest[-1]))):
            os.kill(os.getpid(), signal.SIGKILL)
    return [b"echo " + line for line in lines]


def grave(line: bytes) -> bytes:
    """What stands for a record that was lost."""
    return "†".encode()


def _seen(path: Path) -> bool:
    seen = path.exists()
    path.touch()
    return seen
