"""Numerals in digits: what they are worth and how finely they were written."""

from __future__ import annotations

from fractions import Fraction

from factcheck.tuples import NamedTuple

# Longer runs are serial numbers, and int() refuses to read thousands of digits.
_LONGEST = 40


class Numeral(NamedTuple):
    """The worth of a numeral and of its last place: 1.25 and 1/100 for "1.25"."""

    value: int | Fraction
    step: int | Fraction


def parse_numeral(text: str) -> Numeral | None:
    """Read "1,234.5" or "12,34,567"; None for what is no English number ("1.2.3", "1,23")."""
    if text.isdecimal() and len(text) <= _LONGEST:
        return Numeral(int(text), 1)
    whole, point, decimals = text.partition(".")
    if "." in decimals or "," in decimals or not _grouped_well(whole):
        return None
    digits = whole.replace(",", "")
    if len(digits) + len(decimals) > _LONGEST:
        return None
    if not point:
        return Numeral(int(digits), 1)
    step = Fraction(1, 10 ** len(decimals))
    return Numeral(exact(Fraction(int(digits + decimals)) * step), step)


def decimals_only(digits: str) -> Numeral | None:
    """The "5" of ".5" as a number."""
    return parse_numeral(f"0.{digits}") if digits.isdecimal() else None


def powered(numeral: Numeral, base: int, exponent: int) -> Numeral:
    """A numeral times a power: "6.2e-4"; base 0 to a negative exponent counts as 0."""
    by = Fraction(base) ** exponent if base else Fraction(0)
    return Numeral(exact(numeral.value * by), exact(numeral.step * by))


def exact(value: int | Fraction) -> int | Fraction:
    """An integer where it is one."""
    return value.numerator if value.denominator == 1 else value


def _grouped_well(whole: str) -> bool:
    """Groups of three behind one to three digits, or India's of two and a last of three."""
    head, *groups = whole.split(",")
    if not groups:
        return True
    if not 1 <= len(head) <= 3 or head == "0" or len(groups[-1]) != 3:
        return False
    sizes = {len(group) for group in groups[:-1]}
    return sizes <= {3} or (sizes == {2} and len(head) <= 2)
