"""One rule: an id, what it says, an example where it fires, one where it must not, and its function.

Rules are listed by language in ``lang/<code>/`` and tested by one table, ``tests/unit/nlp/test_rules.py``,
which runs both examples of every rule. Examples use the markup of ``tests/markup.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Function = TypeVar("Function", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Rule(Generic[Function]):
    """A rule with its evidence; `id` reads `<language>.<component>.<name>` and is shown to readers."""

    id: str
    description: str
    fires: str
    silent: str
    apply: Function
