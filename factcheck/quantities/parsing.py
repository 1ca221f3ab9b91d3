"""From a window's tokens to its figures, through the grammar.

Each wording is lexed once, and each sequence of terminals goes through the parser once: what
the parser finds is a plan, which rule takes which terminals, and holds for all of their words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from factcheck.quantities.drafts import Declined, Draft
from factcheck.quantities.lexemes import BEGINS, Lexeme
from factcheck.quantities.lexing import lex
from factcheck.quantities.plans import RULES, Plan, plan_for
from factcheck.quantities.vetoes import Veto, vetoes_for
from factcheck.ranges import Range
from factcheck.tuples import NamedTuple


class Reading(NamedTuple):
    """A figure of a window: its tokens `first` to `last` (half-open) and what could drop it."""

    draft: Draft
    first: int
    last: int
    bounds: Range
    vetoes: tuple[Veto, ...]


# About 30 MB of drafts: far beyond any one story, and a bound for a server that never stops.
_MOST_READINGS = 50_000
# What a figure can begin with.
_FIRST = BEGINS | {"NONE", "BETWEEN", "FROM", "RANGING", "PLUS_MINUS", "AGED"}
# No figure has more terminals; what follows is read as another.
_LONGEST = 24


def read_window(raw: list[str]) -> tuple[Reading, ...]:
    """The figures in a window's tokens, in reading order; each wording is read once."""
    key = "".join(raw)
    readings = _readings()
    found = readings.get(key)
    if found is None:
        if len(readings) >= _MOST_READINGS:
            readings.clear()
        starts = list(accumulate(map(len, raw), initial=0))
        found = readings[key] = tuple(reading_of(draft, raw, starts) for draft in parse(raw))
    return found


@cache
def _readings() -> dict[str, tuple[Reading, ...]]:
    """The figures of each wording that was read."""
    return {}


def reading_of(draft: Draft, raw: Sequence[str], starts: list[int]) -> Reading:
    """The draft with its tokens, given the offsets of the window's."""
    first = bisect_right(starts, draft.start) - 1
    last = bisect_left(starts, draft.end)
    bounds = Range(
        draft.low, draft.high, low_closed=draft.low_closed, high_closed=draft.high_closed
    )
    parts = [token.strip() for token in raw[first:last]]
    return Reading(draft, first, last, bounds, tuple(vetoes_for(draft, parts)))


def parse(raw: Sequence[str]) -> Iterator[Draft]:
    """The figures in a window's tokens, in reading order, their places counted from its start."""
    for segment in lex(raw):
        yield from _figures(segment)


def _figures(segment: list[Lexeme]) -> Iterator[Draft]:
    """The longest figures from left to right; words that begin none are passed over."""
    kinds = tuple(lexeme.type for lexeme in segment)
    first = 0
    while first < len(kinds):
        if kinds[first] not in _FIRST:
            first += 1
            continue
        last = min(len(kinds), first + _LONGEST)
        draft = None
        while last > first:
            found, reached = plan_for(kinds[first:last])
            if found:
                draft = _made(found, segment[first:last])
                if draft:
                    yield draft
                    break
                reached = last - first
            last = min(last - 1, first + reached)
        first = max(last, first + 1)


def _made(plan: Plan, lexemes: list[Lexeme]) -> Draft | None:
    try:
        made: Draft = _followed(plan, lexemes)
    except Declined:
        return None
    return made


def _followed(plan: Plan, lexemes: list[Lexeme]) -> Any:
    rule, parts = plan
    return RULES[rule](
        *[lexemes[one] if isinstance(one, int) else _followed(one, lexemes) for one in parts]
    )
