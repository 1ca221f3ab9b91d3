"""Where a figure may stand: windows of tokens round every number word and numeral."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.quantities.lexicon import lexicon
from factcheck.quantities.lexing import HYPHENS
from factcheck.tokens import Tokens

# One character a token: n begins a window, u can end one, m can only stand before or between,
# e is both ("more than", "or more"), _ is space that markup left behind.
_SEED = re.compile(r"n[nuem_]*")
_BEFORE = frozenset("me_")
_LEFT = 7
# Longer windows are lists or tables; what is cut off is read as a window of its own.
_RIGHT = 40

_SEEDS = frozenset(("ONES", "TEEN", "TENS", "HUNDRED", "SCALE", "VAGUE", "FRACTION"))
_ENDS = frozenset(("UNIT", "PART", "OR_MORE", "OR_LESS", "OR_SO"))
_BETWEEN = frozenset("and to or of in a an point minus /".split())


class _Classes(dict[str, str]):
    """The class of each token, found once."""

    def __missing__(self, token: str) -> str:
        if len(self) > 500_000:
            self.clear()
        found = self[token] = _class_of(token)
        return found


def _class_of(token: str) -> str:
    word = token.rstrip(" ")
    if not word:
        return "_"
    if word[0] in "0123456789":
        return "n"
    found = lexicon()
    entry = found.of(word)
    lower = word.lower()
    if entry and entry.terminal in _SEEDS:
        return "n"
    if entry and entry.terminal in _ENDS or word in found.touching or word in found.letters:
        return "u"
    if lower in found.parts:
        return _class_of_part(lower)
    return "m" if entry or lower in _BETWEEN or word in HYPHENS else "_" if word.isspace() and "\n" not in word else "."


def _class_of_part(word: str) -> str:
    """Words of phrases: some only lead ("upwards of"), some also follow ("or more")."""
    return "e" if word in _following() else "m"


@cache
def _following() -> frozenset[str]:
    found = lexicon().phrases
    return frozenset(
        parts[-1] for rows in found.values() for parts, entry in rows if entry.terminal in _ENDS
    )


_CLASSES = _Classes()


def shape_of(tokens: Tokens, covered: list[range]) -> str:
    """The classes of all tokens as one string; covered tokens belong to no figure."""
    shape = list(map(_CLASSES.__getitem__, tokens.raw))
    for places in covered:
        shape[places.start : places.stop] = "." * len(places)
    return "".join(shape)


def find_windows(shape: str) -> Iterator[tuple[int, int]]:
    """Half-open token ranges that may hold figures, in order and apart from each other."""
    free = 0
    for match in _SEED.finditer(shape):
        first, end = match.span()
        lowest = max(free, first - _LEFT)
        while first > lowest and shape[first - 1] in _BEFORE:
            first -= 1
        for start in range(first, end, _RIGHT):
            stop = min(start + _RIGHT, end)
            while stop > start and shape[stop - 1] in "m_":
                stop -= 1
            if stop > start:
                yield start, stop
        free = end
