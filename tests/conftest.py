"""What tests of every kind share: the loaded pipeline, and the real server."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import pytest

from server.nlp import Pipeline, load_pipeline
from tests.services import Postgres, Server, postgres_running, redis_running, serving

collect_ignore = [
    file
    for module, file in (("torch", "unit/training/attribution/test_networks.py"), ("ray", "scale/test_ray.py"))
    if find_spec(module) is None
]
"""Tests of the extras `training` and `ray`, hundreds of megabytes each: they run wherever the extra is installed."""
if "HEARSAY_CORPORA" not in os.environ:
    collect_ignore.append("e2e/test_saved_pages.py")  # measures on news pages that may not be passed on


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Every language, loaded once for the whole run."""
    return load_pipeline()


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One real server (gunicorn, SQLite) for all tests that only ask it things."""
    with serving(
        tmp_path_factory.mktemp("server"), review_token="a-token-for-tests-only", review_limit="10000 per minute"
    ) as server:
        yield server


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts a server of the test's own: `serve(workers=3, max_bytes=10_000)`; ended with the test."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(serving(tmp_path, **options))


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis for the whole run."""
    with redis_running(tmp_path_factory.mktemp("redis")) as (url, _):
        yield url


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL for the whole run."""
    with postgres_running() as server:
        yield server
