"""The day a story is of, from the dates that machines write into files."""

from __future__ import annotations

import re

_DAY = re.compile(r"\s*([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?![0-9])")


def day_of(value: str) -> tuple[int, int, int] | None:
    """Year, month and day of "2024-3-31", "2024-03-31T10:00:00Z" or "20240331"; else None."""
    from datetime import date

    if (found := _DAY.match(value)) is None:
        return None
    year, month, day = map(int, filter(None, found.groups()))
    try:
        date(year, month, day)
    except ValueError:
        return None
    return year, month, day
