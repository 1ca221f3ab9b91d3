"""Two figures and how many times one is said to be the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck.claims.granting import granted
from factcheck.claims.phrases import Phrase, find_phrases, locate, unit_of
from factcheck.claims.sentence_forms import matches
from factcheck.model import Claim, Document, Span
from factcheck.ranges import Range
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Multiple:
    """`larger` is said to be so many times `smaller`; for "halved" the factor is below 1.

    `factor` is what the words say, `allowed` all that they may stand for; `span` is where they
    stand.
    """

    larger: Claim
    smaller: Claim
    factor: Fraction
    allowed: Range
    span: Span


_TELLING = ("doubl", "twice", "tripl", "trebl", "quadrupl", "halv", "C times")
_FACTORS = {
    "doubl": Fraction(2), "twice": Fraction(2), "tripl": Fraction(3), "trebl": Fraction(3),
    "quadrupl": Fraction(4), "halv": Fraction(1, 2),
}  # fmt: skip


@lru_cache(maxsize=1)
def find_multiples(document: Document) -> tuple[Multiple, ...]:
    """Every pair of figures of a story with how many times one is the other, in reading order."""
    return tuple(
        multiple for phrase in find_phrases(document) for multiple in _within(document, phrase)
    )


def _within(document: Document, phrase: Phrase) -> Iterator[Multiple]:
    if not any(word in phrase.text for word in _TELLING):
        return
    taken: set[int] = set()
    for match in matches(phrase, "multiples"):
        if match.start("words") not in taken:
            multiple = _multiple(document, phrase, match)
            if multiple:
                taken.add(match.start("words"))
                yield multiple


def _multiple(document: Document, phrase: Phrase, match: re.Match[str]) -> Multiple | None:
    larger, smaller = phrase.group(match, "large"), phrase.group(match, "small")
    alike = larger.quantity.kind == smaller.quantity.kind
    units = {unit_of(document, one.quantity) for one in (larger, smaller)}
    if (
        not alike
        or len(units) > 1
        or min(granted(document, one).low or 0 for one in (larger, smaller)) <= 0
    ):
        return None
    groups = match.groupdict()
    times = phrase.group(match, "times") if groups.get("times") else None
    if times and not (times.quantity.range.is_point and times.quantity.range.low):
        return None
    factor = Fraction(times.quantity.range.low or 0) if times else _factor(match["words"])
    allowed = _allowed(factor, groups["hedge"], more=bool(groups.get("more")), told=times)
    return Multiple(larger, smaller, factor, allowed, _span(document, phrase, match, times))


def _factor(word: str) -> Fraction:
    return next(factor for start, factor in _FACTORS.items() if word.startswith(start))


def _allowed(factor: Fraction, hedge: str, *, more: bool, told: Claim | None) -> Range:
    """What "tripled" may stand for: two and a half to three and a half times.

    "Three times more" is read by some as four times, so both are granted.
    """
    half = Fraction(factor) / 5 if factor < 1 else Fraction(1, 2) if factor > 2 else Fraction(1, 4)
    if told is not None and told.quantity.step < 1:
        half = Fraction(told.quantity.step) / 2
    low, high = factor - half, factor + half + more
    if hedge or (told is not None and told.quantity.approximate):
        low, high = low - half, high + half
    if hedge.startswith(("↑", "over", "at least")):
        high = high + factor
    return Range(low, high)


def _span(document: Document, phrase: Phrase, match: re.Match[str], times: Claim | None) -> Span:
    if times is None:
        return locate(document, phrase, match.start("words"), match["words"])
    end = document.prose.index("times", times.quantity.span.end) + len("times")
    return Span(times.quantity.span.start, end)
