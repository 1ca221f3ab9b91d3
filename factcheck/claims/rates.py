"""So much for each of so many, and what that comes to: prices, averages, figures a head."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck.claims.granting import granted
from factcheck.claims.lemmas import lemma
from factcheck.claims.meanings import noun_class
from factcheck.claims.phrases import Phrase, find_phrases
from factcheck.claims.sentence_forms import matches
from factcheck.model import Claim, Document
from factcheck.quantities.units import converted, units
from factcheck.ranges import Range
from factcheck.values import dataclass

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


@lru_cache(maxsize=1)
def find_rates(document: Document) -> tuple[Rate, ...]:
    """Every rate of a story that is given with a number and a total, in reading order."""
    return tuple(rate for phrase in find_phrases(document) for rate in _within(phrase))


def total_of(document: Document, rate: Rate) -> Range:
    """What so much for each comes to for all."""
    return granted(document, rate.each) * granted(document, rate.number) * rate.factor


def _within(phrase: Phrase) -> Iterator[Rate]:
    text = phrase.text
    told = "V" in text or " each" in text or " apiece" in text or "average" in text
    if len(phrase.claims) < 3 or not told:
        return
    taken: set[Claim] = set()
    for match in matches(phrase, "rates"):
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
    return (
        Fraction(1) if number.quantity.kind == "count" and fits and counted not in known else None
    )
