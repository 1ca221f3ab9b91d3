"""Exact arithmetic on ranges of numbers; knows nothing of text."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from factcheck.ends import End, high_end, in_words, inverse, low_end, plus, shared, span, times
from factcheck.numbers import Number, exact, in_code
from factcheck.values import dataclass

Operand: TypeAlias = "Range | int | Fraction"
Relation: TypeAlias = Literal["disjoint", "equal", "inside", "contains", "overlaps"]


@dataclass(frozen=True, slots=True, init=False)
class Range:
    """All numbers from `low` to `high`: the set of values that a figure in a story allows.

    An end of None is unbounded. A closed end belongs to the range, an open one does not, and an
    unbounded one is never closed. Ends are exact: `int`, or `Fraction` where the number is not
    whole; they carry no unit. Anything else, `bool`, `float` and `Decimal` among them, is a
    TypeError, and nothing but a wrong type raises.

    Ranges are values: equal sets are equal and hash alike. All ranges that hold no number are
    equal to `Range.EMPTY` (`Range(2, 1)`, or `Range(1, 1, high_closed=False)`); its ends mean
    nothing, so ask `.empty` first. As with any set, a range is true unless it is empty: a range
    that holds only 0 is true.

    `+ - * /` take ranges or plain numbers on either side. The result is the narrowest range that
    holds every `x + y` (`x - y`, …) for x and y in the operands, open ends included; without
    rounding, it is the set-based interval arithmetic of IEEE 1788-2015 extended to open ends.
    Where y = 0 there is no quotient, hence `x / {0}` is empty, `1 / [-1, 1]` is everything and
    `[1, 2] / [0, 1]` is `[1, ∞)`. The sum of EMPTY and anything is EMPTY, and so on. The
    two sides are taken as independent: `a - a` is `{0}` only if `a` is a single number.

    `a & b` is what both hold, `a | b` the narrowest range round both (the interval hull, which
    also holds the gap between them). `x in a` asks for a number, `b in a` for a subset.
    """

    low: Number | None
    high: Number | None
    low_closed: bool
    high_closed: bool

    EMPTY: ClassVar[Range]
    ALL: ClassVar[Range]

    def __init__(
        self,
        low: Number | None = None,
        high: Number | None = None,
        *,
        low_closed: bool = True,
        high_closed: bool = True,
    ) -> None:
        if low is None:
            low_closed = False
        elif type(low) is not int:
            low = exact(low)
        if high is None:
            high_closed = False
        else:
            high = high if type(high) is int else exact(high)
            closed = low_closed and high_closed
            if low is not None and (low > high or (low == high and not closed)):
                low, high, low_closed, high_closed = 0, 0, False, False
        # A frozen class is written through `object`, and only here.
        put = object.__setattr__
        put(self, "low", low)
        put(self, "high", high)
        put(self, "low_closed", low_closed)
        put(self, "high_closed", high_closed)

    @classmethod
    def point(cls, number: Number) -> Range:
        """The range that holds this number and no other."""
        number = exact(number)
        return cls(number, number)

    @property
    def empty(self) -> bool:
        """Whether it holds no number."""
        return self.low is not None and self.low == self.high and not self.low_closed

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one number."""
        return self.low_closed and self.low == self.high

    @property
    def width(self) -> Number | None:
        """How far apart its ends are: 0 for a point and for EMPTY, None if it is unbounded."""
        if self.low is None or self.high is None:
            return None
        return exact(self.high - self.low)

    @property
    def _ends(self) -> tuple[End, End]:
        return low_end(self.low, self.low_closed), high_end(self.high, self.high_closed)

    @property
    def _inverse(self) -> Range:
        """1 / y for each y of a range of positive numbers."""
        low, high = self._ends
        return self and _between(inverse(high), inverse(low))

    def __bool__(self) -> bool:
        return not self.empty

    def __contains__(self, other: Operand) -> bool:
        that = _range(other)
        return self & that == that

    def __and__(self, other: Operand) -> Range:
        that = _range(other)
        return _between(*shared(self._ends, that._ends))

    def __or__(self, other: Operand) -> Range:
        that = _range(other)
        if self.empty or that.empty:
            return self or that
        return _between(*span(self._ends + that._ends))

    def __neg__(self) -> Range:
        return _between(*span(times(end, (0, -1, True)) for end in self._ends))

    def __add__(self, other: Operand) -> Range:
        that = _range(other)
        if self.empty or that.empty:
            return Range.EMPTY
        return _between(*map(plus, self._ends, that._ends))

    def __sub__(self, other: Operand) -> Range:
        return self + -_range(other)

    def __mul__(self, other: Operand) -> Range:
        that = _range(other)
        if self.empty or that.empty:
            return Range.EMPTY
        return _between(*span(times(end, far) for end in self._ends for far in that._ends))

    def __truediv__(self, other: Operand) -> Range:
        that = _range(other)
        # On either side of zero 1 / y is unbroken, and turns the ends about.
        above, below = that & _POSITIVE, -that & _POSITIVE
        return self * above._inverse | self * -below._inverse

    __rand__ = __and__
    __ror__ = __or__
    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Number) -> Range:
        return _range(other) - self

    def __rtruediv__(self, other: Number) -> Range:
        return _range(other) / self

    def scaled(self, factor: Number) -> Range:
        """Every number of it times a factor, as from thousands to units; the same as `*`."""
        return self * exact(factor)

    def widened(self, by: Number) -> Range:
        """Each end moved outwards by a number, inwards by a negative one; EMPTY stays EMPTY."""
        by = exact(by)
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return self and Range(low, high, low_closed=self.low_closed, high_closed=self.high_closed)

    def relation(self, other: Operand) -> Relation:
        """How the two lie, as sets; the first that fits of equal, inside, contains, disjoint.

        `a.relation(b)` is "equal" or "inside" exactly when `a in b`. EMPTY is therefore inside
        every other range and never disjoint, though it has nothing in common with any.
        """
        that = _range(other)
        if self == that:
            return "equal"
        if self in that:
            return "inside"
        if that in self:
            return "contains"
        return "overlaps" if self & that else "disjoint"

    def overlap(self, other: Operand) -> Fraction:
        """The share, from 0 to 1, of the narrower range that both hold.

        1 if one lies inside the other, so also for a single number inside the other. 0 if they
        have nothing in common (with EMPTY always), or no more than one end of each, or a bounded
        part of two unbounded ranges ("at least 3" and "up to 5").
        """
        that = _range(other)
        both = self & that
        if both in (self, that):
            return Fraction(bool(both))
        narrower = min((one.width for one in (self, that) if one.width is not None), default=None)
        return Fraction(both.width or 0) / narrower if narrower else Fraction(0)

    def gap(self, other: Operand) -> Number:
        """The exact length of what lies between the two.

        0 if they overlap or touch, whether or not the ends where they touch are closed, and 0 if
        either is EMPTY, since nothing lies between it and another.
        """
        that = _range(other)
        (unbounded, low, _), (unbounded_too, high, _) = shared(self._ends, that._ends)
        if unbounded or unbounded_too or not (self and that):
            return 0
        return exact(max(0, low - high))

    def certainly_less(self, other: Operand) -> bool:
        """Whether every number of this range is less than every number of the other.

        False if either is EMPTY, so that what is certain is always possible.
        """
        that = _range(other)
        high, low = self._ends[1], that._ends[0]
        apart = high[:2] < low[:2] or (high[:2] == low[:2] and not (high[2] and low[2]))
        return bool(self and that) and apart

    def possibly_less(self, other: Operand) -> bool:
        """Whether some number of this range is less than some number of the other."""
        that = _range(other)
        low, high = self._ends[0], that._ends[1]
        return bool(self and that) and low[:2] < high[:2]

    def __str__(self) -> str:
        return in_words(*self._ends) if self else "nothing"

    def __reduce__(self) -> tuple[Callable[[End, End], Range], tuple[End, End]]:
        return _between, self._ends

    def __repr__(self) -> str:
        if self.empty:
            return "Range.EMPTY"
        parts = [in_code(self.low), in_code(self.high)]
        parts += ["low_closed=False"] * (self.low is not None and not self.low_closed)
        parts += ["high_closed=False"] * (self.high is not None and not self.high_closed)
        return f"Range({', '.join(parts)})"


def _range(operand: object) -> Range:
    return operand if isinstance(operand, Range) else Range.point(operand)  # type: ignore[arg-type]


def _between(low: End, high: End) -> Range:
    numbers = [None if end[0] else end[1] for end in (low, high)]
    return Range(*numbers, low_closed=low[2], high_closed=high[2])


Range.EMPTY = Range(1, 0)
Range.ALL = Range()
_POSITIVE = Range(0, low_closed=False)
