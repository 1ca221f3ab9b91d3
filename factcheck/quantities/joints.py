"""What the small words between numbers are: each becomes a terminal, joins silently, or parts."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.quantities.lexemes import BEGINS, BOUNDS, ENDS, NUMBERS, SCALES, WHOLE, Lexeme
from factcheck.quantities.sums import adds, goes_on_in_words
from factcheck.quantities.units import smaller_units

_LOW = frozenset(("ABOVE", "AT_LEAST"))


def resolve_joints(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Each small word as what it is in its place; BREAK where no figure goes on."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        decide = _JOINTS.get(lexeme.type)
        kind = decide(lexemes, index) if decide else lexeme.type
        if kind == lexeme.type:
            kept.append(lexeme)
        elif kind == "INCH":
            kept.append(lexeme.turned("UNIT", "inch"))
        elif kind:
            kept.append(lexeme.turned(kind))
    return kept


def _neighbours(lexemes: list[Lexeme], index: int) -> tuple[Lexeme | None, Lexeme | None]:
    before = lexemes[index - 1] if index else None
    return before, lexemes[index + 1] if index + 1 < len(lexemes) else None


def _ends(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.type in ENDS


def _begins(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.type in BEGINS


def _and(lexemes: list[Lexeme], index: int) -> str:
    """Inside a number ("a hundred and two"), between two, or between two bounds or measures."""
    before, after = _neighbours(lexemes, index)
    if before is None or after is None or not _begins(after):
        return "BREAK"
    if _opened(lexemes, index) and not _another_and(lexemes, index):
        return "AND"
    if after.type in BOUNDS:
        return _both(lexemes, index)
    if before.type == "UNIT":
        return "ALSO" if _goes_on(before, lexemes[index + 1 :]) else "BREAK"
    if before.type in WHOLE | SCALES and _is_part(lexemes[index + 1 :], behind=before):
        return "AND_PART"
    return "AND_IN" if before.type in SCALES and adds(lexemes, index) else "BREAK"


def _opened(lexemes: list[Lexeme], index: int) -> bool:
    """Whether a "between" still waits for its "and"."""
    return any(lexeme.type == "BETWEEN" for lexeme in lexemes[:index])


def _another_and(lexemes: list[Lexeme], index: int) -> bool:
    """“Between one hundred and ten and two hundred”: the last one is between's."""
    later = [
        place for place in range(index + 1, len(lexemes) - 1)
        if lexemes[place].type == "AND" and _begins(lexemes[place + 1])
    ]  # fmt: skip
    return bool(later) and "BETWEEN" not in [lexeme.type for lexeme in lexemes[index:]]


def _both(lexemes: list[Lexeme], index: int) -> str:
    """“At least 5 and at most 7”, “more than 5 but less than 7”."""
    before, after = _neighbours(lexemes, index)
    opened = [lexeme.type for lexeme in lexemes[:index] if lexeme.type in BOUNDS]
    if not _ends(before) or after is None or after.type not in BOUNDS or len(opened) != 1:
        return "BREAK"
    return "BOTH" if (opened[0] in _LOW) != (after.type in _LOW) else "BREAK"


def _goes_on(unit: Lexeme, lexemes: list[Lexeme]) -> bool:
    """“Two hours and 10 minutes”: a smaller unit of the same dimension follows."""
    rest = [lexeme for lexeme in lexemes if lexeme.type not in WHOLE | SCALES]
    return bool(rest) and rest[0].type == "UNIT" and rest[0].value in smaller_units(str(unit.value))


def _is_part(lexemes: list[Lexeme], *, behind: Lexeme) -> bool:
    """“And two thirds”, “and one-half”, “and a quarter”; “and half” begins something else."""
    if lexemes[0].type == "FRACTION":
        return lexemes[0].word.lower() != "half"
    kinds = [lexeme.type for lexeme in lexemes]
    end = next((place for place, kind in enumerate(kinds) if kind not in WHOLE), len(kinds))
    if not 0 < end < len(kinds) or kinds[end] != "PART":
        return False
    # "One hundred and thirty fifths" are 130 of them, "and thirty hundredths" are decimals.
    return behind.type != "HUNDRED" or lexemes[end].value in (10, 100, 1000)


def _ampersand(lexemes: list[Lexeme], index: int) -> str:
    found = _and(lexemes, index)
    return found if found in ("AND_IN", "AND") else "BREAK"


