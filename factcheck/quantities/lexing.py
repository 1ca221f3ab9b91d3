"""From the tokens of a window to the terminals of grammar.lark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.quantities.digits import merge_digits
from factcheck.quantities.hyphens import resolve_hyphens
from factcheck.quantities.joints import JOINTS, resolve_joints
from factcheck.quantities.letters import resolve_letters
from factcheck.quantities.lexemes import HEDGES, NUMBERS, TRAILING, Lexeme
from factcheck.quantities.parts import resolve_articles, resolve_parts, resolve_ranks
from factcheck.quantities.wording import read_words

# In this order, and each only where one of its terminals is there: most windows need none.
_STEPS: tuple[tuple[frozenset[str], Callable[[list[Lexeme]], list[Lexeme]]], ...] = (
    (frozenset(("DOT", "SLASH", "POWER", "EXPONENT")), merge_digits),
    (frozenset(("HYPHEN",)), resolve_hyphens),
    (frozenset(("THE",)), resolve_ranks),
    (frozenset(("FRACTION", "PART", "AND", "SLASH")), resolve_parts),
    (frozenset(("A", "AN")), resolve_articles),
    (JOINTS | {"HYPHEN"}, resolve_joints),
    (frozenset(("LETTER", "SIGN", "VAGUE", "SCALE", "HUNDRED")), resolve_letters),
)
_TERMINALS = NUMBERS | HEDGES | TRAILING | {
    "BETWEEN", "AND", "FROM", "RANGING", "TO", "DASH", "OR", "PLUS_MINUS", "OUT_OF", "PER", "EACH",
    "AGED", "MINUS", "BOTH", "ALSO", "AND_IN", "AND_PART", "UNIT", "SIGN", "NONE", "POINT",
}  # fmt: skip


def lex(raw: Sequence[str]) -> list[list[Lexeme]]:
    """The lexemes of a window in segments: what no figure can contain parts them."""
    lexemes = read_words(raw)
    # "Few" by itself says how small a number is.
    if len(lexemes) > 1 or (lexemes and lexemes[0].type == "VAGUE"):
        kinds = [lexeme.type for lexeme in lexemes]
        if kinds.count("NUMERAL") > 1:
            kinds.append("DOT")
        for triggers, step in _STEPS:
            if not triggers.isdisjoint(kinds):
                lexemes = step(lexemes)
    return _segments(lexemes)


def _segments(lexemes: list[Lexeme]) -> list[list[Lexeme]]:
    segments: list[list[Lexeme]] = []
    current: list[Lexeme] = []
    for lexeme in lexemes:
        if lexeme.type in _TERMINALS:
            current.append(lexeme)
        elif current:
            segments.append(current)
            current = []
    return [*segments, current] if current else segments
