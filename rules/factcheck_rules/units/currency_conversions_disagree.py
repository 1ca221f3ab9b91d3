"""FC402: conversions of one currency into another at rates that cannot be one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck import (
    Compared,
    Conversion,
    Document,
    Finding,
    Quantity,
    Range,
    Span,
    fair_original,
    fair_result,
    figure_ends,
    find_conversions,
    first_digit,
    rule,
    write_number,
)

# Currencies move from day to day, and desks convert at buying, selling or middle rates.
_DAY = Fraction(21, 20)
# Of more conversions than these all would have to be held against all.
_MOST = 40
# A rate of another time is another rate: only sentences without such words are compared.
_OTHER_TIME = re.compile(
    r"\b(then|at the time|back then|ago|earlier|previous(ly)?|originally|today['’]s|inflation|"
    r"last (year|month|quarter|decade|century)|in (those|current) (days|prices)|formerly|once|"
    r"year before|same period|eventually|would (now )?be worth)\b",
    re.IGNORECASE,
)


class _Exchange(NamedTuple):
    """A conversion, and how many of `quote` one of `base` buys as printed.

    `least` and `most` are what two digits leave possible: those are always fair.
    """

    base: Quantity
    quote: Quantity
    printed: Fraction
    least: Fraction
    most: Fraction


@rule(
    "FC402",
    severity="warning",
    examples=[
        "The harbour board borrowed $10 million (£8 million). The new pier alone will cost "
        "[[$30 million]] ([[£12 million]]).",
        "Alder sold its ferry for €5.2m ($5.7m).\n\nThe yard in Quenby asked [[€7.4m]] "
        "([[$18.1m]]) for a new one.",
        "A ticket costs 90 crowns ($13), a season ticket [[700 crowns]] ([[$10]]).",
        "The mill lost £2.4m ($3.1m).\n\nIts owners put in [[$6.2m]] ([[£8.0m]]) of their own.",
        "The island earns 12 billion yen ($80 million) from tourists and [[3 billion yen]] "
        "([[$200 million]]) from fishing.",
        "The bridge cost 40 million euros ($44 million), the tunnel 60 million euros ($66 "
        "million) and the road [[25 million euros]] ([[$72.5 million]]).",
        "The harbour board borrowed $10 million (£8 million). The new pier alone will cost $30 "
        "million (£24 million).",
        "A ticket costs 90 crowns ($13), a season ticket 700 crowns ($100).",
        "The mill lost £2.4m ($3.1m).\n\nIts owners put in $6.2m (£4.8m) of their own.",
        "In 1985 the pier cost $10 million (£8 million). The new one will cost $30 million (£20 "
        "million).",
        "The harbour board lent $10 million (£8 million). Alder lent $30 million (€27 million).",
        "The board owes $10 million (£8 million), against $30 million (£20 million) a year "
        "earlier.",
        "The yard paid €5m ($5.4m) for the slip and €7.4m ($8.3m) for the crane.",
    ],
)
def currency_conversions_disagree(document: Document) -> Iterator[Finding | Compared]:
    """A story converts one currency into another at one rate.

    One of the amounts is mistyped, or was converted the wrong way. Each figure may be rounded as
    any conversion may, and the rates may lie 5 percent apart, as those of two days do. Where the
    sentences give different years, or speak of then, the rates are not compared.

    Compares: The rates that a story’s own conversions between two currencies imply, each with the
    one that fits most of the others.

    Tolerance: The rounding of each figure, of which two digits are always enough, and 5 percent
    between two rates.

    Silent: Where the sentences give different years, or speak of another time (“then”, “earlier”,
    “last year”).

    Published: NPR, 19 July 2008: 50 billion Zimbabwean dollars were 33 US cents, 1.2 quadrillion
    4,000 US dollars; at the first rate they are 8,000 (rjmason.blogspot.com, the same day; NPR
    corrected it).
    """
    for exchanges in _by_pair(document):
        usual = _usual(exchanges)
        years = _years(document, usual)
        for one in exchanges:
            if one is usual or years is None or _years(document, one) != years:
                continue
            if _fit(one, usual):
                yield Compared((*_spans(one), *_spans(usual)), "one rate fits both conversions")
            else:
                yield _finding(document, one, usual)


def _usual(exchanges: list[_Exchange]) -> _Exchange:
    """The first of those whose rate fits most of the others: most likely it is right."""
    if all(_fit(exchanges[0], other) for other in exchanges[1:]):
        return exchanges[0]
    some = exchanges[:_MOST]
    return max(some, key=lambda one: sum(_fit(one, other) for other in some))


def _by_pair(document: Document) -> Iterator[list[_Exchange]]:
    """The conversions of one currency into one other, where there are several."""
    pairs: defaultdict[tuple[str, str], list[Conversion]] = defaultdict(list)
    for conversion in find_conversions(document):
        if conversion.certain and conversion.first.kind == "money":
            names = sorted(
                _currency(side, document) for side in (conversion.first, conversion.second)
            )
            pairs[names[0], names[1]].append(conversion)
    for conversions in pairs.values():
        if len(conversions) > 1:
            exchanges = [one for one in map(_exchange, conversions) if one is not None]
            if len(exchanges) > 1:
                yield exchanges


def _exchange(conversion: Conversion) -> _Exchange | None:
    """The first number of each: a rate for one end is the rate for the other."""
    sides = (figure_ends(side)[0] for side in (conversion.first, conversion.second))
    base, quote = sorted(sides, key=lambda side: side.unit or "")
    if not base.range.low or not quote.range.low:
        return None
    printed = Fraction(quote.range.low) / base.range.low
    two_digits = printed * first_digit(quote.range.low) / (20 * quote.range.low)
    return _Exchange(base, quote, printed, printed - two_digits, printed + two_digits)


def _currency(amount: Quantity, document: Document) -> str:
    # "$" beside "US$" is another country's dollar.
    marked = amount.unit == "USD" and "us" in amount.span.of(document.prose).lower()
    return f"{amount.unit}{'*' * marked}"


def _fit(one: _Exchange, other: _Exchange) -> bool:
    if one.printed > other.printed:
        one, other = other, one
    # Two digits mostly settle it without more arithmetic.
    if one.most >= other.least or one.most * _DAY >= other.least:
        return True
    return bool(_fair(one) * Range(1, _DAY) & _fair(other))


def _fair(exchange: _Exchange) -> Range:
    """All rates that the two figures, fairly rounded, leave possible."""
    base, quote = exchange.base, exchange.quote
    return fair_result(quote, base) / fair_original(base) | (
        fair_original(quote) / fair_result(base, quote)
    )


def _years(document: Document, exchange: _Exchange) -> frozenset[int] | None:
    """The years that its sentence names; None where it speaks of another time."""
    start = exchange.base.span.start
    sentence = document.sentences[document.sentence_at(start)].span
    if _OTHER_TIME.search(document.prose, sentence.start, sentence.end):
        return None
    return frozenset(date.year for date in document.dates_in(sentence) if date.year is not None)


def _spans(exchange: _Exchange) -> tuple[Span, Span]:
    first, second = sorted((exchange.base.span, exchange.quote.span))
    return first, second


def _finding(document: Document, odd: _Exchange, usual: _Exchange) -> Finding:
    return Finding(
        f"{_worded(odd, document)}, but {_worded(usual, document)}",
        (*(span.labelled(f"at {_rate(odd)}") for span in _spans(odd)),),
        working=(
            *(_working(exchange) for exchange in (odd, usual)),
            f"with fair rounding {_allowed(odd)} and {_allowed(usual)}; 5 percent are granted",
        ),
        consistent_if=(
            *_repairs(document, odd, usual.printed),
            *_repairs(document, usual, odd.printed),
            "the rates are of different times, and the story says so",
        ),
    )


def _worded(exchange: _Exchange, document: Document) -> str:
    first, second = (span.of(document.text) for span in _spans(exchange))
    return f"“{first}” for “{second}” is {_rate(exchange)}"


def _repairs(document: Document, exchange: _Exchange, rate: Fraction) -> Iterator[str]:
    base, quote = exchange.base, exchange.quote
    for wrong, right in (
        (quote, (base.range.low or 0) * rate),
        (base, (quote.range.low or 0) / rate),
    ):
        yield f"“{wrong.span.of(document.text)}” becomes about {_short(right)} {wrong.unit}"


def _rate(exchange: _Exchange) -> str:
    return f"{_short(exchange.printed)} {exchange.quote.unit} per {exchange.base.unit}"


def _working(exchange: _Exchange) -> str:
    quote, base = (write_number(side.range.low or 0) for side in (exchange.quote, exchange.base))
    return f"{quote} {exchange.quote.unit} ÷ {base} {exchange.base.unit} = {_rate(exchange)}"


def _allowed(exchange: _Exchange) -> str:
    rate = _fair(exchange)
    return f"{_short(rate.low or 0)} to {_short(rate.high or 0)}"


def _short(value: Fraction | int) -> str:
    step = first_digit(value) / 100
    return write_number(round(value / step) * step if step else value)
