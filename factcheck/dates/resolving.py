"""What a date comes to in days, held only against the story's own date, never against today's."""

from __future__ import annotations

from datetime import date as Calendar  # noqa: N812
from datetime import timedelta

from factcheck.dates import words
from factcheck.model import Date

Day = tuple[int, int, int]
Stretch = tuple[Calendar, Calendar]
Reading = tuple[Day, Day]

_DAY = timedelta(days=1)
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NIGHTS = ("night", "morning", "afternoon", "evening")
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


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
    story = _calendar(as_of)
    try:
        found = _readings(date, story)
    except (OverflowError, ValueError):
        return ()
    return tuple((_day(min(both)), _day(max(both))) for both in found)


def weekday_of(year: int, month: int, day: int) -> int | None:
    """0 for a Monday to 6 for a Sunday, None for a day that does not exist."""
    found = _calendar((year, month, day))
    return None if found is None else found.weekday()


def _calendar(day: Day | None) -> Calendar | None:
    if day is None:
        return None
    try:
        return Calendar(*day)
    except (ValueError, OverflowError, TypeError):
        return None


def _day(day: Calendar) -> Day:
    return day.year, day.month, day.day


def _readings(date: Date, story: Calendar | None) -> list[Stretch]:
    if date.clock is not None:
        return []
    if date.end is not None:
        return _from_first_to_last(date, date.end, story)
    if date.year is not None:
        stretch = _stretch(date, date.year)
        return [stretch] if stretch else []
    if story is None:
        return []
    if date.relative:
        return _relative(date, story)
    if date.month is not None:
        return _nearest_years(date, story)
    return _nearest_weekdays(date, story)


def _from_first_to_last(date: Date, end: Date, story: Calendar | None) -> list[Stretch]:
    first = _readings(_only_first(date), story)
    last = _readings(end, story)
    fitting = [
        (one[0], min(after))
        for one in first
        if (after := [two[1] for two in last if two[1] >= one[0]])
    ]
    return fitting or [(one[0], two[1]) for one in first[:1] for two in last[:1]]


def _only_first(date: Date) -> Date:
    return Date(
        date.span, date.year, date.month, date.day, date.weekday, date.relative,
        date.precision, date.part,
    )  # fmt: skip


def _stretch(date: Date, year: int) -> Stretch | None:
    """The days of a date whose year is known."""
    if date.precision == "season":
        return _seasons(year, year)
    if date.part or date.precision == "quarter":
        return None
    if date.precision == "century":
        return Calendar(year, 1, 1), Calendar(year + 100, 12, 31)
    if date.precision == "decade":
        return Calendar(year, 1, 1), Calendar(year + 9, 12, 31)
    if date.month is None:
        return Calendar(year, 1, 1), Calendar(year, 12, 31)
    if date.day is None:
        return _month(year, date.month)
    day = _calendar((year, date.month, date.day))
    return (day, day) if day else None


def _seasons(first: int, last: int) -> Stretch:
    # Winter begins in one year and ends in another, and south of the equator so does summer.
    return Calendar(first - 1, 12, 1), Calendar(last + 1, 3, 31)


