"""Whether what follows a scale word goes on with its number: "a hundred and two"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.lexemes import SCALES, WHOLE, Lexeme
from factcheck.quantities.numerals import Numeral


def adds(lexemes: list[Lexeme], index: int) -> bool:
    """“A hundred and two” is one number, “a hundred and 200” and “5 million and 20” are two."""
    scale, first = lexemes[index - 1], lexemes[index + 1]
    if first.type not in WHOLE or scale.value == 12:
        return False
    if first.type == "NUMERAL" and (scale.type != "HUNDRED" or not _in_digits(lexemes, index - 2)):
        return False
    worth = _worth(lexemes[index + 1 :], below=scale)
    return isinstance(scale.value, int) and 0 < worth < scale.value


def _in_digits(lexemes: list[Lexeme], index: int) -> bool:
    return index >= 0 and lexemes[index].type == "NUMERAL"


def _worth(lexemes: list[Lexeme], *, below: Lexeme) -> int:
    """Roughly what the number is worth that begins here, up to the scale that covers both."""
    total = 0
    for lexeme in lexemes:
        value = lexeme.value.value if isinstance(lexeme.value, Numeral) else lexeme.value
        if lexeme.type in WHOLE and isinstance(value, int | Fraction):
            total += int(value)
        elif lexeme.type == "SCALE" and below.type == "HUNDRED":
            break
        elif lexeme.type in SCALES and isinstance(value, int):
            total *= value
        else:
            break
    return total


def goes_on_in_words(lexemes: list[Lexeme], comma: int) -> bool:
    """“Two million, three hundred thousand”: a smaller scale follows, and all is in words."""
    scale, run = lexemes[comma - 1], []
    for lexeme in lexemes[comma + 1 :]:
        if lexeme.type not in WHOLE | SCALES:
            break
        run.append(lexeme)
    kinds = {lexeme.type for lexeme in run}
    if scale.type != "SCALE" or "NUMERAL" in kinds or kinds.isdisjoint(SCALES):
        return False
    return isinstance(scale.value, int) and _worth(run, below=scale) < scale.value
