"""Runs the batch function on Ray Data (the extra `ray`): one pipeline per actor, on a laptop or a cluster.

A row of the data set is a batch of records, a block one row: so actors share them out evenly, their order is kept,
and a batch whose actor or node dies is read again. The input file must be readable under the same path on every node.
"""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server.archive.batch import Batch
from server.archive.errors import EngineFailed, Missing
from server.archive.reading import read_batches
from server.archive.stream import analyze_lines
from server.nlp import load_pipeline

RESTARTS = 5
"""How often an actor is started again after it, or its node, died; then the run ends, and can be gone on with."""

AS_OFTEN_AS_IT_TAKES = -1
"""A batch is tried anew every second while its actor is away; counting that would end a run before a new one is up."""

REACHED_WITHIN = 10
"""Seconds."""

Row = dict[str, Any]
"""`lines`: list of bytes; `position`: bytes into the input."""


class Reader:
    """An actor: loads a pipeline, then answers batches."""

    def __init__(self) -> None:
        self._pipeline = load_pipeline()

    def __call__(self, row: Row) -> Row:
        """The batch's answers in place of its records."""
        return {"lines": analyze_lines(row["lines"], self._pipeline), "position": row["position"]}


class Cluster:
    """Ray on this machine, or at `address` (`auto`, `host:6379`, `ray://host:10001`), with so many actors."""

    def __init__(self, actors: int, address: str | None = None) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # what ends a run arrives as an exception
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        self._ray = _library()
        if address and address != "auto":
            _check_reachable(address)
        self._actors = actors
        here: Row = {} if address else {"num_cpus": actors, "include_dashboard": False}
        try:
            self._ray.init(address=address or "local", log_to_driver=False, logging_level="error", **here)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise EngineFailed(f"Ray at {address or 'this machine'}: {error}") from error

    def answers(self, source: Path, skip: int) -> Iterator[Batch]:
        """The answers to the records of `source` after the first `skip`, in order. Raises `EngineFailed`."""
        try:
            for row in self._data_set(source.resolve(), skip).iter_rows():
                yield Batch(row["lines"], row["position"])
        except self._ray.exceptions.RayError as error:
            raise EngineFailed(f"Ray: {type(error).__name__}; run the same command to go on") from error

    def close(self) -> None:
        """Leave the cluster; end what was started here."""
        self._ray.shutdown()

    def _data_set(self, source: Path, skip: int) -> Any:
        context = self._ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.target_max_block_size = 1  # bytes: every row a block of its own
        context.enable_progress_bars = False
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        reading = self._ray.data.read_datasource(_batches_of(source, skip), override_num_blocks=1, num_cpus=0)
        pool = self._ray.data.ActorPoolStrategy(size=self._actors)
        return reading.map(
            Reader, compute=pool, num_cpus=1, max_restarts=RESTARTS, max_task_retries=AS_OFTEN_AS_IT_TAKES
        )


def _check_reachable(address: str) -> None:
    """Ray itself tries for minutes. Raises `EngineFailed`."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=REACHED_WITHIN).close()
    except (OSError, ValueError) as error:
        raise EngineFailed(f"Ray at {address}: {error}") from error


def _batches_of(source: Path, skip: int) -> Any:
    """The data source of a file: one task that streams its batches."""
    import pyarrow as pa
    from ray.data import Datasource, ReadTask
    from ray.data.block import BlockMetadata

    def blocks() -> Iterator[Any]:
        for lines, position in read_batches(source, skip):
            yield pa.table({"lines": pa.array([lines], pa.list_(pa.binary())), "position": [position]})

    class Batches(Datasource):  # type: ignore[misc]
        def estimate_inmemory_data_size(self) -> int | None:
            return None

        def get_read_tasks(self, parallelism: int, *_: object, **__: object) -> list[Any]:
            about = BlockMetadata(num_rows=None, size_bytes=None, input_files=[str(source)], exec_stats=None)
            return [ReadTask(blocks, about)]

    return Batches()


def _library() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise Missing("Ray", "ray") from error
    return ray
