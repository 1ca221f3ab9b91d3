"""What a date comes to in days, held only against the story's own date, never against today's."""

from __future__ import annotations

from datetime import date as Calendar  # noqa: N812

from factcheck.dates.offsets import find_offset
from factcheck.dates.stretches import (
    Stretch,
    calendar_day,
    nearest_weekdays,
    nearest_years,
    stretch_of,
)
from factcheck.model import Date
from factcheck.values import replace

Day = tuple[int, int, int]
Reading = tuple[Day, Day]


def resolve(date: Date, as_of: Day | None = None) -> Reading | None:
    """The earliest and the latest day that the date can mean, each as (year, month, day).

    `as_of` is the story's own date. None where nothing is known: a time of day, a date that
    does not exist (31 September), one that hangs on another date, a fiscal year or quarter, or a
    date that needs the story's own where that is unknown. Nothing raises.
    """
    found = readings(date, as_of)
    if not found:
        return None
    return min(first for first, _ in found), max(last for _, last in found)


def readings(date: Date, as_of: Day | None = None) -> tuple[Reading, ...]:
    """Each stretch of days that the date can mean: "on Tuesday" is the last one or the next."""
    story = calendar_day(*as_of) if as_of else None
    try:
        found = _readings(date, story)
    except (OverflowError, ValueError):
        # Before the year 1 or after 9999: "900 centuries ago".
        return ()
    return tuple((_day(min(both)), _day(max(both))) for both in found)


def weekday_of(year: int, month: int, day: int) -> int | None:
    """0 for a Monday to 6 for a Sunday, None for a day that does not exist."""
    found = calendar_day(year, month, day)
    return None if found is None else found.weekday()


def _day(day: Calendar) -> Day:
    return day.year, day.month, day.day


def _readings(date: Date, story: Calendar | None) -> list[Stretch]:
    if date.clock is not None:
        return []
    if date.end is not None:
        return _from_first_to_last(replace(date, end=None), date.end, story)
    if date.year is not None:
        stretch = stretch_of(date, date.year)
        return [stretch] if stretch else []
    return _near(date, story) if story else []


def _near(date: Date, story: Calendar) -> list[Stretch]:
    """What a date without a year can mean in a story of this day."""
    if date.relative:
        return find_offset(date, story)
    if date.month is not None:
        return nearest_years(date, story)
    if date.weekday is None or date.day is not None:
        return []
    return nearest_weekdays(date.weekday, story)


def _from_first_to_last(first: Date, last: Date, story: Calendar | None) -> list[Stretch]:
    """Each beginning with the nearest end after it; backwards only where there is no other."""
    begins, ends = _readings(first, story), _readings(last, story)
    fitting = [
        (begin, min(after))
        for begin, _ in begins
        if (after := [end for _, end in ends if end >= begin])
    ]
    return fitting or [(begin, end) for begin, _ in begins[:1] for _, end in ends[:1]]
