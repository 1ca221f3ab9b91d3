"""Two figures and how many times one is said to be the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from factcheck.claims.granting import granted
from factcheck.claims.phrases import Phrase, find_phrases, locate, unit_of
from factcheck.model import Claim, Document, Span
from factcheck.ranges import Range


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


_GAP = "[^A-Z;:]"
_CLAUSE = r"(?:(?! (?:as|and|while|but|after|when|though|although|which|who)\b)[^B-CE-Z;:])"
_FACTORS = {
    "doubl": 2, "twice": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "halv": Fraction(1, 2),
    "half": Fraction(1, 2),
}  # fmt: skip
_HEDGE = r"(?P<hedge>(?:[↑↓] than |over |almost |nearly |about |roughly |around |just |at least )*)"
_MOVED = r"(?P<words>(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|es|e))"
_TIMES = r"(?P<words>double|twice|triple|treble|quadruple|(?P<times>C) times)"
_FORMS = (
    rf"{_HEDGE}{_MOVED}{_CLAUSE}{{0,20}} from (?P<small>[CMUDVP]){_GAP}{{0,30}}? to (?P<large>[CMUDVP])",
    rf"{_HEDGE}{_MOVED}{_CLAUSE}{{0,20}} to (?P<large>[CMUDVP]),?{_GAP}{{0,30}}? (?:from|against|compared (?:with|to)) (?P<small>[CMUDVP])",
    # "1,200, three times the 400 of last year", "$60, twice as much as the $30"
    rf"(?P<large>[CMUDVP]){_GAP}{{0,20}}?[,(–—-] ?(?:or )?{_HEDGE}{_TIMES} (?P<more>↑ than )?"
    rf"(?:as (?:many|much|big|large|high) as )?(?:the |its |a |last year's )*(?P<small>[CMUDVP])",
    # "at $60 the fee is twice what it was in May, when it was $30"
    rf"(?P<large>[CMUDVP]){_GAP}{{0,30}}? (?:is|are|was|were|costs?) {_HEDGE}{_TIMES} (?P<more>↑ than )?what"
    rf"{_GAP}{{0,35}}? (?:when|,) (?:it|they) (?:was|were|cost|stood at) (?P<small>[CMUDVP])",
    # "three times as many goats, 1,200 against 400"
    rf"{_HEDGE}{_TIMES} (?:as (?:many|much)|(?P<more>↑)){_GAP}{{0,20}}?[,:(–—-] ?"
    rf"(?P<large>[CMUDVP]){_GAP}{{0,20}}? (?:against|to|compared (?:with|to)) (?P<small>[CMUDVP])",
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for form in _FORMS)


@cache
def _worded() -> re.Pattern[str]:
    return re.compile("doubl|twice|tripl|trebl|quadrupl|halv|times")


@lru_cache(maxsize=1)
def find_multiples(document: Document) -> tuple[Multiple, ...]:
    """Every pair of figures of a story with how many times one is the other, in reading order."""
    if not _worded().search(document.prose):
        return ()
    return tuple(
        multiple for phrase in find_phrases(document) for multiple in _within(document, phrase)
    )


def _within(document: Document, phrase: Phrase) -> Iterator[Multiple]:
    if len(phrase.claims) < 2 or not _worded().search(phrase.text):
        return
    taken: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(phrase.text):
            if match.start("words") in taken:
                continue
            multiple = _multiple(document, phrase, match)
            if multiple:
                taken.add(match.start("words"))
                yield multiple


def _multiple(document: Document, phrase: Phrase, match: re.Match[str]) -> Multiple | None:
    larger, smaller = phrase.group(match, "large"), phrase.group(match, "small")
    alike = larger.quantity.kind == smaller.quantity.kind
    units = {unit_of(document, one.quantity) for one in (larger, smaller)}
    if not alike or len(units) > 1 or min(granted(document, one).low or 0 for one in (larger, smaller)) <= 0:
        return None
    groups = match.groupdict()
    times = phrase.group(match, "times") if groups.get("times") else None
    if times and not (times.quantity.range.is_point and times.quantity.range.low):
        return None
    factor = Fraction(times.quantity.range.low or 0) if times else _factor(match["words"])
    allowed = _allowed(factor, groups["hedge"], more=bool(groups.get("more")), told=times)
    return Multiple(larger, smaller, factor, allowed, _span(document, phrase, match, times))


def _factor(word: str) -> Fraction:
    return next(Fraction(factor) for start, factor in _FACTORS.items() if word.startswith(start))


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
