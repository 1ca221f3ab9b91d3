"""Where a figure may stand: windows of tokens round every number word and numeral."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.quantities.dating import without_dates
from factcheck.quantities.lexemes import HEDGES, TRAILING, WHOLE
from factcheck.quantities.lexicon import Entry, Lexicon, lexicon
from factcheck.tokens import Tokens, lens

# One character a token: n begins a window, u can end one, l can lead one, e can do both
# ("over"), m can only stand before or between, t counts only where it touches a number,
# d is a point, c a comma, p a part ("third"), z a "no", _ is space that markup left behind, and
# a dot stands for all other words. "More than a year" and "a third" have no number word: a bound or
# nothing with an article and a unit or a part is a seed too, and so are ranks (x) in "between
# the tenth and the fifteenth".
_SEED = re.compile(
    # Every alternative begins with this one set, which is searched for three times faster.
    r"[nzpax](?:(?:(?<=[nz])|(?<=p)(?=n)|(?<=a)(?:p|(?<=[leb]a)u))"
    r"[nzputelmabd_]*(?:(?<=[nu])c(?=n)[nzputelmabd_]*)*"
    r"|(?<=[lb]m[xp])[xplmeb]*)"
)
_BEFORE = frozenset("meltadb_")
_LEFT = 7
# Longer windows are lists or tables; what is cut off is read as a window of its own.
_RIGHT = 40

# "USD115" and, behind a dollar sign, "US115" are one token; so is the exponent of "1.3e6".
GLUED = re.compile(r"([A-Z][A-Za-z]{0,2})([0-9]+)([a-z]{0,2})")
EXPONENT = re.compile(r"[eE][0-9]{0,2}|x[0-9]{1,2}")

_DIGITS = frozenset("0123456789")
_SEEDS = WHOLE | {"HUNDRED", "SCALE", "VAGUE", "FRACTION"}
_LEADING = HEDGES | {
    "SIGN", "MINUS", "AGED", "PLUS_MINUS", "BETWEEN", "FROM", "RANGING", "HYPHEN", "NONE",
}  # fmt: skip
_BY_TERMINAL = {"NONE": "z", "PART": "p", "DOT": "d", "A": "a", "AN": "a", "ORDINAL": "x"}
_ENDING = TRAILING | {"UNIT", "EACH"}


def _class_of(token: str) -> str:
    word = token.rstrip(" ")
    known = _known()
    if word in known or word.lower() in known:
        return _class_of_known(word, lexicon())
    if token[0] in _DIGITS:
        return "n"
    if word == ",":
        return "d" if token == "," else "c"
    if not word.isalpha() and word.isalnum():
        return "n" if GLUED.fullmatch(word) else "u" if EXPONENT.fullmatch(word) else "."
    # Space within a line parts nothing; a line's end does.
    return "_" if token.isspace() and "\n" not in token else "."


@cache
def _known() -> frozenset[str]:
    found = lexicon()
    return frozenset((*found.words, *found.touching, *found.letters, *found.parts, "e", "E"))


def _class_of_known(word: str, found: Lexicon) -> str:
    lower = word.lower()
    if lower == "e":
        return "u"
    entry = found.of(word)
    terminal = entry.terminal if entry else ""
    if terminal in _SEEDS:
        return "n"
    if terminal in _BY_TERMINAL:
        return _BY_TERMINAL[terminal]
    leads = terminal in _LEADING or is_code(word, entry) or lower in found.leaders
    ends = (
        terminal in _ENDING or terminal == "SIGN" or lower in found.endings or word in found.letters
    )
    if ends:
        return "e" if leads else "u"
    if terminal in _LEADING:
        return "l"
    return "t" if word in found.touching else "b" if lower in ("than", "least") else "m"


def is_code(word: str, entry: Entry | None) -> bool:
    """Whether the word is a currency's code, which may stand before its number: "USD 200"."""
    if entry is None or entry.terminal != "UNIT" or not word.isupper():
        return False
    return len(word) == 3 == len(str(entry.value))


_LENS = lens(_class_of)


def shape_of(tokens: Tokens, covered: list[range]) -> str:
    """The classes of all tokens as one string; covered tokens belong to no figure."""
    shape = tokens.shape(_LENS)
    if not covered:
        return shape
    # Joined once: a text may be nothing but dates.
    pieces: list[str] = []
    done = 0
    for places in covered:
        pieces += shape[done : places.start], "." * len(places)
        done = places.stop
    pieces.append(shape[done:])
    return "".join(pieces)


def find_windows(raw: list[str], shape: str) -> Iterator[tuple[int, int]]:
    """Half-open token ranges that may hold figures, in order and apart from each other."""
    free = 0
    shape = without_dates(raw, shape)
    for match in _SEED.finditer(shape):
        first, end = match.span()
        if first > free and shape[first - 1] in _BEFORE:
            first = _led(raw, shape, max(free, first - _LEFT), first)
        if end - first <= _RIGHT and shape[end - 1] in "nu":
            yield first, end
        else:
            for start in range(first, end, _RIGHT):
                stop = _trimmed(raw, shape, start, min(start + _RIGHT, end))
                if stop > start:
                    yield start, stop
        free = end


def _led(raw: list[str], shape: str, lowest: int, seed: int) -> int:
    """How far left the words before a seed belong to it: "in excess of" yes, "in the" no."""
    first = seed
    while first > lowest and shape[first - 1] in _BEFORE:
        first -= 1
    while first < seed and not _opens(raw, shape, first, seed):
        first += 1
    return first


def _opens(raw: list[str], shape: str, first: int, seed: int) -> bool:
    """Whether a figure can begin with this token."""
    kind, word = shape[first], raw[first].rstrip()
    if kind == "l":
        return True
    if kind == "a" and first + 1 == seed:
        return True
    if kind == "d" and first + 1 == seed:
        return raw[first] == "."
    found = lexicon()
    if (word.lower(), raw[first + 1].rstrip().lower()) in found.openings:
        return True
    entry = found.of(word) if kind == "e" else None
    return entry is not None and (entry.terminal in _LEADING or is_code(word, entry))


def _trimmed(raw: list[str], shape: str, start: int, stop: int) -> int:
    """Where a window ends: words that lead on to no number are left out."""
    while stop > start:
        kind = shape[stop - 1]
        apart = kind == "t" and raw[stop - 2].endswith(" ") and "u" not in shape[start:stop]
        if not apart and kind not in "mlabd_":
            break
        stop -= 1
    return stop
