"""What a printed figure may stand for in a sum: its rounding, and what loose wording grants."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.model import Claim, Document, Quantity
from factcheck.numbers import Number, exact, write_rounded
from factcheck.quantities.rounding import apart, fair_step, rounded
from factcheck.ranges import Range

# "More than 40" is written of 50, hardly of 90; "just over 40" of 45 at most.
_BEYOND, _JUST = Fraction(2), Fraction(115, 100)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_BARELY = ("just", "slightly", "a little", "a bit", "a shade", "marginally", "a fraction")


def granted(document: Document, claim: Claim) -> Range:
    """All numbers that could fairly be printed as this figure, both ends held where it is bounded.

    Half of the last place to either side, and what "about", "more than" or "just under" allow.
    """
    quantity = claim.quantity
    wording = quantity.span.of(document.prose).lower()
    span = quantity.range
    if quantity.kind == "ratio" and span.is_point:
        return _spoken(quantity)
    if span.low is not None and span.high is not None:
        return rounded(quantity) if _counted(document, quantity) else _measured(quantity)
    end = span.low if span.high is None else span.high
    if end is None or end < 0:
        return span
    half = Fraction(_step(quantity)) / 2
    factor = _JUST if wording.startswith(_BARELY) else _BEYOND
    if span.high is None:
        return Range(end - half, end * factor + half) if not span.low_closed else Range(end - half)
    return Range(end / factor - half, end + half) if not span.high_closed else Range(0, end + half)


def nominal(claim: Claim) -> Number:
    """The one number to show for a figure: its end where it has one, else its middle."""
    low, high = claim.quantity.range.low, claim.quantity.range.high
    if low is None or high is None:
        return (high if low is None else low) or 0
    return exact(Fraction(low + high) / 2)


def _counted(document: Document, quantity: Quantity) -> bool:
    """Whether nothing can have been rounded away below one: goats, votes, but not index points."""
    if quantity.kind == "count":
        return not document.prose.startswith((" point", "-point"), quantity.span.end)
    return quantity.kind == "age" or (quantity.kind == "ratio" and not quantity.range.is_point)


def _measured(quantity: Quantity) -> Range:
    near = quantity.range.widened(Fraction(_step(quantity)) / 2)
    return near | rounded(quantity) if quantity.step >= 1 or quantity.approximate else near


def _step(quantity: Quantity) -> Number:
    """The place it was rounded to; decimals are written to their end, "15.0" as much as "15.3"."""
    return quantity.step if 0 < quantity.step < 1 else fair_step(quantity)


def _spoken(quantity: Quantity) -> Range:
    """A fraction in words stands for what lies nearer to it than half way to the next such.

    "One in five" is nearer than "one in four" and "one in six"; "almost" grants a sixth.
    """
    value = apart(quantity.range.low or 0, 0)
    slack = Fraction(1, 2 * value.denominator * (value.denominator + 1))
    return quantity.range.widened(
        max(slack, Fraction(value) / 6) if quantity.approximate else slack
    )


def write_like(document: Document, claim: Claim, number: Number) -> str:
    """A number as the story might print it for a figure: "$2.73", "£500m", "31.5 percent"."""
    quantity = claim.quantity
    if quantity.kind == "percent":
        points = "percentage points" if quantity.unit == "percentage_point" else "percent"
        return f"{write_rounded(number)} {points}"
    bare = (quantity.number or quantity.span).of(document.text)
    sign = document.prose[: (quantity.number or quantity.span).start].strip()[-1:]
    sign = sign if sign in tuple("$£€¥") else ""
    digits = _DIGITS.match(bare)
    scale, suffix = _scale(nominal(claim), digits), bare[digits.end() :] if digits else ""
    if suffix and scale:
        return f"{sign}{write_rounded(Fraction(number) / scale)}{suffix}"
    if sign and number.denominator != 1 and number < 1000:
        return f"{sign}{float(number):.2f}"
    return f"{sign}{write_rounded(number)}"


def _scale(value: Number, digits: re.Match[str] | None) -> Number:
    """What the digits of a figure are multiplied by: a million in "£450m"."""
    worth = Fraction(digits[0].replace(",", "")) if digits else Fraction(0)
    return exact(Fraction(value) / worth) if worth else 0


def write_granted(document: Document, *claims: Claim) -> str:
    """What figures may stand for, in words: "“12%” stands for 11.5 to 12.5; “36” is exact"."""
    return "; ".join(_grant(document, claim) for claim in claims)


def _grant(document: Document, claim: Claim) -> str:
    allowed, quoted = granted(document, claim), claim.quantity.span.of(document.text)
    if allowed.is_point:
        return f"“{quoted}” is exact"
    return f"“{quoted}” stands for {write_range(allowed)}"


def write_range(numbers: Range) -> str:
    """A range with so many digits as matter: "27.8 to 35.2", "at least 19.5"."""
    low, high = numbers.low, numbers.high
    if low is None or high is None:
        ends = [("at least", low), ("at most", high)]
        return " and ".join(
            f"{word} {write_rounded(end, 4)}" for word, end in ends if end is not None
        )
    return (
        write_rounded(low, 4)
        if low == high
        else f"{write_rounded(low, 4)} to {write_rounded(high, 4)}"
    )
