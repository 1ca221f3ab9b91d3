"""Sums with days: how long from one to another, how old by then, on which weekday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Calendar  # noqa: N812
from fractions import Fraction

from factcheck.dates.resolving import Day, Reading, weekday_of
from factcheck.dates.stretches import calendar_day
from factcheck.ranges import Range

# Greece was the last country to leave the Julian calendar, in 1923.
_LAST_JULIAN_YEAR = 1923
_DAYS_OF_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_OF_A_DAY = Fraction(1, 31)


def days_of(year: int | None, month: int) -> int:
    """How many days the month has; 29 for a February whose year is unknown or may be leap."""
    if month != 2:
        return _DAYS_OF_MONTHS[month - 1]
    julian_leap = year is None or year % 4 == 0
    gregorian = year is not None and year > _LAST_JULIAN_YEAR and year % 100 == 0 and year % 400
    return 29 if julian_leap and not gregorian else 28


def weekdays_of(year: int, month: int, day: int) -> tuple[int, ...]:
    """The day's weekday, 0 for a Monday; up to 1923 the one by the Julian calendar as well.

    Papers of the time, and historians, date Russian and Greek days as people then did: Bloody
    Sunday in Saint Petersburg was 9 January 1905. None for a day that does not exist.
    """
    gregorian = weekday_of(year, month, day)
    found = [] if gregorian is None else [gregorian]
    if year <= _LAST_JULIAN_YEAR and 0 < day <= days_of(year, month):
        found.append(_julian_weekday(year, month, day))
    return tuple(dict.fromkeys(found))


def _julian_weekday(year: int, month: int, day: int) -> int:
    """From the Julian day number, by which day 0 was a Monday (Explanatory Supplement, 15.11)."""
    early = (14 - month) // 12
    years, months = year + 4800 - early, month + 12 * early - 3
    return (day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083) % 7


def days_with_weekday(day: Day, weekday: int) -> tuple[Day, Day]:
    """The last day before this one, and the first after it, that falls on the weekday."""
    number = Calendar(*day).toordinal()
    step = (weekday - Calendar(*day).weekday()) % 7
    near = (Calendar.fromordinal(number + by) for by in (step - 7, step))
    before, after = ((one.year, one.month, one.day) for one in near)
    return before, after


def years_with_weekday(day: Day, weekday: int) -> Iterator[int]:
    """The years next before and next after in which this day of a month has the weekday."""
    for step in (-1, 1):
        years = range(day[0] + step, day[0] + 41 * step, step)
        fitting = (one for one in years if weekday_of(one, *day[1:]) == weekday)
        yield from list(fitting)[:1]


def ages_on(born: Reading, on: Reading) -> Range:
    """How old somebody is, in whole years, on some day of a stretch, born on some of another.

    Who was born on 29 February may keep the birthday on the 28th.
    """
    youngest, oldest = _whole_years(born[1], on[0]), _whole_years(born[0], on[1])
    if born[0][1:] == (2, 29) and on[1][1:] == (2, 28):
        oldest = on[1][0] - born[0][0]
    return Range(youngest, oldest)


def _whole_years(born: Day, on: Day) -> int:
    return on[0] - born[0] - (on[1:] < born[1:])


def months_between(first: Reading, last: Reading) -> Range:
    """How many months lie between two dates, both counted in or neither; a day is 1/31 of one."""
    low, high = _months(first[1], last[0]), _months(first[0], last[1]) + _FIRST_OF_A_DAY
    return Range(low, high)


def _months(first: Day, last: Day) -> Fraction:
    return (last[0] - first[0]) * 12 + last[1] - first[1] + Fraction(last[2] - first[2], 31)


def days_between(first: Reading, last: Reading) -> Range:
    """How many days lie between two dates, both counted in or neither."""
    low = Calendar(*last[0]).toordinal() - Calendar(*first[1]).toordinal()
    high = Calendar(*last[1]).toordinal() - Calendar(*first[0]).toordinal() + 1
    return Range(low, high)


def moved(day: Day, months: int, days: int = 0) -> Day | None:
    """The day so many months and days later, at most the month's last; None beyond year 9999."""
    count = day[0] * 12 + day[1] - 1 + months
    year, month = count // 12, count % 12 + 1
    begun = calendar_day(year, month, day[2]) or calendar_day(year, month, 28)
    try:
        found = begun and Calendar.fromordinal(begun.toordinal() + days)
    except (ValueError, OverflowError):
        return None
    return (found.year, found.month, found.day) if found else None


def working_days(first: Day, last: Day) -> int:
    """How many days from Monday to Friday lie after the first day, the last one counted in."""
    start, stop = Calendar(*first).toordinal(), Calendar(*last).toordinal()
    weeks, rest = divmod(max(0, stop - start), 7)
    # The ordinal 1 is a Monday.
    return weeks * 5 + sum((stop - by) % 7 not in (6, 0) for by in range(rest))
