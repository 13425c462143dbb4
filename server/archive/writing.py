"""A file of lines, plain or gzip, that can be added to after a kill without losing or doubling a line.

A gzip file is written as one member per batch, so that what was complete before a kill stays readable.
"""

import fcntl
import gzip
import os
import zlib
from collections.abc import Iterable
from pathlib import Path


class LineWriter:
    """Adds batches of lines to a file; `done` lines were already complete in it when it was opened.

    One process at a time: raises `BlockingIOError` where another one is writing, `OSError` where it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._gzip = path.suffix == ".gz"
        self.last = b""
        self.done = 0
        self._file = path.open("r+b" if path.exists() else "x+b")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._keep_complete()
        except OSError:
            self._file.close()
            raise

    def write(self, lines: Iterable[bytes]) -> None:
        """Add lines; after this returns they survive the process being killed."""
        data = b"".join(line + b"\n" for line in lines)
        self._file.write(gzip.compress(data, 6, mtime=0) if self._gzip else data)
        self._file.flush()

    def close(self) -> None:
        """Let the lines survive a power cut too, and close the file."""
        if not self._file.closed:
            try:
                self._file.flush()
                os.fsync(self._file.fileno())
            finally:
                self._file.close()

    def _keep_complete(self) -> None:
        """Count complete lines and cut off what a kill left behind them."""
        end = self._scan_members() if self._gzip else self._scan_lines()
        self._file.seek(end)
        self._file.truncate()

    def _scan_lines(self) -> int:
        end = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            end += len(line)
            self.done, self.last = self.done + 1, line
        return end

    def _scan_members(self) -> int:
        """The end of the last complete gzip member."""
        end, rest, decoder, text = 0, b"", zlib.decompressobj(31), b""
        position = 0
        while chunk := rest or self._file.read(1 << 16):
            try:
                text += decoder.decompress(chunk)
            except zlib.error:
                break
            position += len(chunk) - len(decoder.unused_data)
            rest = decoder.unused_data
            if decoder.eof:
                lines = text.splitlines(keepends=True)
                self.done, self.last = self.done + len(lines), lines[-1] if lines else self.last
                end, decoder, text = position, zlib.decompressobj(31), b""
        return end
