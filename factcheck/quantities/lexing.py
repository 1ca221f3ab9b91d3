"""From the words of a window to the terminals of grammar.lark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from factcheck.quantities.lexicon import Entry, lexicon
from factcheck.quantities.numerals import Numeral, parse_numeral

HYPHENS = frozenset("-‐‑–—−")
_WHOLE = frozenset(("ONES", "TEEN", "TENS", "NUMERAL"))
_NUMBERS = _WHOLE | {"HUNDRED", "SCALE", "FRACTION", "VAGUE", "PART"}
_BEFORE_NUMBER = _NUMBERS | {
    "SIGN", "ABOVE", "AT_LEAST", "BELOW", "AT_MOST", "ABOUT", "MINUS", "EXACTLY",
}  # fmt: skip
_TRAILING = frozenset(("OR_MORE", "OR_LESS", "OR_SO"))
# What "a" means one of: "a hundred", "a dozen", "a third".
_COUNTABLE = frozenset(("HUNDRED", "SCALE", "PART"))


class Lexeme:
    """A terminal with its value and its place in the window."""

    __slots__ = ("end", "start", "type", "value", "word")

    # Lark asks a token where it stands when it makes the end of input or an error out of it.
    start_pos = end_pos = line = column = end_line = end_column = None

    def __init__(self, kind: str, value: object, start: int, end: int, word: str) -> None:
        self.type = kind
        self.value = value
        self.start = start
        self.end = end
        self.word = word

    def __repr__(self) -> str:
        return f"{self.type}({self.word!r})"


def lex(raw: Sequence[str]) -> list[list[Lexeme]]:
    """The lexemes of a window in segments: what no figure can contain parts them."""
    lexemes = _words(raw)
    for step in (_hyphens, _fractions, _articles, _joints, _letters):
        lexemes = step(lexemes)
    return _segments(lexemes)


def _segments(lexemes: list[Lexeme]) -> list[list[Lexeme]]:
    segments: list[list[Lexeme]] = [[]]
    for lexeme in lexemes:
        if lexeme.type == "BREAK":
            segments.append([])
        else:
            segments[-1].append(lexeme)
    return [segment for segment in segments if segment]


def _words(raw: Sequence[str]) -> list[Lexeme]:
    """Each token, or the longest phrase that begins there, as a lexeme; spaces are skipped."""
    words, places, offset = [], [], 0
    for token in raw:
        bare = token.strip()
        if bare:
            words.append(bare)
            places.append((offset, offset + len(token.rstrip())))
        offset += len(token)
    lexemes, index = [], 0
    while index < len(words):
        length, entry = _longest(words, places, index, _after_number(lexemes))
        start, end = places[index][0], places[index + length - 1][1]
        word = " ".join(words[index : index + length])
        lexemes.append(Lexeme(entry.terminal, entry.value, start, end, word))
        index += length
    return lexemes


def _after_number(lexemes: list[Lexeme]) -> bool:
    last = [lexeme for lexeme in lexemes[-2:] if lexeme.type != "HYPHEN"]
    return bool(last) and _ends_number(last[-1])


def _longest(
    words: list[str], places: list[tuple[int, int]], index: int, after_number: bool
) -> tuple[int, Entry]:
    found = lexicon()
    first = words[index]
    for parts, entry in found.phrases.get(first.lower(), ()):
        length = _matched(words, index, parts)
        # "And up to 200" begins a figure; only behind a number does "and up" end one.
        if length and (after_number or entry.terminal not in _TRAILING):
            return length, entry
    if first[0].isdecimal() and first.isascii():
        numeral = parse_numeral(first)
        return 1, Entry("NUMERAL", numeral) if numeral else Entry("BREAK")
    if index and places[index][0] == places[index - 1][1] and words[index - 1][-1].isdecimal():
        return 1, _touching(first)
    entry = found.of(first)
    if entry and (after_number or entry.terminal not in _TRAILING):
        return 1, entry
    return 1, _sign(first)


def _matched(words: list[str], index: int, parts: tuple[str, ...]) -> int:
    """How many tokens the phrase takes, hyphens between its words included; 0 if it is not there."""
    at = index
    for number, part in enumerate(parts):
        if number and at < len(words) and words[at] in HYPHENS and part not in HYPHENS:
            at += 1
        if at >= len(words) or words[at].lower() != part:
            return 0
        at += 1
    return at - index


def _touching(word: str) -> Entry:
    """What letters mean that touch the numeral before them: "5m" may be metres or millions."""
    found = lexicon()
    if word in found.letters:
        return Entry("LETTER", word)
    return found.touching.get(word) or found.of(word) or _sign(word)


def _sign(word: str) -> Entry:
    if word in HYPHENS:
        return Entry("HYPHEN")
    if word in ("/", "⁄"):
        return Entry("SLASH")
    if word.lower() in _JOINTS or word.lower() in ("a", "an"):
        return Entry(word.upper())
    return Entry("LETTER", word) if word in lexicon().letters else Entry("BREAK", word)


def _hyphens(lexemes: list[Lexeme]) -> list[Lexeme]:
    """"five-year" loses its hyphen, "5-7" keeps it as a dash, "-5" is below zero."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.type != "HYPHEN":
            kept.append(lexeme)
            continue
        before = kept[-1] if kept else None
        after = lexemes[index + 1] if index + 1 < len(lexemes) else None
        kind = _hyphen(before, lexeme, after)
        if kind:
            kept.append(Lexeme(kind, None, lexeme.start, lexeme.end, lexeme.word))
    return kept


