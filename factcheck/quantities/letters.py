"""What letters behind a number mean: millions, metres, a currency."""

from __future__ import annotations

from factcheck.quantities.lexemes import NUMBERS, SCALES, WHOLE, Lexeme
from factcheck.quantities.lexicon import Vague, lexicon

# Apart from its number a single small letter is a word of its own, these are not.
_APART = frozenset(("k", "K", "M", "mn", "mln", "mil", "bn", "Bn", "BN", "bln", "tn", "trn"))
# Between a currency's sign and these, the sign still holds: "$5m to 7m", "$5-7bn".
_KEEPS_SIGN = frozenset(("NUMERAL", "DASH", "TO", "ABOUT", "OR", "AND"))


def resolve_letters(lexemes: list[Lexeme]) -> list[Lexeme]:
    """“$5m” are millions, “5m” metres until the context says otherwise, “5 €” money."""
    signed = False
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        before = kept[-1] if kept else None
        after = lexemes[index + 1] if index + 1 < len(lexemes) else None
        if lexeme.type == "LETTER":
            # "52m euros" are millions, whatever stands before them.
            measured = after is not None and after.type == "UNIT"
            kept.append(_letter(before, lexeme, scales=signed or measured))
            continue
        if lexeme.type not in _KEEPS_SIGN:
            signed = lexeme.type == "SIGN"
        kept.append(_turned(before, lexeme, after))
    return _parted(kept)


def _letter(before: Lexeme | None, lexeme: Lexeme, *, scales: bool) -> Lexeme:
    letter, found = lexeme.word, lexicon()
    if before is None or before.type not in NUMBERS:
        return lexeme.turned("BREAK")
    touches = before.end == lexeme.start
    unit = found.touching.get(letter) or found.words.get(letter)
    is_unit = unit is not None and unit.terminal == "UNIT"
    if scales or (touches and not is_unit) or letter in _APART:
        return lexeme.turned("SCALE", found.letters[letter])
    return lexeme.turned("UNIT", unit.value) if unit and is_unit else lexeme.turned("BREAK")


def _turned(before: Lexeme | None, lexeme: Lexeme, after: Lexeme | None) -> Lexeme:
    if lexeme.type == "SIGN" and before is not None and before.type in NUMBERS:
        return lexeme if after is not None and after.type in WHOLE else lexeme.turned("UNIT")
    if lexeme.type != "VAGUE" or not isinstance(lexeme.value, Vague):
        return lexeme
    word = lexeme.word.lower()
    if word in ("few", "couple"):
        # By itself "few" says how small a number is, and "couple" two people.
        scaled = after is not None and after.type in SCALES
        return lexeme if scaled or word == "couple" else lexeme.turned("BREAK")
    scale = lexicon().of(word[:-1]) if word.endswith("s") else None
    if scale and scale.terminal in SCALES and before is not None and before.type in WHOLE:
        return lexeme.turned(scale.terminal, scale.value)
    return lexeme


def _parted(lexemes: list[Lexeme]) -> list[Lexeme]:
    """“Eight million 250ml bottles” are two figures, “4 thousand 3 hundred” is one."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.type == "NUMERAL" and kept and kept[-1].type in SCALES:
            after = lexemes[index + 1] if index + 1 < len(lexemes) else None
            if after is None or after.type not in SCALES:
                kept.append(Lexeme("BREAK", None, lexeme.start, lexeme.start, ""))
        kept.append(lexeme)
    return kept
