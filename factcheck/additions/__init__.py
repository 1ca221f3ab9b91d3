"""From a plugin's units and words to rows of factcheck's tables, each checked before it counts.

What is wrong with an answer is a `RuleError`, half a sentence that follows the hook's name.
"""

from __future__ import annotations

import sys

from factcheck import claims, quantities, tokens
from factcheck.added import Tables, replace_added

_READERS = (tokens.__name__, quantities.__name__, claims.__name__)


def put_in(tables: Tables) -> None:
    """Have these tables count from the next story on, in place of what was added before."""
    replace_added(tables)
    _forget()


def _forget() -> None:
    """Empty every memo of the readers: what it holds was found by the words of before."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_READERS):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
                elif hasattr(type(value), "__missing__"):
                    value.clear()