def _hyphen(before: Lexeme | None, hyphen: Lexeme, after: Lexeme | None) -> str | None:
    """What a hyphen is between two lexemes: a terminal, or None where it only joins words."""
    if after is None:
        return "BREAK"
    if before is not None and before.type in ("TO", "OR", "AND") and before.end == hyphen.start:
        return None
    if before is None or before.type not in _NUMBERS | {"UNIT", "LETTER"}:
        return "MINUS" if after.type == "NUMERAL" and hyphen.end == after.start else "BREAK"
    if after.type in ("UNIT", "TO", "OR_MORE", "OR_SO", "PART", "HUNDRED", "SCALE", "OR", "LETTER"):
        return None
    if after.type in ("NUMERAL", "SIGN", "FRACTION"):
        apart = before.end < hyphen.start and hyphen.end == after.start
        return "MINUS" if apart and hyphen.word != "–" else "DASH"
    if before.type == "TENS" and after.type == "ONES":
        return None
    return "DASH" if after.type in _WHOLE | {"VAGUE"} else "BREAK"


def _fractions(lexemes: list[Lexeme]) -> list[Lexeme]:
    """"1/4" and "⅔" are one number; "3 1/2", "2½" and "two and a half" add theirs."""
    kept: list[Lexeme] = []
    index = 0
    while index < len(lexemes):
        taken, fraction = _written_fraction(lexemes, index)
        if fraction is None:
            fraction = lexemes[index]
        if fraction.type == "FRACTION" and kept and _takes_a_fraction(kept[-1], fraction):
            fraction = Lexeme("ADD", fraction.value, fraction.start, fraction.end, fraction.word)
        kept.append(fraction)
        index += taken
    return kept


def _takes_a_fraction(before: Lexeme, fraction: Lexeme) -> bool:
    whole = before.type in ("NUMERAL", "ONES", "TEEN")
    return whole and fraction.word != "half" and before.word != "0"


