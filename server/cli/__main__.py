"""`python -m server.cli` does what `hearsay` does."""

from server.cli import main

main()
