"""Exact numbers: what counts as one, and how it is written."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = int | Fraction

# Python writes no integer of more than `sys.get_int_max_str_digits()` digits, which can be set to
# 640 at the least: beyond this many bits a number is written in slices of so many digits.
_BITS, _SLICE = 1990, 600


def exact(number: object) -> Number:
    """The number as an `int` if it is whole, else as a `Fraction`; a TypeError if it is neither."""
    if isinstance(number, Fraction):
        return number.numerator if number.denominator == 1 else number
    if isinstance(number, int) and not isinstance(number, bool):
        return int(number)
    kind = type(number).__name__
    raise TypeError(f"Ranges are exact and take an int or a Fraction, not {number!r} ({kind}).")


def write_number(number: Number) -> str:
    """The number in full, never rounded: 15,500, -0.25, and 10/3 where decimals have no end."""
    if number < 0:
        return f"-{write_number(-number)}"
    places = _decimal_places(number.denominator)
    if places is None:
        return f"{_grouped(number.numerator)}/{_grouped(number.denominator)}"
    whole, rest = divmod(number.numerator, number.denominator)
    if not places:
        return _grouped(whole)
    decimals = _grouped(rest * 10**places // number.denominator).replace(",", "").zfill(places)
    return f"{_grouped(whole)}.{decimals}"


def write_rounded(number: Number, digits: int = 3) -> str:
    """The number with so many digits that matter, whole numbers in full: 31.5, 0.00421, 146,432."""
    places = 0
    while places < 12 and abs(number) * 10**places < 10 ** (digits - 1) and number:
        places += 1
    return write_number(exact(round(Fraction(number), places)))


def in_code(number: Number | None) -> str:
    """The number as Python would read it back."""
    if isinstance(number, Fraction):
        return f"Fraction({in_code(number.numerator)}, {in_code(number.denominator)})"
    return repr(number) if number is None or number.bit_length() <= _BITS else hex(number)


def _decimal_places(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms needs; None where they have no end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _grouped(number: int) -> str:
    """A number from 0 up, with commas."""
    tail = ""
    while number.bit_length() > _BITS:
        number, last = divmod(number, 10**_SLICE)
        # The 1 before the slice keeps the zeros it begins with, and is cut off again.
        tail = f"{10**_SLICE + last:,}"[1:] + tail
    return f"{number:,}{tail}"