def _written_fraction(lexemes: list[Lexeme], index: int) -> tuple[int, Lexeme | None]:
    """How many lexemes "1/4" or "and a half" takes here, and what it becomes."""
    kinds = [lexeme.type for lexeme in lexemes[index : index + 3]]
    if kinds == ["NUMERAL", "SLASH", "NUMERAL"]:
        top, _, bottom = lexemes[index : index + 3]
        value = _divided(top.value, bottom.value)
        kind = "FRACTION" if value is not None and top.end + 1 == bottom.start else "BREAK"
        return 3, Lexeme(kind, value, top.start, bottom.end, f"{top.word}/{bottom.word}")
    if index and kinds[:2] == ["AND", "A"] and lexemes[index - 1].type in ("ONES", "NUMERAL", "TEEN"):
        last = lexemes[index + 2] if len(kinds) == 3 else None
        if last and last.word in ("half", "third", "quarter"):
            value = Fraction(1, {"half": 2, "third": 3, "quarter": 4}[last.word])
            return 3, Lexeme("ADD", value, lexemes[index].start, last.end, f"and a {last.word}")
    return 1, None


def _divided(top: object, bottom: object) -> Fraction | None:
    if not isinstance(top, Numeral) or not isinstance(bottom, Numeral) or not bottom.value:
        return None
    small = top.step == bottom.step == 1 and bottom.value <= 1000
    return Fraction(top.value, bottom.value) if small else None


def _articles(lexemes: list[Lexeme]) -> list[Lexeme]:
    """"a hundred" is one hundred, "$5 a barrel" a rate, and "half a million" half of one."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.type not in ("A", "AN"):
            kept.append(lexeme)
            continue
        before = kept[-1] if kept else None
        after = lexemes[index + 1] if index + 1 < len(lexemes) else None
        kind = _article(before, after)
        if kind:
            kept.append(Lexeme(kind, 1, lexeme.start, lexeme.end, lexeme.word))
    return kept


def _article(before: Lexeme | None, after: Lexeme | None) -> str | None:
    if before is not None and before.word == "half":
        return None
    if after is None:
        return "BREAK"
    if after.type in _COUNTABLE or (after.type == "FRACTION" and after.word == "half"):
        return None if after.type == "FRACTION" else "ONES"
    if before is not None and after.type == "UNIT" and before.type in _NUMBERS | {"UNIT", "LETTER"}:
        return "PER"
    return "BREAK"


_Joint = Callable[[list[Lexeme], int], str | None]


def _joints(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Small words between numbers: each becomes a terminal, joins silently, or parts."""
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        decide = _JOINTS.get(lexeme.type.lower())
        kind = decide(lexemes, index) if decide else lexeme.type
        if kind:
            kept.append(Lexeme(kind, lexeme.value, lexeme.start, lexeme.end, lexeme.word))
    return kept


def _neighbours(lexemes: list[Lexeme], index: int) -> tuple[Lexeme | None, Lexeme | None]:
    before = lexemes[index - 1] if index else None
    return before, lexemes[index + 1] if index + 1 < len(lexemes) else None


