"""What rounding is fair between a figure and its conversion."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import Quantity
from factcheck.quantities.rounding import Number, rounded
from factcheck.ranges import Range
from factcheck.values import replace


def figure_ends(quantity: Quantity) -> tuple[Quantity, ...]:
    """The figure as single numbers: one for "over 30 feet", two for "26 to 52 feet"."""
    held = dict.fromkeys((quantity.range.low, quantity.range.high))
    return tuple(replace(quantity, range=Range.point(end)) for end in held if end is not None)


def fair_original(quantity: Quantity) -> Range:
    """All that may have been measured or paid where the story gives this bounded figure.

    Half the last place written is granted to whole numbers too: unlike a count of people, four
    feet may be four and a quarter.
    """
    return rounded(quantity) | quantity.range.widened(Fraction(quantity.step) / 2)


def fair_result(result: Quantity, source: Quantity) -> Range:
    """All results of converting `source` that may be printed as this bounded figure.

    Besides what `fair_original` grants, two significant digits are always enough, and one where
    the source has no more ("1,000 feet (300 metres)").
    """
    held = fair_original(result)
    for end in (result.range.low or 0, result.range.high or 0):
        held |= Range.point(end).widened(first_digit(end) / 20)
        if _one_digit(end) and _one_digit(source.range.high or 0):
            held |= _rounded_to_one_digit(end)
    return held


def first_digit(value: Number) -> Fraction:
    """The worth of the first digit: 10 for 48, 1/100 for 0.048, 0 for 0."""
    number = max(value, -value)
    if number >= 1:
        return Fraction(10 ** (len(str(int(number))) - 1))
    size = Fraction(1)
    while 0 < number < size:
        size /= 10
    return size if number else Fraction(0)


def _one_digit(value: Number) -> bool:
    return not value or value % first_digit(value) == 0


def _rounded_to_one_digit(value: Number) -> Range:
    size, number = first_digit(value), max(value, -value)
    # Below a power of ten one digit is as fine as two are.
    inwards = size / 20 if number == size else size / 2
    nearest = Range(number - inwards, number + size / 2)
    return nearest if value >= 0 else -nearest
