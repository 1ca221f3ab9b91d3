"""Numerals that are written in more than one token: ".77", "1 250 000", "6.2e-4", "1/4"."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.quantities.lexemes import Lexeme, joined
from factcheck.quantities.numerals import Numeral, decimals_only, exact, parse_numeral, powered

_EXPONENT = re.compile(r"([eE]|x[0-9]{1,2}\^|\^)([+\-−]?[0-9]{1,2})")
# Touching, "9/11", "24/7" and "7/7" are names and "11/4" odds; these are parts of a whole.
_PLAIN_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 50, 64, 100, 1000))


def merge_digits(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Each such numeral as one lexeme."""
    kept: list[Lexeme] = []
    index = 0
    while index < len(lexemes):
        lexeme = lexemes[index]
        taken, found = 1, lexeme
        if lexeme.type == "DOT":
            taken, found = _decimals(kept, lexemes, index)
        elif lexeme.type == "NUMERAL":
            taken, found = _numeral(lexemes, index)
        kept.append(found)
        index += taken
    return kept


def _numeral(lexemes: list[Lexeme], index: int) -> tuple[int, Lexeme]:
    for read in (_grouped, _scientific, _fraction):
        taken, found = read(lexemes, index)
        if taken > 1:
            return taken, found
    return 1, lexemes[index]


def _decimals(kept: list[Lexeme], lexemes: list[Lexeme], index: int) -> tuple[int, Lexeme]:
    """“.77”, where nothing stands directly before the point."""
    point, digits = lexemes[index], lexemes[index + 1 : index + 2]
    begins = not kept or kept[-1].end < point.start or kept[-1].type in ("SIGN", "HYPHEN")
    if begins and digits and digits[0].type == "NUMERAL" and digits[0].start == point.end:
        value = decimals_only(digits[0].word)
        if value:
            return 2, joined("NUMERAL", value, [point, *digits])
    return 1, point.turned("BREAK")


def _grouped(lexemes: list[Lexeme], index: int) -> tuple[int, Lexeme]:
    """“1 250 000”: thousands set apart by spaces; “10 000”, but not “10 250”."""
    end = index + 1
    while end < len(lexemes) and _continues(lexemes[end - 1], lexemes[end]):
        end += 1
    groups = lexemes[index:end]
    head = groups[0].word
    if not (head.isdecimal() and len(head) <= 3 and head[0] != "0"):
        return 1, lexemes[index]
    if len(groups) > 2 or (len(groups) == 2 and groups[1].word == "000"):
        value = parse_numeral("".join(lexeme.word for lexeme in groups))
        if value:
            return len(groups), joined("NUMERAL", value, groups)
    return 1, lexemes[index]


def _continues(before: Lexeme, lexeme: Lexeme) -> bool:
    group = lexeme.type == "NUMERAL" and len(lexeme.word) == 3 and lexeme.word.isdecimal()
    return group and lexeme.start == before.end + 1


def _scientific(lexemes: list[Lexeme], index: int) -> tuple[int, Lexeme]:
    end, text = index + 1, ""
    while end < min(len(lexemes), index + 5) and lexemes[end].start == lexemes[end - 1].end:
        text += lexemes[end].word
        end += 1
        found = _EXPONENT.fullmatch(text)
        complete = end == len(lexemes) or lexemes[end].start > lexemes[end - 1].end
        value = lexemes[index].value
        if found and complete and isinstance(value, Numeral):
            value = _raised(value, found[1], int(found[2].replace("−", "-")))
            return end - index, joined("NUMERAL" if value else "BREAK", value, lexemes[index:end])
    return 1, lexemes[index]


def _raised(value: Numeral, by: str, exponent: int) -> Numeral | None:
    """“6.2e-4” and “8x2^10” multiply, “2^10” is a power itself."""
    if by != "^":
        return powered(value, int(by.strip("x^")) if by[0] == "x" else 10, exponent)
    return Numeral(exact(Fraction(value.value) ** exponent), 0) if value.value else None


def _fraction(lexemes: list[Lexeme], index: int) -> tuple[int, Lexeme]:
    """“1/4” and, in print, “1 / 4”; “5/17/2018” is no number."""
    three = lexemes[index : index + 3]
    if [lexeme.type for lexeme in three] != ["NUMERAL", "SLASH", "NUMERAL"]:
        return 1, lexemes[index]
    top, slash, bottom = three
    chained = lexemes[index + 3 : index + 4]
    if chained and chained[0].type == "SLASH":
        return 3, joined("BREAK", None, three)
    touching = top.end == slash.start and slash.end == bottom.start
    apart = top.end + 1 == slash.start and slash.end + 1 == bottom.start
    value = _divided(top.value, bottom.value, touching=touching) if touching or apart else None
    return 3, joined("BREAK" if value is None else "FRACTION", value, three)


def _divided(top: object, bottom: object, *, touching: bool) -> Fraction | None:
    if not isinstance(top, Numeral) or not isinstance(bottom, Numeral) or not bottom.value:
        return None
    if not top.step == bottom.step == 1 or bottom.value > 1000:
        return None
    value = Fraction(top.value, bottom.value)
    return None if touching and (value >= 1 or bottom.value not in _PLAIN_WHOLES) else value
