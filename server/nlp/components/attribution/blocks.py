"""Service text: bylines, teasers, follow-us lines, copyright; nothing in it is painted.

The patterns are data (`lang/<code>/data/service_lines.tsv`), one regular expression a line with its scope: `block`
where a match anywhere at the block's beginning makes the whole block service text, `sentence` for one sentence.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Span

from ...article import Role
from ...lang.tables import read_table

LONGEST = 600
"""Characters beyond which a block is never service text as a whole."""


class ServiceLines:
    """Tells service text by the language's patterns."""

    def __init__(self, path: Path) -> None:
        rows = read_table(path)
        self._blocks = _either(row["pattern"] for row in rows if row["scope"] == "block")
        self._sentences = _either(row["pattern"] for row in rows if row["scope"] in ("sentence", "block"))

    def is_service(self, block: Span, role: Role) -> bool:
        """Whether the whole block is service text; a headline never is."""
        text = block.text
        return role != Role.HEADLINE and len(text) <= LONGEST and bool(self._blocks.match(text))

    def is_service_sentence(self, sentence: Span) -> bool:
        """Whether one sentence is service text."""
        text = sentence.text
        return len(text) <= LONGEST and bool(self._sentences.match(text))


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
