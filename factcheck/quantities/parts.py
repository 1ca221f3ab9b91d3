"""Fractions in words, mixed numbers and what an article before a number word means."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.lexemes import BOUNDS, HEDGES, NUMBERS, SCALES, WHOLE, Lexeme, joined

_BEFORE_RANKS = BOUNDS | {"BETWEEN", "AND"}
_ADDED = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4),
    "fourth": Fraction(1, 4), "fifth": Fraction(1, 5),
}  # fmt: skip


def resolve_parts(lexemes: list[Lexeme]) -> list[Lexeme]:
    """“one-half” is one number; “3 1/2”, “2½” and “two and a half” add theirs."""
    kept: list[Lexeme] = []
    index = 0
    while index < len(lexemes):
        before = kept[-1] if kept else None
        taken, found = _part(before, lexemes, index)
        if found.type == "FRACTION" and before is not None and _takes_a_fraction(before, found):
            found = found.turned("ADD")
        if (
            found.type == "FRACTION"
            and before is not None
            and _one(before)
            and found.word == "half"
        ):
            found = joined("FRACTION", found.value, [kept.pop(), found])
        kept.append(found)
        index += taken
    return kept


def _takes_a_fraction(before: Lexeme, fraction: Lexeme) -> bool:
    whole = before.type in ("NUMERAL", "ONES", "TEEN", "TENS")
    return whole and fraction.word.lower() != "half" and before.word != "0"


def _one(lexeme: Lexeme) -> bool:
    return lexeme.type == "ONES" and lexeme.value == 1


def _part(before: Lexeme | None, lexemes: list[Lexeme], index: int) -> tuple[int, Lexeme]:
    """How many lexemes a part takes here, and what it becomes."""
    here = lexemes[index : index + 3]
    kinds = [lexeme.type for lexeme in here]
    if kinds[:2] == ["AND", "A"] and before is not None and before.type in WHOLE:
        added = _ADDED.get(here[-1].word.lower())
        if added:
            return 3, joined("ADD", added, here)
    if kinds[0] == "TENS" and kinds[1:2] == ["PART"] and _compound(before, here[1]):
        return 2, joined("PART", _sum(here[0], here[1]), here[:2])
    if kinds == ["TENS", "OVER", "PART"]:
        return 3, joined("PART", _sum(here[0], here[2]), here)
    if kinds[0] == "PART":
        return 1, _checked(before, lexemes, index)
    return 1, here[0]


def _sum(tens: Lexeme, part: Lexeme) -> int:
    assert isinstance(tens.value, int) and isinstance(part.value, int)
    return tens.value + part.value


def _compound(before: Lexeme | None, part: Lexeme) -> bool:
    """“Three twenty-fifths”; “one hundred thirty fifths” are 130 of them."""
    if before is None or not isinstance(part.value, int) or part.value > 9:
        return False
    return before.type in WHOLE and part.word.lower().endswith("s")


def _checked(before: Lexeme | None, lexemes: list[Lexeme], index: int) -> Lexeme:
    """“Two thirds” and “one third” are fractions, “two third-placed sides” and “third” are none."""
    part = lexemes[index]
    plural = part.word.lower().endswith("s")
    if before is not None and (before.type in WHOLE or before.type in SCALES):
        return part if plural != _one(before) else part.turned("BREAK")
    if before is not None and before.type in ("A", "AN"):
        return part if not plural else part.turned("BREAK")
    later = [lexeme.type for lexeme in lexemes[index + 1 : index + 4]]
    scaled = later[:1] == ["SCALE"] or later == ["OF", "A", "SCALE"]
    if scaled and isinstance(part.value, int) and not plural:
        return part.turned("FRACTION", Fraction(1, part.value))
    return part.turned("BREAK")


def resolve_ranks(lexemes: list[Lexeme]) -> list[Lexeme]:
    """“Between the tenth and the fifteenth” are ranks 10 to 15."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        before = kept[-1].type if kept else ""
        if lexeme.type == "THE":
            rank = lexemes[index + 1 : index + 2]
            ranked = rank and rank[0].type in ("ORDINAL", "PART") and before in _BEFORE_RANKS
            kept.append(lexeme.turned("RANK" if ranked else "BREAK"))
        elif before == "RANK":
            kept[-1] = lexeme.turned("ONES")
        else:
            kept.append(lexeme)
    return kept


def resolve_articles(lexemes: list[Lexeme]) -> list[Lexeme]:
    """“a hundred” is one hundred, “$5 a barrel” a rate, and “half a million” half of one."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.type not in ("A", "AN"):
            kept.append(lexeme)
            continue
        after = lexemes[index + 1] if index + 1 < len(lexemes) else None
        kind = _article(kept, after)
        if kind:
            kept.append(lexeme.turned(kind, 1))
    return kept


def _article(kept: list[Lexeme], after: Lexeme | None) -> str | None:
    """The terminal an article is here; None where it says nothing."""
    before = kept[-1] if kept else None
    if before is not None and before.type == "FRACTION":
        return None
    if after is None:
        return "BREAK"
    if _of_a_part(kept):
        return None
    if after.type in SCALES | {"PART"}:
        return "ONES"
    if after.type == "FRACTION" and after.word.lower() == "half":
        return None
    if before is None or after.type not in ("UNIT", "EACH"):
        return "BREAK"
    if before.type in NUMBERS | {"UNIT", "LETTER"}:
        return "PER"
    return "ONES" if before.type in HEDGES and after.type == "UNIT" else "BREAK"


def _of_a_part(kept: list[Lexeme]) -> bool:
    """“Three quarters of a”, “half of a”."""
    kinds = [lexeme.type for lexeme in kept[-2:]]
    return kinds in (["PART", "OF"], ["FRACTION", "OF"])
