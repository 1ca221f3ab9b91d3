"""So much for each of so many, and what that comes to: prices, averages, figures a head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from factcheck.claims.granting import granted
from factcheck.claims.lemmas import lemma
from factcheck.claims.meanings import noun_class
from factcheck.claims.phrases import Phrase, find_phrases
from factcheck.model import Claim, Document
from factcheck.quantities.units import converted, units
from factcheck.ranges import Range

_HEADS = frozenset(("head", "person", "capita", "individual"))


@dataclass(frozen=True, slots=True)
class Rate:
    """So much (`each`) for each of a `number`, and the `total` that is given for all of them.

    `factor` brings the number to the unit that the rate counts: 1,000 for kilograms at so much a
    gram.
    """

    each: Claim
    number: Claim
    total: Claim
    factor: Fraction

    @property
    def claims(self) -> tuple[Claim, Claim, Claim]:
        """The total, the number and what each comes to."""
        return self.total, self.number, self.each


_GAP = "[^A-Z:]"
_EACH = r"(?:(?P<rate>V)|(?P<each>[CM]) (?:each|apiece|on average))"
_NUMBER, _TOTAL = "(?P<number>[CUD])", "(?P<total>[CM])"
_LINK = (
    r"(?: worth|, or| or|, (?:for )?a total of|for a total of| comes? to| came to| makes?| making| totall?ing"
    r"|,| costing| cost) (?:[a-z]+ ){0,2}?"
)
_ENDED = r"(?=[,.;)–—!?\"”]| in all| altogether| in total|$)"
_FORMS = (
    # "at $6 a gram, the 18 kilograms are worth $3,000"
    rf"{_EACH}{_GAP}{{0,40}}? {_NUMBER}{_GAP}{{0,25}}?{_LINK}{_TOTAL}{_ENDED}",
    # "18 kilograms at $6 a gram, or $3,000"
    rf"{_NUMBER}{_GAP}{{0,40}}? (?:at|for)(?: a (?:cost|price) of)? {_EACH}{_LINK}{_TOTAL}{_ENDED}",
    # "$400 for each of the 30 pupils, $12,000 in all"
    rf"(?P<each>M)(?P<rate>V)? for each of (?:the |its )?{_NUMBER}{_GAP}{{0,25}}?{_LINK}{_TOTAL}{_ENDED}",
    # "$40 a head, or $1,200 for a group of 30"
    rf"{_EACH}, or {_TOTAL} for (?:an? [a-z]+ of |all )?{_NUMBER}\b",
    # "$12,000 for 30 pupils, or $500 each"
    rf"{_TOTAL}{_GAP}{{0,30}}? (?:for|on|between|among|to|by) (?:[a-z]+ ){{0,2}}?{_NUMBER}{_GAP}{{0,25}}?"
    rf"[,–(—] ?(?:or |that is |an average of |about )*{_EACH}",
    # "the 30 pupils shared $12,000, or $500 each"
    rf"{_NUMBER}{_GAP}{{0,25}}? (?:shared?|split|got|paid|raised|earned) {_TOTAL}{_GAP}{{0,15}}?"
    rf"[,–(—] ?(?:or |that is |an average of |about )*{_EACH}",
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _FORMS))


@lru_cache(maxsize=1)
def find_rates(document: Document) -> tuple[Rate, ...]:
    """Every rate of a story that is given with a number and a total, in reading order."""
    return tuple(rate for phrase in find_phrases(document) for rate in _within(document, phrase))


def total_of(document: Document, rate: Rate) -> Range:
    """What so much for each comes to for all."""
    return granted(document, rate.each) * granted(document, rate.number) * rate.factor


def _within(document: Document, phrase: Phrase) -> Iterator[Rate]:
    text = phrase.text
    told = "V" in text or " each" in text or " apiece" in text or "average" in text
    if len(phrase.claims) < 3 or not told:
        return
    taken: set[Claim] = set()
    for pattern in _patterns():
        for match in pattern.finditer(text):
            each = phrase.group(match, "rate" if match["rate"] else "each")
            number, total = phrase.group(match, "number"), phrase.group(match, "total")
            factor = _factor(each, number, total, by_unit=bool(match["rate"]))
            if factor and total not in taken:
                taken.add(total)
                yield Rate(each, number, total, factor)


def _factor(each: Claim, number: Claim, total: Claim, *, by_unit: bool) -> Fraction | None:
    """How many of what the rate counts one of the number is; None where the units do not fit."""
    unit, _, counted = (each.quantity.unit or "").partition("/")
    if (unit or None) != total.quantity.unit:
        return None
    if not by_unit:
        return Fraction(1) if number.quantity.kind == "count" else None
    known = units()
    of = number.quantity.unit
    if counted in known and of in known and known[of].dimension == known[counted].dimension:
        return converted(Fraction(1), known[of], known[counted])
    fits = counted in _HEADS or noun_class(lemma(counted)) == noun_class(number.subject)
    return Fraction(1) if number.quantity.kind == "count" and fits and counted not in known else None
