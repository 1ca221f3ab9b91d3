"""Days in words: "4 November 2018", "a Sunday"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.dates.resolving import Day
from factcheck.model import Precision
from factcheck.ranges import Range

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def write_day(day: Day, precision: Precision = "day") -> str:
    """The day as far as it is known: "4 November 2018", "November 2018", "2018"."""
    year, month, number = day
    if precision == "day":
        return f"{number} {_MONTHS[month - 1]} {year}"
    return f"{_MONTHS[month - 1]} {year}" if precision == "month" else str(year)


def write_when(day: Day, precision: Precision = "day") -> str:
    """The day behind its preposition: "on 4 November 2018", "in 2018"."""
    return f"{'on' if precision == 'day' else 'in'} {write_day(day, precision)}"


def write_weekday(weekday: int) -> str:
    """The weekday's name; 0 is Monday."""
    return _WEEKDAYS[weekday]


def write_month(month: int) -> str:
    """The month's name; 1 is January."""
    return _MONTHS[month - 1]


def write_choice(words: Iterable[str], joint: str = "or") -> str:
    """One or more in a row: "2009, 2010 or 2011"."""
    *front, last = words
    return f"{', '.join(front)} {joint} {last}" if front else last


def write_months(months: int) -> str:
    """So many months as years and months: "1 year 10 months"."""
    years, rest = divmod(months, 12)
    parts = [_counted(years, "year")] * bool(years) + [_counted(rest, "month")] * bool(rest)
    return " ".join(parts) or "less than a month"


def write_time(time: Range, *, in_days: bool) -> str:
    """A stretch of months, or of days, from the least to the most: "3 to 5 years"."""
    ends = [int(end) for end in (time.low, time.high) if end is not None]
    words = [_counted(end, "day") if in_days else write_months(end) for end in ends]
    if time.high is None or time.low is None:
        return (
            f"{words[0]} {'or more' if time.high is None else 'or less'}" if words else "any time"
        )
    if len(set(words)) == 1:
        return words[0]
    low, high = words
    number, _, noun = low.partition(" ")
    if high.endswith(f" {noun}"):
        low = number
    return f"{low} to {high}" if time.high_closed else f"{low} to just under {high}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def write_ordinal(number: int) -> str:
    """The number as an ordinal: "21st", "12th"."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else endings.get(number % 10, 'th')}"
