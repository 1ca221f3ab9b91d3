"""A printed figure stands for all numbers that would be printed so."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import Quantity
from factcheck.ranges import Range

Number = int | Fraction


def apart(first: Number, second: Number) -> Number:
    """How far two numbers lie from each other."""
    return first - second if first > second else second - first


def fair_step(quantity: Quantity) -> Number:
    """The coarsest place the figure may fairly have been rounded to.

    The last place written ("1.2 million": 100,000), or the zeros at the end of a whole number as
    long as two digits stay ("20,000": 1,000, "700": 10); where the story says "about", one digit.
    A count below a hundred is a count: nothing was rounded away.
    """
    value = apart(quantity.range.high or quantity.range.low or 0, 0)
    return place_of(value, quantity.step, digits=1 if quantity.approximate else 2)


def place_of(value: Number, step: Number, *, digits: int = 2) -> Number:
    """The place a number written to `step` was fairly rounded to, so many digits left standing."""
    if value == 0 or value.denominator != 1:
        return step
    whole = str(int(apart(value, 0)))
    zeros = len(whole) - len(whole.rstrip("0"))
    coarsest: int = 10 ** max(0, min(zeros, len(whole) - digits))
    return max(step, coarsest)


def rounded(quantity: Quantity) -> Range:
    """All numbers that could fairly be printed as this figure."""
    step = fair_step(quantity)
    half = Fraction(step) / 2 if step != 1 else 0
    return quantity.range.widened(max(half, _about(quantity)))


def slack(first: Quantity, second: Quantity) -> Number:
    """How far apart the two may lie and still be one number, each fairly rounded.

    Half a step of the coarser one, both ends held, so that rounding half up and half to even are
    both fair. "About" grants an eighth besides: no style guide calls 40 "about 50".
    """
    step = max(fair_step(first), fair_step(second))
    about = max((_about(one) for one in (first, second)), default=0)
    return max(Fraction(step) / 2, about) if step > 1 or _divisible(first, second) else about


def _divisible(first: Quantity, second: Quantity) -> bool:
    """Whether one of two is written more finely, so that the other was rounded."""
    return min(first.step, second.step) < max(first.step, second.step)


def _about(quantity: Quantity) -> Number:
    if not quantity.approximate:
        return 0
    value = apart(quantity.range.high or quantity.range.low or 0, 0)
    return min(Fraction(value, 8), max(fair_step(quantity), 1))


def agree(first: Quantity, second: Quantity) -> bool:
    """Whether some number fits both figures, each read with the rounding it was fairly given."""
    one, other = first.range, second.range
    if one.is_point and other.is_point and one.low is not None and other.low is not None:
        return one.low == other.low or apart(one.low, other.low) <= slack(first, second)
    return one.widened(slack(first, second)).relation(other) != "disjoint"