def _ends_number(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.type in _NUMBERS | {"UNIT", "LETTER", "ADD", "OR_MORE"}


def _begins_number(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.type in _BEFORE_NUMBER


def _and(lexemes: list[Lexeme], index: int) -> str:
    """Inside a number ("a hundred and two") or between two ("between 5 and 7")."""
    before, after = _neighbours(lexemes, index)
    if before is None or after is None or not _begins_number(after):
        return "BREAK"
    if before.type in ("HUNDRED", "SCALE") and after.type in _WHOLE:
        if _worth(lexemes[index + 1 :]) < int(str(before.value)):
            return "AND_IN"
    opened = any(one.type == "BETWEEN" for one in lexemes[:index])
    return "AND" if opened else "BREAK"


def _worth(lexemes: list[Lexeme]) -> int:
    """Roughly what the number is worth that begins here."""
    total = 0
    for lexeme in lexemes:
        value = lexeme.value.value if isinstance(lexeme.value, Numeral) else lexeme.value
        if lexeme.type in _WHOLE and isinstance(value, int | Fraction):
            total += int(value)
        elif lexeme.type in ("HUNDRED", "SCALE") and isinstance(value, int):
            total *= value
        else:
            break
    return total


def _to(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    if _begins_number(after) and _ends_number(before):
        return "TO"
    return "BREAK"


def _or(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    return "OR" if _begins_number(after) and _ends_number(before) else "BREAK"


def _of(lexemes: list[Lexeme], index: int) -> str | None:
    """"millions of dollars", "a couple of hundred", "half of one percent"."""
    before, after = _neighbours(lexemes, index)
    if before is None or after is None:
        return "BREAK"
    vague = before.type in ("VAGUE", "HUNDRED", "SCALE", "PART") or before.word == "half"
    scaled = after.type in ("HUNDRED", "SCALE") and before.type == "VAGUE"
    return None if vague and (after.type == "UNIT" or scaled) else "BREAK"


def _in(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    whole = before is not None and after is not None and {before.type, after.type} <= _WHOLE
    return "OUT_OF" if whole else "BREAK"


def _out_of(lexemes: list[Lexeme], index: int) -> str:
    return _in(lexemes, index)


def _from(lexemes: list[Lexeme], index: int) -> str:
    later = [lexeme.type for lexeme in lexemes[index + 1 :]]
    begins = bool(later) and later[0] in _BEFORE_NUMBER
    return "FROM" if begins and ("TO" in later or "DASH" in later) else "BREAK"


def _per(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    fits = after is not None and after.type in ("UNIT", *_WHOLE)
    return "PER" if fits and _ends_number(before) else "BREAK"


def _point(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    spoken = before is not None and before.type in _WHOLE
    return "POINT" if spoken and after is not None and after.type == "ONES" else "BREAK"


def _minus(lexemes: list[Lexeme], index: int) -> str:
    after = _neighbours(lexemes, index)[1]
    return "MINUS" if after is not None and after.type in _WHOLE | {"FRACTION"} else "BREAK"


def _slash(lexemes: list[Lexeme], index: int) -> str:
    before, after = _neighbours(lexemes, index)
    unit = after is not None and after.type == "UNIT"
    return "PER" if unit and before is not None and before.type == "UNIT" else "BREAK"


_JOINTS: dict[str, _Joint] = {
    "and": _and, "to": _to, "or": _or, "of": _of, "in": _in, "out_of": _out_of, "from": _from,
    "per": _per, "point": _point, "minus": _minus, "slash": _slash,
}  # fmt: skip


def _letters(lexemes: list[Lexeme]) -> list[Lexeme]:
    """"$5m" and "5m jobs" are millions, "5m high" metres."""
    signed = False
    kept: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.type == "LETTER":
            after = lexemes[index + 1] if index + 1 < len(lexemes) else None
            touches = bool(kept) and kept[-1].end == lexeme.start
            entry = _letter(str(lexeme.value), signed=signed, touches=touches, after=after)
            lexeme = Lexeme(entry.terminal, entry.value, lexeme.start, lexeme.end, lexeme.word)
        elif lexeme.type not in ("NUMERAL", "DASH", "TO", "ABOUT", "OR"):
            signed = lexeme.type == "SIGN"
        kept.append(lexeme)
    return kept


def _letter(letter: str, *, signed: bool, touches: bool, after: Lexeme | None) -> Entry:
    found = lexicon()
    scale = Entry("SCALE", found.letters[letter])
    unit = found.touching.get(letter)
    if unit is None or signed:
        return scale if touches or signed else Entry("BREAK")
    counted = after is not None and (after.type == "UNIT" or _plural(after.word))
    return scale if touches and counted else unit if touches else Entry("BREAK")


def _plural(word: str) -> bool:
    # "100m hurdles" is a race.
    return word in ("people",) or (word.endswith("s") and word.islower() and word not in _RACES)


_RACES = frozenset("hurdles metres sprints finals heats races was is has as".split())


def segments_text(segments: list[list[Lexeme]]) -> Iterator[str]:
    """The segments as their terminals, for a look at what the grammar is given."""
    return (" ".join(lexeme.type for lexeme in segment) for segment in segments)
