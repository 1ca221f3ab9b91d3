"""The terminals of grammar.lark with their values and places, and which kinds there are."""

from __future__ import annotations

WHOLE = frozenset(("ONES", "TEEN", "TENS", "NUMERAL", "ZERO"))
SCALES = frozenset(("HUNDRED", "SCALE"))
NUMBERS = WHOLE | SCALES | {"FRACTION", "VAGUE", "PART", "ADD"}
BOUNDS = frozenset(("ABOVE", "AT_LEAST", "BELOW", "AT_MOST"))
HEDGES = BOUNDS | {"ABOUT", "EXACTLY"}
TRAILING = frozenset(("OR_MORE", "OR_LESS", "OR_SO", "BELOW_ZERO"))
# What the first word of a figure's number can be, and the last of one that may go on.
BEGINS = NUMBERS | HEDGES | {"SIGN", "MINUS"}
ENDS = NUMBERS | {"UNIT", "LETTER", "EACH"} | TRAILING
HYPHENS = frozenset("-‐‑–—−")


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

    def turned(self, kind: str, value: object = None) -> Lexeme:
        """The same words as another terminal; their value stays unless another is given."""
        return Lexeme(kind, self.value if value is None else value, self.start, self.end, self.word)


def joined(kind: str, value: object, lexemes: list[Lexeme]) -> Lexeme:
    """Several lexemes as one terminal."""
    words = " ".join(lexeme.word for lexeme in lexemes)
    return Lexeme(kind, value, lexemes[0].start, lexemes[-1].end, words)
