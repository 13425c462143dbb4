"""What can be wrong with an archive's files and engines; each message tells the user what to do."""

from pathlib import Path


class ArchiveError(Exception):
    """The run cannot begin or go on; what was written stays and can be gone on from."""


class BrokenInput(ArchiveError):
    """The input file cannot be read to its end."""

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path} cannot be read to its end: {reason}")


class OtherArchive(ArchiveError):
    """The output file was not made from this input."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds the answers to other articles; choose another name or say --restart")


class InUse(ArchiveError):
    """Another run is writing the same output."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is being written by another run")


class Missing(ArchiveError):
    """A library that an extra brings is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} is not installed: pip install 'hearsay[{extra}]'")


class EngineFailed(ArchiveError):
    """The engine ended before the archive did."""
