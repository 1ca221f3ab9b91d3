"""How one number of a story may follow from others: rounded, added up, counted in years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck.claims.named_numbers import NamedNumber
from factcheck.quantities.rounding import apart, place_of

Number = int | Fraction
_DAYS: dict[str, Number] = {
    "hour": Fraction(1, 24), "day": 1, "week": 7, "month": Fraction(3044, 100),
    "year": Fraction(36525, 100), "decad": Fraction(36525, 10), "century": 36525,
}  # fmt: skip
_OF_YEARS = frozenset(("year", "anniversary", "old", "later", "birthday", "decad"))
_MOST = 40  # figures of a story to add up in pairs
_GAP = 5  # tokens between "two men" and "one woman"


def rounds(printed: NamedNumber, exact: NamedNumber) -> bool:
    """Whether the first is a fair rounding of the second, which is given more finely."""
    step = place_of(printed.value, printed.mention.step)
    if place_of(exact.value, exact.mention.step) >= step or not alike(printed, exact):
        return False
    return apart(exact.value, printed.value) * 2 <= step


def bounds(printed: NamedNumber, exact: NamedNumber, direction: int) -> bool:
    """Whether a round number bounds the other: "more than 25" for 28, but not "more than 24".

    `direction` is 1 for a lower bound, -1 for an upper one, 0 for none.
    """
    value = printed.value
    coarse = value % 5 == 0 if value < 100 else place_of(value, printed.mention.step) >= 10
    if not direction or not coarse or not alike(printed, exact):
        return False
    beyond = (exact.value - value) * direction
    return 0 < beyond <= Fraction(value) / 4


def alike(first: NamedNumber, second: NamedNumber) -> bool:
    """Whether the two are both money, both shares, or one of them a bare figure."""
    roles = {first.role, second.role}
    return roles <= {"money", "figure"} or roles <= {"percent", "figure"}


def adds_up(number: NamedNumber, figures: Sequence[NamedNumber]) -> bool:
    """Whether two figures for one thing, or neighbours joined by "and", come to the number."""
    own = [one for one in figures if one.role == number.role]
    value, step = number.value, place_of(number.value, number.mention.step)
    if any(_comes_to(value, step, a, b, 1) and _neighbours(a, b) for a, b in pairwise(own)):
        return True
    return any(
        (_comes_to(value, step, a, b, 1) or _comes_to(value, step, a, b, -1))
        and _for_one_thing(number, a, b)
        for a, b in combinations(own[:_MOST], 2)
    )


def _comes_to(
    value: Number, step: Number, first: NamedNumber, second: NamedNumber, sign: int
) -> bool:
    """Whether sum or difference is the value, or rounds to it where they are given more finely."""
    off = apart(apart(first.value, -sign * second.value), value)
    if not off:
        return True
    return off * 2 <= step and max(first.mention.step, second.mention.step) < step


def _neighbours(first: NamedNumber, second: NamedNumber) -> bool:
    """Whether "and" or a comma joins the two: "two men and one woman"."""
    gap = second.mention.first - first.mention.last
    return first.sentence == second.sentence and gap <= _GAP and bool(first.behind)


def _for_one_thing(number: NamedNumber, first: NamedNumber, second: NamedNumber) -> bool:
    """Whether the two are figures for what the number counts."""
    if number.role != "figure" and first.sentence == second.sentence:
        return bool(number.about & (first.about | second.about)) or not number.about
    wanted, left, right = (one.about | one.said for one in (number, first, second))
    if wanted and not (wanted & left and wanted & right):
        return False
    said = {word for word in left & right if word[0] == "@"}
    return bool(said or set(first.nouns[:3]) & set(second.nouns[:3]))


def converts(number: NamedNumber, figures: Iterable[NamedNumber]) -> bool:
    """Whether another figure gives the same time in another unit: 17 months for 520 days."""
    days = _unit(number)
    for figure in figures if days else ():
        other = _unit(figure)
        # A longer unit may round by half of itself.
        if other and other != days and apart(figure.value * other, number.value * days) * 2 <= days:
            return True
    return False


def _unit(number: NamedNumber) -> Number:
    return next((_DAYS[word] for word in number.behind[:2] if word in _DAYS), 0)


def spans_years(number: NamedNumber, years: Iterable[int]) -> bool:
    """Whether two years of the story lie so far apart: an age, an anniversary, a time."""
    if number.role not in ("figure", "ordinal"):
        return False
    if number.behind and not _OF_YEARS.intersection(number.behind[:3]):
        return False
    decades = number.value * 10 if "decad" in number.behind else 0
    return any(
        apart(second - first, decades) <= 5 if decades else second - first == number.value
        for first, second in combinations(sorted(years), 2)
    )


def birthday_near(number: NamedNumber, figures: Iterable[NamedNumber]) -> bool:
    """Aged 92 "on the eve of his 93rd birthday"."""
    return any(
        figure.role == "ordinal"
        and "birthday" in figure.behind[:2]
        and figure.value - 1 == number.value
        for figure in figures
    )


def years_told(number: NamedNumber) -> Number:
    """How many years a number of the story stands for, 0 where it counts none."""
    if number.role in ("year", "clock", "day"):
        return 0
    if "decad" in number.behind[:2]:
        return number.value * 10
    counts = "year" in number.behind[:2] or "anniversary" in number.behind
    return number.value if counts else 0
