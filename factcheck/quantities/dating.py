"""Where "a year" behind a number is no rate but begins a date: "960,000 a year earlier"."""

from __future__ import annotations

import re

from factcheck.quantities.context import words
from factcheck.quantities.lexicon import lexicon

# In the classes of candidates.py: a number, unit or letter, then an article with a unit. In "over
# a year later" no number stands before the article, which counts the year itself.
_RATE = re.compile("[nut](?=au)")


def without_dates(raw: list[str], shape: str) -> str:
    """The shape with the article of every such date as a word that no figure holds."""
    places = [match.end() for match in _RATE.finditer(shape) if _is_dated(raw, match.end())]
    if not places:
        return shape
    classes = list(shape)
    for place in places:
        classes[place] = "."
    return "".join(classes)


def _is_dated(raw: list[str], article: int) -> bool:
    before, unit, dating, after = (
        raw[index].strip().lower() if index < len(raw) else ""
        for index in (article - 1, article + 1, article + 2, article + 3)
    )
    # "Half a year ago" is a length of time.
    entry = lexicon().of(before)
    if unit not in words("dated_units") or (entry is not None and entry.terminal == "FRACTION"):
        return False
    if dating == "later" and after == "on":
        return True
    # "Earned 300 a week earlier this year", "later that year".
    if dating in words("dating"):
        return after not in ("this", "that")
    ends = not after[:1].isalnum() or "\n" in raw[article + 2]
    return dating in words("dating_at_end") and ends
