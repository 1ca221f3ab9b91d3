"""From the tokens of a window to the terminals of grammar.lark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.quantities.digits import merge_digits
from factcheck.quantities.hyphens import resolve_hyphens
from factcheck.quantities.joints import resolve_joints
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.letters import resolve_letters
from factcheck.quantities.parts import resolve_articles, resolve_parts
from factcheck.quantities.wording import read_words

_Step = Callable[[list[Lexeme]], list[Lexeme]]

# In this order, and each only where one of its terminals is there: most windows need none.
_STEPS: tuple[tuple[frozenset[str], _Step], ...] = (
    (frozenset(("DOT", "SLASH", "POWER", "NUMERAL")), merge_digits),
    (frozenset(("HYPHEN",)), resolve_hyphens),
    (frozenset(("FRACTION", "PART", "AND")), resolve_parts),
    (frozenset(("A", "AN")), resolve_articles),
    (
        frozenset((
            "AND", "AMPERSAND", "BUT", "TO", "OR", "OF", "IN", "OUT_OF", "FROM", "RANGING", "PER",
            "POINT", "MINUS", "SLASH", "PART", "ABOVE",
        )),
        resolve_joints,
    ),
    (frozenset(("LETTER", "SIGN", "VAGUE", "SCALE", "HUNDRED")), resolve_letters),
)  # fmt: skip


def lex(raw: Sequence[str]) -> list[list[Lexeme]]:
    """The lexemes of a window in segments: what no figure can contain parts them."""
    lexemes = read_words(raw)
    if len(lexemes) > 1:
        for kinds, step in _STEPS:
            if not kinds.isdisjoint([lexeme.type for lexeme in lexemes]):
                lexemes = step(lexemes)
    return _segments(lexemes)


def _segments(lexemes: list[Lexeme]) -> list[list[Lexeme]]:
    segments: list[list[Lexeme]] = [[]]
    for lexeme in lexemes:
        if lexeme.type in _TERMINALS:
            segments[-1].append(lexeme)
        else:
            segments.append([])
    return [segment for segment in segments if segment]


_TERMINALS = frozenset(
    "ABOVE AT_LEAST BELOW AT_MOST ABOUT EXACTLY OR_MORE OR_LESS OR_SO BELOW_ZERO BETWEEN AND FROM "
    "RANGING TO DASH OR PLUS_MINUS OUT_OF PER EACH AGED MINUS BOTH ALSO AND_IN AND_PART UNIT SIGN "
    "VAGUE SCALE HUNDRED PART FRACTION TENS TEEN ONES ZERO NONE NUMERAL ADD POINT".split()
)
