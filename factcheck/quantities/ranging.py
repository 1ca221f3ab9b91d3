"""What the grammar's rules for bounds and ranges make of their parts."""

# ruff: noqa: D103 - grammar.lark shows above each rule a phrase that it matches.

from __future__ import annotations

from fractions import Fraction
from typing import Any

from factcheck.quantities.drafts import (
    Declined,
    Draft,
    Number,
    bounded,
    scaled,
    wider,
    with_unit,
    worth,
)
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.numerals import exact


def above(word: Lexeme, figure: Draft) -> Draft:
    return bounded(word, figure, upper=False, closed=False)


def below(word: Lexeme, figure: Draft) -> Draft:
    return bounded(word, figure, upper=True, closed=False)


def at_least(*parts: Any) -> Draft:
    word, figure = _sides(parts)
    return bounded(word, figure, upper=False, closed=True)


def at_most(*parts: Any) -> Draft:
    word, figure = _sides(parts)
    return bounded(word, figure, upper=True, closed=True)


def about(*parts: Any) -> Draft:
    word, figure = _sides(parts)
    return wider(figure, word.start, word.end)._replace(approximate=True)


def exactly(word: Lexeme, figure: Draft) -> Draft:
    return wider(figure, word.start, figure.end)


def _sides(parts: tuple[Any, ...]) -> tuple[Lexeme, Draft]:
    """The words of a bound stand before its figure ("at least 5") or after ("5 or more")."""
    left, right = parts
    return (right, left) if isinstance(left, Draft) else (left, right)


def both(left: Draft, _and: Lexeme, right: Draft) -> Draft:
    """“At least 20 and at most 100”, in either order."""
    low, high = (left, right) if left.high is None else (right, left)
    low, high = _shared_unit(low, high)
    if low.low is None or high.high is None or low.unit != high.unit or low.low >= high.high:
        raise Declined
    return left._replace(
        end=right.end, low=low.low, high=high.high, low_closed=low.low_closed,
        high_closed=high.high_closed, approximate=left.approximate or right.approximate,
        step=max(left.step, right.step), number=(left.number[0], right.number[1]), unit=low.unit,
        kind=low.kind, form="both",
    )  # fmt: skip


def between(word: Lexeme, left: Draft, _and: Lexeme, right: Draft) -> Draft:
    found = _range(left, right, word.start, "between")
    ages = found.unit is None and "age" in word.word.lower()
    return with_unit(found, "year_of_age") if ages else found


def from_to(word: Lexeme, left: Draft, _to: Lexeme, right: Draft) -> Draft:
    return _range(left, right, word.start, "from")


def from_range_to_range(_from: Lexeme, *parts: Any) -> Draft:
    """“From 5 to 7 percent to 3 to 5 percent” are two ranges, with a change between them."""
    first, _, second, _, third, _, fourth = parts
    third, fourth = _shared_unit(*_shared_scale(third, fourth))
    second = _shared_unit(fourth, second)[1]
    left, right = to(first, _from, second), to(third, _from, fourth)
    if left.unit != right.unit:
        raise Declined
    return left._replace(end=right.end, ends=(left, right), form="change")


def ranging(word: Lexeme, left: Draft, _to: Lexeme, right: Draft) -> Draft:
    return _range(left, right, word.start, "ranging")


def to(left: Draft, _to: Lexeme, right: Draft) -> Draft:
    return _range(left, right, left.start, "to")


def dash(left: Draft, _dash: Lexeme, right: Draft) -> Draft:
    return _range(left, right, left.start, "dash")


def either(left: Draft, _or: Lexeme, right: Draft) -> Draft:
    """“Two or three” is a range; “25 or 40” and “0.25 points or 0.1 percent” are two figures."""
    found = _range(left, right, left.start, "or")
    if right.approximate or found.low is None or found.high is None:
        raise Declined
    if found.high - found.low != found.step:
        raise Declined
    return found


def plus_minus(left: Draft, _sign: Lexeme, right: Draft) -> Draft:
    middle, by = worth(left), _size(worth(right))
    found = _range(left, right._replace(low=middle, high=middle), left.start, "plus-minus")
    return found._replace(low=exact(middle - by), high=exact(middle + by))


def margin(sign: Lexeme, amount: Draft) -> Draft:
    """“Plus or minus 3 points”."""
    by = _size(worth(amount))
    return wider(amount, sign.start, amount.end)._replace(low=-by, high=by, form="plus-minus")


def ratio(part: Draft, _of: Lexeme, whole: Draft) -> Draft:
    if not worth(whole) or not _size(worth(part)) < worth(whole) or part.kind == "ratio":
        raise Declined
    value = exact(Fraction(worth(part)) / worth(whole))
    found = part._replace(end=whole.end, low=value, high=value, number=(part.start, whole.end))
    return found._replace(kind="ratio", step=0, ends=(part, whole), form="ratio")


def _size(number: Number) -> Number:
    return -number if number < 0 else number


def _range(left: Draft, right: Draft, start: int, form: str) -> Draft:
    """One range; declined where the sides do not go together, so that they stay two figures."""
    if left.unit and not right.unit and left.kind != "money" and form in ("to", "dash", "or"):
        # "For five years to 2010", "40 percent to 3".
        raise Declined
    left, right = _shared_unit(*_shared_scale(left, right))
    if left.unit != right.unit or left.kind != right.kind:
        raise Declined
    # "From less than 8 to 14" has no low end, "to more than 20" no high one.
    low, high = left.low, right.high
    if low is None and high is None:
        low, high = left.high, right.low
    inverted = (low or left.high or 0) > (high or right.low or 0)
    hedged = left.form == "bound" or right.form == "bound"
    # "From 50 to 30" is a fall, whatever the verb; "between 50 and 30" is a slip.
    if inverted and (hedged or form not in ("between", "ranging")):
        raise Declined
    if inverted:
        low, high = right.low, left.high
    return left._replace(
        start=start, end=right.end, low=low, high=high, low_closed=left.low_closed,
        high_closed=right.high_closed, approximate=left.approximate or right.approximate,
        step=max(left.step, right.step), number=(left.number[0], right.number[1]),
        ends=(left, right), inverted=inverted, form=form, either=left.either or right.either,
    )  # fmt: skip


def _shared_scale(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """“2.5 to 3 million”: the left number is in millions too, unless it would pass the right."""
    if left.scale > 1 or right.scale == 1 or left.low is None or right.high is None:
        return left, right
    if _size(left.low * right.scale) > _size(right.high) or left.kind == "percent":
        return left, right
    return scaled(left, right.scale)._replace(scale=right.scale), right


def _shared_unit(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """“16 to 20 metres” and “$5 to 7”: the unit of one side is the other's as well."""
    if left.unit is None and left.kind == "count" and right.unit:
        left = left._replace(unit=right.unit, kind=right.kind)
    elif right.unit is None and right.kind == "count" and left.unit:
        right = right._replace(unit=left.unit, kind=left.kind)
    elif left.unit and right.unit and right.unit.startswith(f"{left.unit}/"):
        left = left._replace(unit=right.unit, kind=right.kind)
    return left, right


RULES = (
    above, below, at_least, at_most, about, exactly, both, between, from_to, from_range_to_range,
    ranging, to, dash, either, plus_minus, margin, ratio,
)  # fmt: skip
