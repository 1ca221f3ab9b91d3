"""FC208: a total that is not so much for each of so many."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Compared,
    Document,
    Finding,
    Number,
    Rate,
    Span,
    find_rates,
    granted,
    nominal,
    rule,
    total_of,
    write_granted,
    write_like,
    write_range,
    write_rounded,
)  # fmt: skip


@rule(
    "FC208",
    examples=[
        "The drug sells at [[$6 a gram]], so the [[18 kilograms]] are worth [[about $3,000]].",
        "The farm sold [[2,000 litres]] at [[$3 a litre]], or [[$16,000]].",
        "The town spent [[$12,000]] on [[30]] pupils, or [[$500]] each.",
        "It will build [[25]] homes at a cost of [[$200,000]] each, [[$4 million]] in all.",
        "The [[40]] heirs shared [[$90,000]], or [[$3,000]] each.",
        "Buyers took [[12,000 acres]] at [[$80 an acre]], [[a total of $1.2 million]].",
        "The drug sells at $6 a gram, so the 18 kilograms are worth about $108,000.",
        "The farm sold 2,000 litres at $3 a litre, or $6,000.",
        "The town spent $12,000 on 30 pupils, or $400 each.",
        "It will build 25 homes at a cost of $200,000 each, $5 million in all.",
        "The 40 heirs shared $90,000, or $2,250 each.",
        "Buyers took 12,000 acres at $80 an acre, a total of nearly $1 million.",
        "The farm sold 2,000 litres at $3 a litre and made $900 on cheese.",
    ],
)
def rate_wrong(document: Document) -> Iterator[Finding | Compared]:
    """So much for each of so many comes to the total that is given.

    A factor of ten or a thousand slips where units change, as from kilograms to grams. Each
    figure may have been rounded; the total is wrong only where no numbers that would be printed
    so come to it.

    Compares: So much for each, how many of them, and the total that one sentence gives: price and
    quantity, amount and heads.

    Tolerance: Each figure stands for all that would be rounded to it, and the product for all that
    these can make.

    Silent: Where the units do not fit (a price a litre and a number of farms), or the total may be
    of more (“and made $900 on cheese”).

    Published: The Peterborough Examiner, early 2008: 18 kilograms at $6 a gram were given as about
    $3,000; they are $108,000 (recursed.blogspot.com, March 2008).
    """
    for rate in find_rates(document):
        if granted(document, rate.total) & total_of(document, rate):
            yield Compared(_spans(rate), "the total fits")
        else:
            yield _finding(document, rate)


def _spans(rate: Rate) -> tuple[Span, ...]:
    pairs = zip(rate.claims, ("the total", "so many", "for each"), strict=True)
    return tuple(claim.quantity.span.labelled(label) for claim, label in pairs)


def _finding(document: Document, rate: Rate) -> Finding:
    total, number, each = (claim.quantity.span.of(document.text) for claim in rate.claims)
    counted, price = Fraction(nominal(rate.number)) * rate.factor, nominal(rate.each)
    printed = write_like(document, rate.total, counted * price)
    return Finding(
        f"“{number}” at “{each}” come to {printed}, not “{total}”",
        _spans(rate),
        working=(
            f"{write_rounded(counted)} × {write_rounded(price)} = {write_rounded(counted * price)}",
            f"{write_granted(document, *rate.claims)}: so rounded, "
            f"{write_range(total_of(document, rate))}",
        ),
        consistent_if=(f"the total is {printed}", *_repairs(document, rate, counted, price)),
    )


def _repairs(document: Document, rate: Rate, counted: Fraction, price: Number) -> Iterator[str]:
    total = Fraction(nominal(rate.total))
    if counted > 0 and price > 0:
        number = total / price / rate.factor
        yield f"it is {write_like(document, rate.each, total / counted)} for each"
        yield f"there are {write_like(document, rate.number, number)} of them"
