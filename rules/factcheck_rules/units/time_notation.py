"""FC403: minutes and seconds written as a decimal number, or hundredths behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck import Document, Finding, Quantity, Span, rule, units, write_number

_DECIMAL = re.compile(r"(\d+)\.([0-5]\d)(?!\d)")
_SECONDS = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d\d)[ -](?=(seconds?|secs?)\b)")
_HUNDREDTH = Fraction(1, 100)
_SIXTIETHS = {"hour": "minute", "minute": "second"}
# "2:30" and "2h 30" in hours, "4:12" and "4 min 12 s" in minutes.
_CLOCKED = {
    "hour": re.compile(r"(?<![\d:.,])(\d{1,2})(?::| ?(?:h|hr) ?)(\d\d)( ?m| ?min)?\b(?![:.]\d)"),
    "minute": re.compile(r"(?<![\d:.,])(\d{1,2})(?::| ?(?:m|min) ?)(\d\d)( ?s)?\b(?![:.]\d)"),
}


@rule(
    "FC403",
    severity="warning",
    examples=[
        "Orme won the mile in [[4.12 minutes]].\n\nHis [[4 min 12 s]] is the fastest run in "
        "Quenby.",
        "The crossing to Marel takes [[2.30 hours]]. For the [[two and a half hours]] at sea there "
        "is no food on board.",
        "The council sat for [[1 hour and 20 minutes]].\n\nAfter [[1.20 hours]] the mayor went "
        "home.",
        "She swam the bay in [[1:23]], a record. The old one stood for a decade until her swim of "
        "[[1.23 minutes]].",
        "Orme ran the straight in [[9:58 seconds]].\n\nNobody in Alder has beaten [[9.58 "
        "seconds]].",
        "The winning crew needed [[1.35 minutes]] for the last lap, and its [[95 seconds]] were "
        "four fewer than last year.",
        "The crossing to Marel takes 2.50 hours. For the two and a half hours at sea there is no "
        "food on board.",
        "The council sat for 1.50 hours.\n\nAfter 90 minutes the mayor went home, and after 1 hour "
        "and 50 minutes the lights.",
        "Orme won the mile in 4.20 minutes.\n\nHis 4 min 12 s is the fastest run in Quenby.",
        "Orme won the mile in 4 min 12 s.\n\nHis 4:12 is the fastest run in Quenby.",
        "The boat leaves at 2.30pm and takes two and a half hours.",
        "The boat leaves at 2:30 p.m. and takes 2.30 hours, or 2 hours 18 minutes.",
        "Orme ran the straight in 9.58 seconds, and the mile in 4:12.",
    ],
)
def time_notation(document: Document) -> Iterator[Finding]:
    """A point divides hours and minutes into tenths, a colon into sixtieths.

    "2.30 hours" is two hours and 18 minutes; where the story elsewhere has two and a half hours,
    30 minutes were meant. Both places must give the same time but for the notation, and no third
    the time as it is written; a time of day is none of them.

    Compares: A time with a point (“2.30 hours”, “1.23 minutes”) with the same digits as hours and
    minutes, or minutes and seconds, elsewhere; and “9:58 seconds” with 9.58.

    Tolerance: None: both places must give the same time but for the notation.

    Silent: Where no other place gives the time, a third gives it as it is written, or it is a time
    of day.
    """
    for quantity in document.quantities:
        if quantity.kind != "duration" or quantity.step != _HUNDREDTH:
            continue
        if quantity.unit in _SIXTIETHS:
            yield from _taken_for_decimal(document, quantity)
        elif quantity.unit == "second":
            yield from _taken_for_minutes(document, quantity)


def _taken_for_decimal(document: Document, quantity: Quantity) -> Iterator[Finding]:
    """“2.30 hours” where the story also has two and a half."""
    digits = _DECIMAL.match(document.prose, quantity.span.start)
    if digits is None or not quantity.range.is_point:
        return
    meant = (int(digits[1]) + Fraction(int(digits[2]), 60)) * _worth(quantity)
    printed = (quantity.range.low or 0) * _worth(quantity)
    elsewhere = [
        (span, worth) for span, worth in _times(document, quantity) if span != quantity.span
    ]
    if meant == printed or any(worth == printed for _, worth in elsewhere):
        return
    for span, worth in elsewhere:
        if worth == meant:
            yield _decimal(document, quantity, span, digits)
            return


def _times(document: Document, like: Quantity) -> Iterator[tuple[Span, Fraction]]:
    """Every duration and its seconds; "2:30" read in the unit of the figure it is held against."""
    for one in document.quantities:
        if one.kind == "duration" and one.range.is_point and one.unit in units():
            yield one.span, (one.range.low or 0) * _worth(one)
    clocks = [date.span for date in document.dates if date.clock is not None]
    for found in _CLOCKED[like.unit or ""].finditer(document.prose):
        span = Span(found.start(), found.end())
        if not any(span.overlaps(clock) for clock in clocks):
            yield span, (int(found[1]) + Fraction(int(found[2]), 60)) * _worth(like)


def _worth(quantity: Quantity) -> Fraction:
    return units()[quantity.unit or ""].factor


def _decimal(document: Document, quantity: Quantity, other: Span, digits: re.Match[str]) -> Finding:
    unit = quantity.unit or ""
    whole, small = int(digits[1]), _SIXTIETHS[unit]
    left, right = quantity.span.of(document.text), other.of(document.text)
    rest = ((quantity.range.low or 0) - whole) * 60
    value = f"{_counted(whole, unit)} and {_counted(rest, small)}"
    return Finding(
        f"“{left}” is {value}, but the story also gives “{right}”",
        (quantity.span.labelled("a decimal number"), other.labelled("the same time?")),
        working=(
            f"0.{digits[2]} × 60 {small}s = {write_number(rest)} {small}s, not {int(digits[2])}",
        ),
        consistent_if=(
            f"the first figure is {_counted(whole, unit)} and {_counted(int(digits[2]), small)}",
            f"the second figure is {value}",
            "the two are different times",
        ),
    )


def _counted(number: Fraction | int, unit: str) -> str:
    return f"{write_number(number)} {unit}{'s' * (number != 1)}"


def _taken_for_minutes(document: Document, quantity: Quantity) -> Iterator[Finding]:
    """“9:58 seconds” where the story also has 9.58 seconds."""
    for found in _with_colons(document):
        whole, hundredths = int(found[1]), int(found[2])
        if whole + Fraction(hundredths, 100) == quantity.range.low:
            there = Span(found.start(), found.end(0) + len(found[3]))
            yield _colon(document, there, quantity, f"{whole} minutes and {hundredths} seconds")


@lru_cache(maxsize=1)
def _with_colons(document: Document) -> tuple[re.Match[str], ...]:
    """“9:58 seconds”, looked for once: a sports page has many times."""
    return tuple(_SECONDS.finditer(document.prose)) if ":" in document.prose else ()


def _colon(document: Document, there: Span, quantity: Quantity, value: str) -> Finding:
    left, right = there.of(document.text), quantity.span.of(document.text)
    return Finding(
        f"“{left}” reads as {value}, but the story also gives “{right}”",
        (there.labelled("a colon before hundredths"), quantity.span.labelled("with a point")),
        working=("behind a colon stand sixtieths, behind a point hundredths",),
        consistent_if=(f"the first figure is {right}", f"the second figure is {value}"),
    )
