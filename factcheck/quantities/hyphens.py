"""What a hyphen or dash between two lexemes is."""

from __future__ import annotations

from factcheck.quantities.lexemes import BOUNDS, HEDGES, NUMBERS, SCALES, WHOLE, Lexeme

# A hyphen next to these only joins words: "18-to-25", "two-and-a-half", "sub-three-hour".
_JOINING_BEFORE = frozenset(("TO", "OR", "AND", "A", "AN", "IN", "OUT_OF", "MINUS", "PER", "POINT"))
_JOINING_AFTER = frozenset((
    "UNIT", "TO", "OR_MORE", "OR_LESS", "OR_SO", "PART", "HUNDRED", "SCALE", "OR", "LETTER", "AND",
    "A", "AN", "IN", "OUT_OF", "PER", "EACH", "POINT",
))  # fmt: skip


def resolve_hyphens(lexemes: list[Lexeme]) -> list[Lexeme]:
    """“five-year” loses its hyphen, “5-7” keeps it as a dash, “-5” is below zero."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.type != "HYPHEN":
            kept.append(lexeme)
            continue
        after = lexemes[index + 1] if index + 1 < len(lexemes) else None
        kind = _kind(kept[-1] if kept else None, lexeme, after)
        if after is not None and _hyphenated_part(kept, after):
            kind = "OVER"
        if kind:
            kept.append(lexeme.turned(kind))
    return kept


def _hyphenated_part(kept: list[Lexeme], after: Lexeme) -> bool:
    """“One hundred thirty-fifths” are thirty-fifths."""
    fits = after.type == "PART" and after.word.lower().endswith("s") and len(kept) > 1
    return fits and kept[-1].type == "TENS" and kept[-2].type in WHOLE | SCALES


def _kind(before: Lexeme | None, hyphen: Lexeme, after: Lexeme | None) -> str | None:
    """A terminal, or None where the hyphen only joins words."""
    if after is None:
        return "BREAK"
    if before is not None and before.end == hyphen.start:
        if before.type in _JOINING_BEFORE or before.word.lower() == "sub":
            return None
        if before.type in BOUNDS and before.word.isalpha():
            # "The under-21s" are a team.
            return "BREAK"
    if before is None or before.type not in NUMBERS | {"UNIT", "LETTER"}:
        return "MINUS" if after.type == "NUMERAL" and hyphen.end == after.start else "BREAK"
    if after.word.lower() == "half" and before.value == 1:
        return None
    if before.type == "PART" and after.type == "UNIT":
        # "A sixth-minute penalty".
        return "BREAK"
    if after.type in _JOINING_AFTER:
        return None
    if after.type in ("NUMERAL", "SIGN", "FRACTION"):
        # "75 -300mm" is a slip for a dash; behind a unit it is a sign: "12 C -5 C".
        below = before.type == "UNIT" and before.end < hyphen.start and hyphen.end == after.start
        return "MINUS" if below and hyphen.word != "–" else "DASH"
    if before.type == "TENS" and after.type == "ONES":
        return None
    return "DASH" if after.type in WHOLE | HEDGES | {"VAGUE"} else "BREAK"
