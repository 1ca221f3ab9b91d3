"""What the grammar's rules for numbers make of their parts, by the names of the rules."""

# ruff: noqa: D103 - grammar.lark shows above each rule a phrase that it matches.

from __future__ import annotations

from fractions import Fraction
from typing import Any

from factcheck.quantities.drafts import Draft, Number, numbered, wider, worth
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.lexicon import Vague
from factcheck.quantities.numerals import Numeral, exact


def start(figure: Draft) -> Draft:
    return figure


def word(lexeme: Lexeme) -> Draft:
    value = lexeme.value
    if isinstance(value, Numeral):
        return numbered(lexeme.start, lexeme.end, value.value, value.step)
    step = 10 if lexeme.type == "TENS" else 1
    form = "none" if lexeme.type == "NONE" else "number"
    return numbered(lexeme.start, lexeme.end, whole(lexeme), step)._replace(form=form)


def tens_ones(tens: Lexeme, ones: Lexeme) -> Draft:
    return numbered(tens.start, ones.end, whole(tens) + whole(ones))


def mixed(number: Draft, part: Lexeme) -> Draft:
    value = fraction_of(part)
    total = exact(worth(number) + value)
    return numbered(number.start, part.end, total, Fraction(1, value.denominator))


def digit(*parts: Any) -> Draft:
    if len(parts) == 1:
        lexeme = parts[0]
        return numbered(lexeme.start, lexeme.end, Fraction(whole(lexeme), 10), Fraction(1, 10))
    before, lexeme = parts
    step = Fraction(before.step) / 10
    return numbered(before.start, lexeme.end, worth(before) + whole(lexeme) * step, step)


def decimal(number: Draft, _point: Lexeme, digits: Draft) -> Draft:
    return numbered(number.start, digits.end, exact(worth(number) + worth(digits)), digits.step)


def plus(left: Draft, right: Draft) -> Draft:
    return numbered(left.start, right.end, exact(worth(left) + worth(right)), right.step)


def and_plus(left: Draft, _and: Lexeme, right: Draft) -> Draft:
    return plus(left, right)


def times(left: Draft, by: Lexeme) -> Draft:
    return multiplied(left, whole(by), by.end)


def multiplied(left: Draft, by: int, end: int) -> Draft:
    found = numbered(left.start, end, exact(worth(left) * by), exact(left.step * by))
    return found._replace(scale=left.scale * by)


def plus_times(total: Draft, group: Draft, by: Lexeme | Draft) -> Draft:
    factor = int(worth(by)) if isinstance(by, Draft) else whole(by)
    return plus(total, multiplied(group, factor, by.end))


def and_plus_times(total: Draft, _and: Lexeme, group: Draft, by: Lexeme | Draft) -> Draft:
    return plus_times(total, group, by)


def mixed_with(number: Draft, _and: Lexeme, part: Draft) -> Draft:
    """“Two million and three quarters” are quarters of a million."""
    by = number.scale if number.scale >= 1000 else 1
    return plus(number, multiplied(part, by, part.end))


def fraction(top: Draft, part: Lexeme) -> Draft:
    return _share(top.start, part.end, Fraction(worth(top)) / whole(part))


def part(lexeme: Lexeme) -> Draft:
    return _share(lexeme.start, lexeme.end, fraction_of(lexeme))


def _share(first: int, end: int, value: Number) -> Draft:
    return numbered(first, end, exact(value), 0)._replace(kind="ratio")


def scaled_fraction(share: Draft, by: Draft) -> Draft:
    factor = int(worth(by))
    return multiplied(share, factor, by.end)._replace(step=factor // 10 or 1)


def scale(lexeme: Lexeme) -> Draft:
    return numbered(lexeme.start, lexeme.end, whole(lexeme))


def scale_of(left: Draft, right: Lexeme) -> Draft:
    return numbered(left.start, right.end, worth(left) * whole(right))


def vague(lexeme: Lexeme) -> Draft:
    return _vague(lexeme, 1, lexeme.end)


def vague_scaled(lexeme: Lexeme, by: Draft) -> Draft:
    return _vague(lexeme, int(worth(by)), by.end)


def _vague(lexeme: Lexeme, by: int, end: int) -> Draft:
    value = lexeme.value
    assert isinstance(value, Vague)
    return numbered(lexeme.start, end, value.low * by, by)._replace(
        high=value.high * by, high_closed=value.high_closed, approximate=True, form="vague"
    )


def negative(minus: Lexeme, number: Draft) -> Draft:
    low, high = number.low or 0, number.high or 0
    found = number._replace(
        low=-high, high=-low, low_closed=number.high_closed, high_closed=number.low_closed
    )
    return wider(found, minus.start, found.end)


def whole(lexeme: Lexeme) -> int:
    """The worth of a number word."""
    assert isinstance(lexeme.value, int)
    return lexeme.value


def fraction_of(lexeme: Lexeme) -> Fraction:
    """The worth of a written fraction."""
    assert isinstance(lexeme.value, int | Fraction)
    return Fraction(lexeme.value)


RULES = (
    start, word, tens_ones, mixed, digit, decimal, plus, and_plus, times, plus_times,
    and_plus_times, mixed_with, fraction, part, scaled_fraction, scale, scale_of, vague,
    vague_scaled, negative,
)  # fmt: skip
