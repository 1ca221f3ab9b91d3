"""Regular expressions kept between runs, since compiling them is a fifth of a short run.

Python compiles a pattern to numbers and makes a matcher of these; the first step takes 98 of a
hundred parts of the time. So at its end a run keeps the numbers under the cache folder, and the
next one makes its matchers of them before anybody asks for one. This leans on two private parts
of the standard library; where one is missing or different, nothing is kept and nothing is lost.
"""

from __future__ import annotations

import marshal
import re
import sys
from typing import TypeAlias

from factcheck.tables import cached, read_bytes, write_whole

# A pattern and its flags; what `_sre.compile` takes besides the pattern.
_Key: TypeAlias = tuple[str, int]
_Numbers: TypeAlias = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
# `re` forgets its oldest patterns from 512 on.
_MOST = 400


def _file() -> str:
    return cached(f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.table")


def recall_patterns() -> frozenset[_Key]:
    """Hand what earlier runs kept to `re`; the patterns that it knows now."""
    try:
        import _sre  # type: ignore[import-not-found]

        known: dict[_Key, _Numbers] = marshal.loads(read_bytes(_file()))
        cache = vars(re)["_cache"]
        for (pattern, flags), (compiled_flags, *rest) in known.items():
            cache[str, pattern, flags] = _sre.compile(pattern, compiled_flags, *rest)
    except Exception:
        return frozenset()
    return frozenset(known)


def keep_patterns(recalled: frozenset[_Key]) -> None:
    """Keep the patterns of this run for the next, if it compiled any that were not kept yet."""
    try:
        used = {
            (pattern, flags)
            for kind, pattern, flags in vars(re)["_cache"]
            if kind is str and flags & re.DEBUG == 0
        }
        if used <= recalled or len(used) > _MOST:
            return
        numbers = {key: _numbers(*key) for key in sorted(used)}
        write_whole(_file(), marshal.dumps(numbers))
    except Exception:
        return


def _numbers(pattern: str, flags: int) -> _Numbers:
    """What `re` compiles a pattern to, step by step as it does itself."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = [int(one) for one in _compiler._code(parsed, flags)]
    names: list[str | None] = [None] * parsed.state.groups
    for name, place in parsed.state.groupdict.items():
        names[place] = name
    compiled_flags = int(flags | parsed.state.flags)
    return compiled_flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict), tuple(names)
