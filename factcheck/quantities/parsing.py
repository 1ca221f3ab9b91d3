"""From a window's words to its figures, through the grammar; each wording is parsed once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.quantities.drafts import Draft
from factcheck.quantities.lexing import Lexeme, lex

_MEMO: dict[tuple[str, ...], tuple[Draft, ...]] = {}
# About 30 MB of drafts: far beyond any one story, and a bound for a server that never stops.
_MEMO_SIZE = 50_000


def parse_window(raw: Sequence[str]) -> tuple[Draft, ...]:
    """The figures in a window's tokens, in reading order, their places counted from its start."""
    key = tuple(raw)
    found = _MEMO.get(key)
    if found is None:
        if len(_MEMO) >= _MEMO_SIZE:
            _MEMO.clear()
        found = _MEMO[key] = tuple(
            draft for segment in lex(raw) for draft in _figures(segment)
        )
    return found


def _figures(segment: list[Lexeme]) -> Iterator[Draft]:
    """The longest figures from left to right; words that begin none are passed over."""
    first = 0
    while first < len(segment):
        last = len(segment)
        while last > first:
            draft, reached = _parse(segment[first:last])
            if draft is not None:
                yield from draft.ends if draft.apart and draft.ends else (draft,)
                break
            last = min(last - 1, first + reached)
        first = max(last, first + 1)


def _parse(lexemes: list[Lexeme]) -> tuple[Draft | None, int]:
    """The figure these are, else how many of them may begin one."""
    # Lark costs a third of the start-up, so it waits for the first window.
    from factcheck.quantities.grammar import parse

    return parse(lexemes)