def _comma(lexemes: list[Lexeme], index: int) -> str | None:
    """“Two million, three hundred thousand”; in “five million, two of them” it parts."""
    before, after = _neighbours(lexemes, index)
    if before is None or after is None:
        return "BREAK"
    if before.type == "UNIT":
        # "6-foot, 2-inch"; "3 years, 2 months, 14 days" are a list.
        foot = before.value == "foot" and _goes_on(before, lexemes[index + 1 :])
        return "ALSO" if foot else "BREAK"
    return None if goes_on_in_words(lexemes, index) else "BREAK"


def _to(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    return "TO" if _begins(after) and _ends(before) else "BREAK"


def _or(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    return "OR" if _begins(after) and _ends(before) else "BREAK"


def _of(lexemes: list[Lexeme], index: int) -> str | None:
    """“millions of dollars”, “a couple of hundred”, “three quarters of a million”."""
    before, after = _neighbours(lexemes, index)
    if before is None or after is None:
        return "BREAK"
    if before.type == "VAGUE":
        return None if after.type in SCALES | {"UNIT"} else "BREAK"
    if before.type in ("PART", "FRACTION"):
        counted = after.type in SCALES or (before.word.lower() != "half" and after.type == "UNIT")
        return None if counted else "BREAK"
    return "BREAK"


def _in(lexemes: list[Lexeme], index: int) -> str:
    """“one in five”; “5 ft 2 in” are inches; “two in 2004” and “five in 10 days” are no share."""
    before, after = _neighbours(lexemes, index)
    feet = index > 1 and lexemes[index - 2].type == "UNIT" and lexemes[index - 2].value == "foot"
    if feet and before is not None and before.type in WHOLE:
        return "INCH"
    if before is None or after is None or not {before.type, after.type} <= WHOLE:
        return "BREAK"
    rest = [lexeme.type for lexeme in lexemes[index + 1 :] if lexeme.type not in WHOLE | SCALES]
    year = after.type == "NUMERAL" and after.word.isdecimal() and len(after.word) == 4
    return "BREAK" if year or rest[:1] == ["UNIT"] else "OUT_OF"


def _out_of(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    whole = before is not None and after is not None and {before.type, after.type} <= WHOLE
    return "OUT_OF" if whole else "BREAK"


def _from(lexemes: list[Lexeme], index: int) -> str:
    later = [lexeme.type for lexeme in lexemes[index + 1 :]]
    begins = bool(later) and later[0] in BEGINS
    return lexemes[index].type if begins and ("TO" in later or "DASH" in later) else "BREAK"


def _over(lexemes: list[Lexeme], index: int) -> str:
    """“One over three” as one reads a fraction aloud."""
    before, after = _neighbours(lexemes, index)
    one = before is not None and before.type == "ONES" and before.value == 1
    whole = after is not None and after.type in WHOLE
    ends = all(lexeme.type in WHOLE | SCALES | {"AND"} for lexeme in lexemes[index + 1 :])
    return "OUT_OF" if one and whole and ends and lexemes[index].word == "over" else "ABOVE"


def _per(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    fits = after is not None and after.type in ("UNIT", "EACH", *WHOLE)
    return "PER" if fits and _ends(before) else "BREAK"


def _point(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    spoken = before is not None and before.type in WHOLE
    return "POINT" if spoken and after is not None and after.type in ("ONES", "ZERO") else "BREAK"


def _minus(lexemes: list[Lexeme], index: int) -> str:
    after = _neighbours(lexemes, index)[1]
    return "MINUS" if after is not None and after.type in WHOLE | {"FRACTION", "SIGN"} else "BREAK"


def _slash(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    unit = after is not None and after.type == "UNIT"
    return "PER" if unit and before is not None and before.type == "UNIT" else "BREAK"


def _bare_part(lexemes: list[Lexeme], index: int) -> str:
    """A part needs its number: "two thirds"; "a third year" is an ordinal."""
    before, after = _neighbours(lexemes, index)
    if before is None or before.type not in NUMBERS:
        return "BREAK"
    which = before.word.lower() in ("a", "an") and after is not None and after.type == "UNIT"
    return "BREAK" if which and lexemes[index].word.lower() != "quarter" else "PART"


_JOINTS: dict[str, Callable[[list[Lexeme], int], str | None]] = {
    "AND": _and, "AMPERSAND": _ampersand, "BUT": _both, "COMMA": _comma, "TO": _to, "OR": _or,
    "OF": _of, "IN": _in, "OUT_OF": _out_of, "FROM": _from, "RANGING": _from, "PER": _per,
    "POINT": _point, "MINUS": _minus, "SLASH": _slash, "PART": _bare_part, "ABOVE": _over,
}  # fmt: skip
JOINTS = frozenset(_JOINTS)