def _month(year: int, month: int) -> Stretch:
    following = Calendar(year + month // 12, month % 12 + 1, 1)
    return Calendar(year, month, 1), following - _DAY


def _nearest_years(date: Date, story: Calendar) -> list[Stretch]:
    """The last such day or month on or before the story's date, and the first on or after it."""
    # Eight years, because 29 February may be that far away.
    found = [
        stretch
        for year in range(max(1, story.year - 8), min(9999, story.year + 9))
        if (stretch := _stretch(date, year))
    ]
    before = [one for one in found if one[0] <= story]
    after = [one for one in found if one[1] >= story]
    return list(dict.fromkeys(before[-1:] + after[:1]))


def _nearest_weekdays(date: Date, story: Calendar) -> list[Stretch]:
    if date.weekday is None or date.day is not None:
        return []
    after = story + _DAY * ((date.weekday - story.weekday()) % 7)
    before = story - _DAY * ((story.weekday() - date.weekday) % 7)
    return [(one, one) for one in dict.fromkeys((before, after))]


def _relative(date: Date, story: Calendar) -> list[Stretch]:
    wording = date.relative.split()
    if len(wording) == 1 and wording[0] in _NAMED_DAYS:
        day = story + _DAY * _NAMED_DAYS[wording[0]]
        return [(day, day)]
    if wording[-1] == "ago":
        return _ago(wording[:-1], story)
    if date.precision == "season" and len(wording) == 1:
        return [_seasons(story.year - 1, story.year + 1)]
    if date.month is not None and wording[-1] == "year" and len(wording) > 2:
        stretch = _stretch(date, story.year + _STEPS.get(wording[-2], 0))
        return [stretch] if stretch and wording[-2] in _STEPS else []
    if wording[0] in ("earlier", "later"):
        return [_cut(one, wording[0], story) for one in _deictic(date, wording[1:], story)]
    return _deictic(date, wording, story)


def _cut(stretch: Stretch, word: str, story: Calendar) -> Stretch:
    """ "Earlier this month" ends, "later this month" begins with the story's day."""
    return (stretch[0], story) if word == "earlier" else (story, stretch[1])


def _deictic(date: Date, wording: list[str], story: Calendar) -> list[Stretch]:
    """ "Last Tuesday", "next week", "this summer"; "the previous year" hangs on another date."""
    if len(wording) != 2 or wording[0] not in _STEPS:
        return []
    step, what = _STEPS[wording[0]], wording[1]
    if date.weekday is not None:
        return _deictic_weekday(date, step, story)
    if date.month is not None:
        return _deictic_month(date.month, step, story)
    if date.part and date.precision == "season":
        years = {-1: (-1, 0), 0: (0, 0), 1: (0, 1)}[step]
        return [_seasons(story.year + years[0], story.year + years[1])]
    return _deictic_unit(what, step, wording[0] == "past", story)


def _deictic_weekday(date: Date, step: int, story: Calendar) -> list[Stretch]:
    """Speakers differ on whether "next Friday" is the coming one or that of the next week."""
    plain = Date(date.span, weekday=date.weekday)
    if step == 0:
        return _nearest_weekdays(plain, story)
    near = _nearest_weekdays(plain, story + _DAY * step)
    day = min(near)[0] if step < 0 else max(near)[0]
    return [(day, day), (day + _DAY * 7 * step, day + _DAY * 7 * step)]


def _deictic_month(month: int, step: int, story: Calendar) -> list[Stretch]:
    if step == 0:
        return [_month(story.year, month)]
    years = range(story.year - 1, story.year + 2)
    found = [_month(year, month) for year in years]
    if step < 0:
        return [one for one in found if one[0] <= story][-2:]
    return [one for one in found if one[1] >= story][:2]


def _deictic_unit(what: str, step: int, trailing: bool, story: Calendar) -> list[Stretch]:
    if what in _NIGHTS:
        day = story + _DAY * step
        return [(min(day, story), max(day, story))]
    if what == "week":
        # Weeks begin on Sunday or on Monday.
        monday = story - _DAY * story.weekday() + _DAY * 7 * step
        return [(min(monday, story - _DAY * 7) if trailing else monday - _DAY, monday + _DAY * 6)]
    if what == "weekend":
        saturday = story + _DAY * ((5 - story.weekday()) % 7)
        return [(saturday + _DAY * 7 * (step - 1), saturday + _DAY * (7 * max(step, 0) + 1))]
    if what == "month":
        return [_month_at(story, step, trailing)]
    return _deictic_years(_YEARS.get(what, 0), step, trailing, story)


def _month_at(story: Calendar, step: int, trailing: bool) -> Stretch:
    count = story.year * 12 + story.month - 1 + step
    stretch = _month(count // 12, count % 12 + 1)
    return (stretch[0], story) if trailing else stretch


def _deictic_years(length: int, step: int, trailing: bool, story: Calendar) -> list[Stretch]:
    """Year, decade or century; "the last decade" is also the ten years up to the story."""
    if not length:
        return []
    first = story.year - story.year % length + step * length
    last = first + length - 1
    if length > 1 and step:
        first, last = min(first, story.year + step * length), max(last, story.year + step * length)
        last = max(last, story.year) if step < 0 else last
        first = min(first, story.year) if step > 0 else first
    return [(Calendar(first, 1, 1), story if trailing else Calendar(last, 12, 31))]


def _ago(wording: list[str], story: Calendar) -> list[Stretch]:
    """ "Three years ago": half a unit either way, and the whole of that calendar year."""
    amount = _amount(" ".join(wording[:-1]).replace("-", " ").split())
    if amount is None:
        return []
    (low, high), unit = amount, wording[-1].removesuffix("s")
    size = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 30}.get(unit)
    if size is not None:
        # Half a unit either way; hours may reach back past midnight.
        slack = size // 2 if size else 0
        early = 1 if size == 0 else high * size + slack
        return [(story - _DAY * early, story - _DAY * (low * size - slack))]
    length = _YEARS.get(unit)
    if length is None:
        return []
    slack = (length + 1) // 2
    last = min(story.year, story.year - low * length + slack)
    return [(Calendar(story.year - high * length - slack, 1, 1), Calendar(last, 12, 31))]


def _amount(parts: list[str]) -> tuple[int, int] | None:
    """ "Three", "a couple of", "10 to 15" as the least and the most; None for harder ones."""
    amounts = [
        words.NUMBERS[part] if part in words.NUMBERS else (int(part), int(part))
        for part in parts
        if part in words.NUMBERS or (part.isdecimal() and part.isascii() and len(part) < 5)
    ]
    if "half" in parts or not amounts:
        return None
    if parts[0] == "a" and len(amounts) > 1:
        amounts = amounts[1:]
    if len(amounts) == 2 and ("to" in parts or "or" in parts):
        return amounts[0][0], amounts[1][1]
    return amounts[0] if len(amounts) == 1 else None
