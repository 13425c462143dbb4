"""Every option of the service, once: environment variables `HEARSAY_*`, read when the process starts.

`docs/operations.md` shows these as a table; a test keeps the two equal.
"""

import os
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

EXTENSION = "chrome-extension://gnfobmapmfjamgbcjakfbdnmpeodcoaf"
"""The origin of Hearsay's own extension in Chromium; the `key` in its manifest fixes the id."""

Names = Annotated[tuple[str, ...], NoDecode]


def _default_database() -> str:
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return f"sqlite:///{data / 'hearsay' / 'reports.sqlite3'}"


def _also(name: str) -> AliasChoices:
    """Both `HEARSAY_<name>` and the name hosting platforms set by themselves."""
    return AliasChoices(f"HEARSAY_{name}", name)


class Settings(BaseSettings):
    """The service's options; an unknown or malformed value stops the start with a message naming it."""

    model_config = SettingsConfigDict(
        env_prefix="HEARSAY_", env_ignore_empty=True, frozen=True, populate_by_name=True, hide_input_in_errors=True
    )

    host: str = Field(
        default="127.0.0.1", description="Address to listen on; 0.0.0.0 behind a proxy or in a container."
    )
    port: int = Field(default=8765, ge=0, le=65535, validation_alias=_also("PORT"), description="Port to listen on.")
    workers: int = Field(
        default=1,
        ge=1,
        le=64,
        validation_alias=AliasChoices("HEARSAY_WORKERS", "WEB_CONCURRENCY"),
        description="Processes, each with one analysis slot.",
    )
    threads: int = Field(
        default=16, ge=4, le=256, description="Threads per process, for waiting and for short answers."
    )
    languages: Names = Field(
        default=("de", "en"), description="Languages to load, comma-separated; fewer need less memory."
    )

    allowed_hosts: Names = Field(
        default=("127.0.0.1", "localhost", "[::1]"),
        description="Host names the service answers to, comma-separated; `.example.org` allows every subdomain.",
    )
    extension_origins: Names = Field(
        default=(EXTENSION,),
        description="Exact `chrome-extension://` origins allowed to call the service, comma-separated.",
    )
    firefox_origins: bool = Field(
        default=True, description="Allow `moz-extension://` origins, whose id differs with every installation."
    )
    trusted_proxies: int = Field(
        default=0, ge=0, le=5, description="Number of proxies in front whose X-Forwarded-* headers are believed."
    )

    max_characters: int = Field(default=200_000, ge=1_000, description="Longest article, in characters of its texts.")
    max_bytes: int = Field(default=2_000_000, ge=10_000, description="Largest request body, in bytes.")
    deadline: float = Field(
        default=20.0, gt=0, description="Seconds after which an analysis stops and answers incomplete."
    )
    slot_wait: float = Field(
        default=1.0, ge=0, le=30, description="Seconds a request waits for the analysis slot before 503."
    )
    slot_queue: int = Field(
        default=8, ge=1, description="Requests per process that may be analysing or waiting at once."
    )

    cache_bytes: int = Field(default=32_000_000, ge=0, description="Memory for finished answers per process, in bytes.")
    cache_seconds: int = Field(default=3600, ge=1, description="How long a finished answer is kept.")
    redis_url: SecretStr | None = Field(
        default=None,
        validation_alias=_also("REDIS_URL"),
        description="Redis shared by replicas: answers, limits, single flight.",
    )
    database_url: SecretStr = Field(
        default_factory=lambda: SecretStr(_default_database()),
        validation_alias=_also("DATABASE_URL"),
        description="Database of the reports: SQLite (default: in the user's data folder) or PostgreSQL.",
    )

    analyze_limit: str = Field(default="240 per minute", description="Analyses per client address.")
    reports_limit: str = Field(default="60 per minute", description="Reports sent or withdrawn per client address.")
    review_limit: str = Field(default="10 per minute", description="Wrong review tokens per client address.")
    review_token: SecretStr | None = Field(
        default=None,
        description="Token of the review desk and of exports, at least 16 characters; unset turns both off.",
    )
    metrics_token: SecretStr | None = Field(
        default=None, description="Token for /metrics; unset, only a client on the same machine may read it."
    )
    log_level: str = Field(
        default="info", pattern="^(debug|info|warning|error)$", description="Least severe level logged."
    )

    @field_validator("languages", "allowed_hosts", "extension_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _driver(cls, value: SecretStr) -> SecretStr:
        """Name psycopg 3 in the URLs that hosting platforms give."""
        url = value.get_secret_value()
        for prefix in ("postgres://", "postgresql://"):
            if url.startswith(prefix):
                return SecretStr("postgresql+psycopg://" + url.removeprefix(prefix))
        return value

    @field_validator("review_token")
    @classmethod
    def _long(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 16:
            raise ValueError("at least 16 characters")
        return value
