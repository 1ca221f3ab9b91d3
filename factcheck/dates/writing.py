"""Days in words: "4 November 2018", "a Sunday"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.dates.resolving import Day
from factcheck.model import Precision

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
