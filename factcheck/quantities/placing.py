"""From what a window's words can mean to what they mean in their place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model import Quantity, Span
from factcheck.quantities.context import counts, is_name, words
from factcheck.quantities.drafts import Draft, scaled, with_unit
from factcheck.quantities.parsing import Reading, reading_of
from factcheck.tokens import Tokens

# A change is named shortly before its two ends: "cut the price of a season ticket from".
_CHANGE_WITHIN = 12


def place(tokens: Tokens, reading: Reading, window: int) -> Iterator[Quantity]:
    """The figure, or the two figures, that a reading is in the window that begins at a token."""
    draft = reading.draft
    first, last = window + reading.first, window + reading.last
    if draft.ends and _parted(tokens, draft, first, last):
        for end in draft.ends:
            yield from place(tokens, _own_reading(tokens, end, window), window)
        return
    for veto in reading.vetoes:
        if veto(tokens, draft, first, last):
            return
    if draft.either and _millions(tokens, draft, last):
        reading = _own_reading(tokens, _as_millions(draft), window)
    elif draft.unit is None and draft.form == "number" and _is_age(tokens, draft, first, last):
        reading = _own_reading(tokens, with_unit(draft, "year_of_age"), window)
    yield quantity(reading, tokens.starts[window])


def quantity(reading: Reading, offset: int) -> Quantity:
    """The reading's figure in a window that begins at this offset."""
    draft = reading.draft
    start, end = draft.number
    return Quantity(
        Span(offset + draft.start, offset + draft.end), reading.bounds, draft.unit, draft.kind,
        draft.approximate, draft.step, Span(offset + start, offset + end),
        inverted=draft.inverted,
    )  # fmt: skip


def _own_reading(tokens: Tokens, draft: Draft, window: int) -> Reading:
    """A reading of part of a window, or of another meaning of it."""
    here = tokens.between(tokens.starts[window] + draft.start, tokens.starts[window] + draft.end)
    raw = tokens.raw[window : here.stop]
    starts = [start - tokens.starts[window] for start in tokens.starts[window : here.stop + 1]]
    return reading_of(draft, raw, starts)


def _parted(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """Whether the ends are figures of their own: "cut from $5 to $3", "15 dollars 50 times"."""
    if draft.form == "change":
        return True
    if draft.form == "hundredths":
        return tokens.word(last).isalpha() or draft.end == draft.ends[1].start
    if draft.form == "from":
        return _changes(tokens, first)
    # "Increased by $43m to $419m", "down $1.33 to $42.12": a step and what it led to.
    before = tokens.word(first - 1).lower()
    changed = before == "by" or before in words("change")
    return draft.form == "to" and changed and (_measured(draft) or _led_to(draft))


def _measured(draft: Draft) -> bool:
    """Whether the first end has a unit of its own: "$5 to $7", not "5 to 7 dollars"."""
    end = draft.ends[0]
    return (end.start, end.end) != end.number


def _led_to(draft: Draft) -> bool:
    """Whether a change by bare numbers has its result behind it: "rose by 85 to 3,485".

    The step and the result can be told from the two ends of an estimate where the second is more
    than ten times the first, or above 1,000 and exact to the unit, as no estimate is. "By 20 to
    30 people" and what has a measure ("by 3 to 40 percent", "by 2 to 30 days") stay ranges.
    """
    low, high = draft.low, draft.high
    if draft.kind not in ("count", "money") or low is None or high is None or low <= 0:
        return False
    exact = draft.kind == "count" and high > 1000 and bool(high % 10)
    return high > 10 * low or exact


def _changes(tokens: Tokens, first: int) -> bool:
    change = words("change")
    for index in range(first - 1, max(-1, first - 1 - _CHANGE_WITHIN), -1):
        word = tokens.word(index)
        if word in (".", "!", "?", ";"):
            return False
        if word.lower() in change:
            return True
    return False


def _millions(tokens: Tokens, draft: Draft, last: int) -> bool:
    """“2.7m combined sales” are millions; “5m high” and “the 100m final” metres."""
    after = tokens.word(last).lower()
    if after in words("after_metres"):
        return False
    # Jumps and throws are measured to the centimetre, no count of millions is.
    if draft.point and draft.step == Fraction(1, 100):
        return False
    # Distances of races, where "the 100m" stands alone.
    if draft.low in (50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000):
        return after in words("counted_in_millions")
    return after.isalpha() and (counts(tokens, last) or after in words("after_millions"))


def _as_millions(draft: Draft) -> Draft:
    found = scaled(draft, 10**6)._replace(unit=None, kind="count", scale=10**6, either=False)
    return found._replace(ends=tuple(map(_as_millions, draft.ends)))


def _is_age(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“Ruth Hale, 44, from Leeds”, “the striker, 30,”: a number between commas behind a person."""
    if not draft.point or draft.step != 1 or last - first != 1 or not 0 < (draft.low or 0) < 120:
        return False
    before, after = tokens.word(first - 2), tokens.word(last)
    if (
        tokens.word(first - 1) != ","
        or not before.isalpha()
        or tokens.word(last + 1)[:1].isdecimal()
    ):
        return False
    return after == "," or (after in (".", ";", ")") and is_name(before))
