"""What a printed figure may stand for in a sum: its rounding, and what loose wording grants."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import Claim, Document, Quantity
from factcheck.quantities.rounding import apart, fair_step, rounded
from factcheck.ranges import Range

# "More than 40" is written of 50, hardly of 90; "just over 40" of 45 at most.
_BEYOND, _JUST = Fraction(2), Fraction(115, 100)
_BARELY = ("just", "slightly", "a little", "a bit", "a shade", "marginally", "a fraction")


def granted(document: Document, claim: Claim) -> Range:
    """All numbers that could fairly be printed as this figure, both ends held where it is bounded.

    Half of the last place to either side, and what "about", "more than" or "just under" allow.
    """
    quantity = claim.quantity
    wording = quantity.span.of(document.prose).lower()
    span = quantity.range
    if quantity.kind == "ratio" and span.is_point:
        return _spoken(quantity)
    if span.low is not None and span.high is not None:
        return rounded(quantity) if _counted(quantity) else _measured(quantity)
    end = span.low if span.high is None else span.high
    if end is None or end < 0:
        return span
    half = Fraction(fair_step(quantity)) / 2
    factor = _JUST if wording.startswith(_BARELY) else _BEYOND
    if span.high is None:
        return Range(end - half, end * factor + half) if not span.low_closed else Range(end - half)
    return Range(end / factor - half, end + half) if not span.high_closed else Range(0, end + half)


def _counted(quantity: Quantity) -> bool:
    """Whether nothing can have been rounded away below one: goats, votes."""
    return quantity.kind == "count" or (quantity.kind == "ratio" and not quantity.range.is_point)


def _measured(quantity: Quantity) -> Range:
    half = Fraction(fair_step(quantity)) / 2
    return rounded(quantity) | quantity.range.widened(half)


def _spoken(quantity: Quantity) -> Range:
    """A fraction in words stands for what lies nearer to it than half way to the next such.

    "One in five" is nearer than "one in four" and "one in six"; "about" grants as much again.
    """
    value = quantity.range.low or 0
    below = value.denominator
    slack = Fraction(1, 2 * below * (below + 1))
    top = apart(value, 0) / Fraction(8)
    return quantity.range.widened(min(slack * (2 if quantity.approximate else 1), max(top, slack / 4)))
