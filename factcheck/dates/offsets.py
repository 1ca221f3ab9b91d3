"""What "last Tuesday", "earlier this month" and "three years ago" are in a story of a day."""

from __future__ import annotations

from datetime import date as Calendar  # noqa: N812

from factcheck.dates.stretches import (
    DAY,
    Stretch,
    month_of,
    nearest_weekdays,
    seasons_of,
    stretch_of,
)
from factcheck.dates.words import known_words
from factcheck.model import Date

_NAMED_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
# "The previous year" and "the following week" hang on another date of the text.
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_NIGHTS = ("night", "morning", "afternoon", "evening")
_YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


def find_offset(date: Date, story: Calendar) -> list[Stretch]:
    """Each stretch that the wording can mean; none for "two weeks later" and the like."""
    wording = date.relative.split()
    if len(wording) == 1:
        return _one_word(date, wording[0], story)
    if wording[-1] == "ago":
        return _ago(wording[:-1], story)
    if wording[0] == "earlier":
        return [(first, story) for first, _ in _deictic(date, wording[1:], story)]
    if wording[0] == "later":
        return [(story, last) for _, last in _deictic(date, wording[1:], story)]
    if date.month is not None and len(wording) > 2:
        return _in_year(date, wording, story)
    return _deictic(date, wording, story)


def _one_word(date: Date, word: str, story: Calendar) -> list[Stretch]:
    if word in _NAMED_DAYS:
        day = story + DAY * _NAMED_DAYS[word]
        return [(day, day)]
    # "In the summer" is the last one or the next.
    return [seasons_of(story.year - 1, story.year + 1)] if date.precision == "season" else []


def _in_year(date: Date, wording: list[str], story: Calendar) -> list[Stretch]:
    """What "January last year" is."""
    step = _STEPS.get(wording[-2])
    if step is None or wording[-1] != "year":
        return []
    stretch = stretch_of(date, story.year + step)
    return [stretch] if stretch else []


def _deictic(date: Date, wording: list[str], story: Calendar) -> list[Stretch]:
    if len(wording) != 2 or wording[0] not in _STEPS:
        return []
    step = _STEPS[wording[0]]
    if date.weekday is not None:
        return _weekday(date.weekday, step, story)
    if date.month is not None:
        return _month(date.month, step, story)
    if date.precision == "season":
        return [seasons_of(story.year + min(step, 0), story.year + max(step, 0))]
    found = _unit(wording[1], step, story)
    # "The past month" ends with the story's day.
    return [(found[0][0], story)] if found and wording[0] == "past" else found


def _weekday(weekday: int, step: int, story: Calendar) -> list[Stretch]:
    """Speakers differ on whether "next Friday" is the coming one or that of the next week."""
    if step == 0:
        return nearest_weekdays(weekday, story)
    near = nearest_weekdays(weekday, story + DAY * step)
    day = min(near)[0] if step < 0 else max(near)[0]
    further = day + DAY * 7 * step
    return [(day, day), (further, further)]


def _month(month: int, step: int, story: Calendar) -> list[Stretch]:
    if step == 0:
        return [month_of(story.year, month)]
    found = [month_of(year, month) for year in range(story.year - 2, story.year + 3)]
    if step < 0:
        return [one for one in found if one[0] <= story][-2:]
    return [one for one in found if one[1] >= story][:2]


def _unit(unit: str, step: int, story: Calendar) -> list[Stretch]:
    if unit in _NIGHTS:
        day = story + DAY * step
        return [(min(day, story), max(day, story))]
    if unit == "week":
        # Weeks begin on Sunday or on Monday.
        monday = story + DAY * (7 * step - story.weekday())
        return [(monday - DAY, monday + DAY * 6)]
    if unit == "weekend":
        saturday = story + DAY * ((5 - story.weekday()) % 7 + 7 * step)
        return [(saturday - DAY * 7, saturday + DAY)]
    if unit == "month":
        count = story.year * 12 + story.month - 1 + step
        return [month_of(count // 12, count % 12 + 1)]
    return _years(_YEARS[unit], step, story) if unit in _YEARS else []


def _years(length: int, step: int, story: Calendar) -> list[Stretch]:
    """A year, decade or century; "the last decade" is also the ten years up to the story."""
    first = story.year - story.year % length + step * length
    last = first + length - 1
    if length > 1 and step:
        first = min(first, story.year, story.year + step * length)
        last = max(last, story.year, story.year + step * length)
    return [(Calendar(first, 1, 1), Calendar(last, 12, 31))]


def _ago(wording: list[str], story: Calendar) -> list[Stretch]:
    """What so long ago can be: half a unit either way."""
    amount = _amount(" ".join(wording[:-1]).replace("-", " ").split())
    if amount is None:
        return []
    (low, high), unit = amount, wording[-1].removesuffix("s")
    size = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 30}.get(unit)
    if size is not None:
        # Hours may reach back past midnight.
        early = high * size + size // 2 if size else 1
        return [(story - DAY * early, story - DAY * (low * size - size // 2))]
    length = _YEARS.get(unit)
    if length is None:
        return []
    slack = (length + 1) // 2
    last = min(story.year, story.year - low * length + slack)
    return [(Calendar(story.year - high * length - slack, 1, 1), Calendar(last, 12, 31))]


def _amount(parts: list[str]) -> tuple[int, int] | None:
    """The least and the most of "three", "a couple of", "10 to 15"; None for harder ones."""
    numbers = known_words().numbers
    amounts = [
        numbers[part] if part in numbers else [int(part), int(part)]
        for part in parts
        if part in numbers or (part.isdecimal() and part.isascii() and len(part) < 5)
    ]
    if not amounts or "half" in parts:
        return None
    if parts[0] == "a" and len(amounts) > 1:
        amounts = amounts[1:]
    if len(amounts) == 2 and ("to" in parts or "or" in parts):
        return amounts[0][0], amounts[1][1]
    return (amounts[0][0], amounts[0][1]) if len(amounts) == 1 else None
