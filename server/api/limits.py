"""Rate limits per client address, shared by replicas through Redis where there is one."""

from collections.abc import Callable

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits import parse

from server.api.context import services
from server.settings import Settings

limiter = Limiter(get_remote_address, strategy="fixed-window")


def register(app: Flask, settings: Settings) -> None:
    """Start counting. When Redis is away each process counts for itself instead of answering 500."""
    url = settings.redis_url
    app.config.update(
        RATELIMIT_STORAGE_URI=url.get_secret_value() if url else "memory://",
        RATELIMIT_STORAGE_OPTIONS={"socket_timeout": 0.5, "socket_connect_timeout": 0.5} if url else {},
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=url is not None,
        RATELIMIT_KEY_PREFIX="hearsay",
    )
    limiter.init_app(app)


def limit(option: str) -> Callable[[], str]:
    """The limit of a setting. Without Redis every process counts alone, so each gets its share."""

    def share() -> str:
        settings = services().settings
        whole = parse(getattr(settings, option))
        processes = 1 if settings.redis_url else settings.workers
        return f"{max(1, whole.amount // processes)} per {whole.multiples} {whole.GRANULARITY.name}"

    return share
