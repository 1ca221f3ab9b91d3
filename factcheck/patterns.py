"""Regular expressions kept between runs, since compiling them is a fifth of a short run.

Python compiles a pattern to numbers and makes a matcher of these; the first step takes 98 of a
hundred parts of the time. So at its end a run keeps the numbers under the cache folder, and the
next one makes its matchers of them before anybody asks for one. This leans on two private parts
of the standard library; where one is missing or different, nothing is kept and nothing is lost.
What `compiled` has compiled, the constructors of values, is kept with the patterns.
"""

from __future__ import annotations

import marshal
import re
import sys
from types import CodeType
from typing import TypeAlias

from factcheck.compiled import CODES
from factcheck.tables import cached, read_bytes, write_whole

# A pattern and its flags; what `_sre.compile` takes besides the pattern.
_Key: TypeAlias = tuple[str, int]
_Numbers: TypeAlias = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
# `re` forgets its oldest patterns from 512 on.
_MOST = 400


def _file() -> str:
    return cached(f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.table")


def recall_patterns() -> frozenset[_Key | str]:
    """Hand what earlier runs kept to `re` and to `compiled`: all that these know by now."""
    try:
        import _sre  # type: ignore[import-not-found]

        kept: tuple[dict[_Key, _Numbers], dict[str, CodeType]] = marshal.loads(read_bytes(_file()))
        known, codes = kept
        cache = vars(re)["_cache"]
        for (pattern, flags), (compiled_flags, *rest) in known.items():
            cache[str, pattern, flags] = _sre.compile(pattern, compiled_flags, *rest)
        CODES.update(codes)
    except Exception:
        return frozenset()
    return frozenset((*known, *codes))


def keep_patterns(recalled: frozenset[_Key | str]) -> None:
    """Keep what this run compiled for the next, if anything was not kept yet."""
    try:
        used = {
            (pattern, int(flags))
            for kind, pattern, flags in vars(re)["_cache"]
            if kind is str and flags & re.DEBUG == 0
        }
        if used | CODES.keys() <= recalled or len(used) > _MOST:
            return
        numbers = {key: _numbers(*key) for key in sorted(used)}
        write_whole(_file(), marshal.dumps((numbers, CODES)))
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
