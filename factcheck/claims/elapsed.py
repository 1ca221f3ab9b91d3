"""Whether a length of time fits its two dates, with what a writer may fairly round."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

from factcheck.claims.lasting import Lasting
from factcheck.claims.lemmas import word_list
from factcheck.dates.reckoning import days_between, months_between, working_days
from factcheck.dates.resolving import Day, Reading, readings
from factcheck.ranges import Range
from factcheck.values import dataclass

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Elapsed:
    """What lies between two dates, in months or in days, and what the length given stands for.

    `measured` runs from the least, neither date counted in, to the most, both counted in;
    `granted` holds all that may be printed as the length. `first` and `last` are the readings
    of the two dates; `size` is the length as written, None where it is no whole number.
    """

    first: Reading
    last: Reading
    measured: Range
    granted: Range
    in_days: bool
    size: int | None

    @property
    def backwards(self) -> bool:
        """Whether the second date lies before the first."""
        return self.last[1] < self.first[0]

    @property
    def agree(self) -> bool:
        """Whether some count of the time between the dates may be printed as the length."""
        return self.measured.relation(self.granted) != "disjoint"


def find_elapsed(lasting: Lasting, as_of: Day | None) -> tuple[Elapsed, ...]:
    """One for each pair of days that the two dates can mean; none where a year is not known."""
    unit = word_list("dated")["units"][lasting.length.unit]
    pairs = product(readings(lasting.first, as_of), readings(lasting.last, as_of))
    return tuple(_elapsed(lasting, unit, *pair) for pair in pairs)


def _elapsed(lasting: Lasting, unit: dict[str, Any], first: Reading, last: Reading) -> Elapsed:
    in_days = "days" in unit
    measured = (days_between if in_days else months_between)(first, last)
    if unit.get("days") == 1 and measured.low is not None and measured.low > 0:
        # "Five days" may be working days.
        measured = Range(working_days(first[1], last[0]), measured.high)
    low, high = _ends(lasting, unit)
    whole = int(high) if high is not None and low == high and high.denominator == 1 else None
    return Elapsed(first, last, measured, _granted(lasting, unit), in_days, whole)


def _ends(lasting: Lasting, unit: dict[str, Any]) -> tuple[Number | None, Number | None]:
    """The length as written, in months or in days."""
    size, length = int(unit.get("months") or unit["days"]), lasting.length.range
    low, high = (None if end is None else end * size for end in (length.low, length.high))
    return low, high


def _granted(lasting: Lasting, unit: dict[str, Any]) -> Range:
    """All that may be printed as this length, in months or in days."""
    length = lasting.length
    low, high = _ends(lasting, unit)
    step = length.step if length.step and length.step < 1 else 1
    # "Two decades" are rounded twice as much as one.
    times = max(1, int(length.range.high or 1)) if unit.get("months", 0) > 12 else 1
    less, more = (Fraction(unit[name]) * step * times for name in ("less", "more"))
    if length.approximate:
        one = Fraction(unit.get("months") or unit["days"])
        about = max(Fraction(high or low or 0) / 8, one)
        less, more = less + about, more + about
    return Range(
        None if low is None else low - less,
        None if high is None else high + more,
        high_closed=more == 0,
    )
