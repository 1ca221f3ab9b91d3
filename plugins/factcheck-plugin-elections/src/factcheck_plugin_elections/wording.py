"""The words of an election, from words.toml, as patterns; read when a story first needs them."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path

from factcheck import Document, Range, load_table

# A word that begins with a capital, in any script that has them.
_CAPITALISED = r"[^\W\d_a-z][\w.&’'-]*+"
NAME = rf"{_CAPITALISED}(?: (?:(?:of|for) (?:the )?|(?:de|la|van|von|al) ){{0,2}}{_CAPITALISED})*+"


@cache
def words(name: str) -> frozenset[str]:
    """A list of words.toml."""
    return frozenset(_table()[name])


@cache
def one_of(name: str) -> str:
    """A pattern for any word of a list, the longest first."""
    ordered = sorted(words(name), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


@cache
def whole_words(name: str) -> re.Pattern[str]:
    """Any word of a list wherever it stands, in capitals or not."""
    return re.compile(rf"(?<![\w-]){one_of(name)}(?![\w-])", re.IGNORECASE)


@cache
def _table() -> dict[str, list[str]]:
    return load_table(Path(__file__).with_name("words.toml"))


def speaks_of(document: Document, *stems: str) -> bool:
    """Whether one of these stands in the story, in capitals or not: a cheap test."""
    prose = _lowered(document)
    return any(stem in prose for stem in stems)


# Each rule asks the same story, one after the other.
@lru_cache(maxsize=1)
def _lowered(document: Document) -> str:
    return document.prose.lower()


def number(value: object) -> str:
    """A number or range as a story would print it."""
    return str(value if isinstance(value, Range) else Range.point(value))  # type: ignore[arg-type]


def in_percent(share: Range) -> str:
    """A share as a story would print it, to one place behind the point."""
    ends = [Fraction(round(end * 10), 10) for end in (share.low, share.high) if end is not None]
    return f"{number(Range(min(ends), max(ends)))} percent" if ends else "unknown"
