"""Every number a text names in whatever part: figure, year, score, label, ordinal, "both"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.model import Span
from factcheck.quantities.lexicon import lexicon
from factcheck.quantities.numerals import parse_numeral
from factcheck.tables import load_table
from factcheck.tokens import Tokens


class Mention(NamedTuple):
    """A number as one word names it, scale words apart: 2.5 for the "2.5" of "2.5 million"."""

    span: Span
    value: int | Fraction


def find_mentions(tokens: Tokens, first: int, last: int) -> Iterator[Mention]:
    """The numbers that tokens `first` to `last` (half-open) name, in reading order."""
    for index in range(first, last):
        value = _VALUES[tokens.raw[index]]
        if value is not None:
            yield Mention(Span(tokens.starts[index], tokens.end(index)), value)


class _Values(dict[str, "int | Fraction | None"]):
    """The number a token names, found once."""

    def __missing__(self, token: str) -> int | Fraction | None:
        if len(self) > 500_000:
            self.clear()
        found = self[token] = _value(token.strip())
        return found


_VALUES = _Values()


def _value(word: str) -> int | Fraction | None:
    if word[:1].isdecimal() and word.isascii():
        numeral = parse_numeral(word)
        return numeral.value if numeral else None
    named = _named().get(word.lower())
    if named is not None:
        return named
    # "G20", "MH370": the number within the name.
    digits = word.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else None


@cache
def _named() -> dict[str, int | Fraction]:
    """The words that name a number: "twelve", "twelfth", "dozen", "both"."""
    rows = load_table(Path(__file__).with_name("mentions.toml"))["words"]
    named: dict[str, int | Fraction] = {
        word: int(number) for number, words in rows.items() for word in words.split()
    }
    for word, entry in lexicon().words.items():
        if entry.terminal in ("ONES", "TEEN", "TENS", "HUNDRED") and isinstance(entry.value, int):
            named[word] = entry.value
        elif entry.terminal == "PART" and isinstance(entry.value, int):
            named.setdefault(word, entry.value)
    return named
