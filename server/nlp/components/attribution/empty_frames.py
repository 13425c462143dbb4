"""Frames with nothing said in them: *did not respond to a request for comment*, *declined to comment*, *citing …*.

The patterns are data (`lang/<code>/data/empty_frames.tsv`, absent where a language needs none): each line has two
regular expressions, one for the cue's words and one for the beginning of the content's; both must match.
"""

import re
from pathlib import Path

from ...annotations import Claim, Form
from ...lang.tables import read_table


class EmptyFrames:
    """Tells a frame that holds no proposition by the language's patterns; words in quotation marks always hold one."""

    def __init__(self, path: Path) -> None:
        rows = read_table(path) if path.is_file() else []
        self._patterns = [(re.compile(row["cue"]), re.compile(row["content"])) for row in rows]

    def is_empty(self, claim: Claim) -> bool:
        """Whether nobody states anything in this claim."""
        if not claim.cue or claim.form is Form.DIRECT:
            return False
        cue, content = " ".join(span.text for span in claim.cue), claim.content[0].text
        return any(frame.search(cue) and said.match(content) for frame, said in self._patterns)
