"""Numerals in digits: what they are worth and how finely they were written."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Numeral(NamedTuple):
    """The worth of a numeral and of its last place: 1.25 and 1/100 for "1.25"."""

    value: int | Fraction
    step: int | Fraction


def parse_numeral(text: str) -> Numeral | None:
    """Read "1,234.5" or "12,34,567"; None for what is no English number ("1.2.3", "1,23")."""
    whole, point, decimals = text.partition(".")
    if "." in decimals or "," in decimals or not _grouped_well(whole):
        return None
    digits = whole.replace(",", "")
    # Longer runs are serial numbers, and int() refuses to read thousands of digits.
    if len(digits) + len(decimals) > 40:
        return None
    if not point:
        return Numeral(int(digits), 1)
    step = Fraction(1, 10 ** len(decimals))
    value = Fraction(int((digits or "0") + decimals)) * step
    return Numeral(int(value) if value.denominator == 1 else value, step)


def _grouped_well(whole: str) -> bool:
    """Groups of three behind a head of one to three digits, or India's of two and a last of three."""
    head, *groups = whole.split(",")
    if not groups:
        return True
    if not 1 <= len(head) <= 3 or head == "0" or len(groups[-1]) != 3:
        return False
    sizes = {len(group) for group in groups[:-1]}
    return sizes <= {3} or (sizes == {2} and len(head) <= 2)
