"""The shape of a text: one letter for each token, so that dates can be sought as patterns."""

from __future__ import annotations

from factcheck.dates.words import Words, known_words
from factcheck.model import Span
from factcheck.tokens import Tokens, lens
from factcheck.values import dataclass

OTHER = "_"


def _letter_of(raw: str) -> str:
    words = known_words()
    if raw in words.raw:
        return words.raw[raw]
    word = raw.rstrip(" ")
    lower = word.lower()
    # So are nearly all words; each new one passes here, which is most of what dates cost.
    if word.isalpha() and lower not in words.capitalised and lower not in words.anycase:
        return OTHER
    return _letter(word, lower)


def _letter(word: str, lower: str) -> str:
    if not word or word == "\n":
        return "n"
    if word[0] in "0123456789":
        return _numeral(word)
    words = known_words()
    if lower in words.capitalised and word in (lower.capitalize(), lower.upper()):
        return words.capitalised[lower]
    if len(word) == 2 and word[0] in "QH" and word[1] in "1234":
        return "H"
    if word[:2] == "FY" and len(word) in (4, 6) and word[2:].isdecimal() and word.isascii():
        return "G"
    return words.anycase.get(lower, OTHER)


def _numeral(word: str) -> str:
    """d: 1 to 31; e: any other two digits; Y: a possible year; z, k: a possible clock time."""
    if word.isdecimal():
        if len(word) <= 2:
            return "d" if 1 <= int(word) <= 31 else "e"
        if len(word) != 4:
            return OTHER
        if "1000" <= word <= "2100":
            return "Y"
        return "z" if word < "2400" and word[2] < "6" else OTHER
    parts = word.split(".")
    if "," in word or len(word) > 10:
        return OTHER
    lengths = tuple(map(len, parts))
    if len(parts) == 3 and max(lengths) == 4 and (lengths[2] == 4 or lengths[0] == 4):
        return "F"
    return "k" if len(parts) == 2 and lengths[0] <= 2 and lengths[1] == 2 else OTHER


_LENS = lens(_letter_of)


@dataclass(frozen=True, slots=True)
class Page:
    """A text's tokens with their shape: `shape[i]` is the letter of the i-th token."""

    tokens: Tokens
    shape: str
    words: Words

    def word(self, index: int) -> str:
        """The token in lower case, its space left out."""
        return self.tokens.word(index).lower()

    def number(self, index: int) -> int:
        """The numeral's value."""
        return int(self.tokens.raw[index])

    def previous(self, index: int) -> int:
        """The index of the token before this one, a line break skipped; -1 at the start."""
        before = index - 1
        return before - 1 if before >= 0 and self.shape[before] == "n" else before

    def following(self, index: int) -> int:
        """The index of the token after this one, a line break skipped."""
        after = index + 1
        return after + 1 if self.shape[after : after + 1] == "n" else after

    def joined_to(self, index: int) -> str:
        """The token that touches this one on its left, "" for none."""
        before = self.tokens.raw[index - 1] if index else ""
        return "" if before.endswith((" ", "\n")) else before

    def joins(self, index: int) -> str:
        """The token that touches this one on its right, without its space, "" for none."""
        return self.tokens.word(index + 1) if self.tokens.touches_next(index) else ""

    def span(self, first: int, stop: int) -> Span:
        """Where the tokens from `first` to `stop` (half-open) stand."""
        return Span(self.tokens.starts[first], self.tokens.end(stop - 1))

    def wording(self, first: int, stop: int) -> str:
        """The tokens from `first` to `stop` (half-open) as one line in lower case."""
        return " ".join("".join(self.tokens.raw[first:stop]).lower().split())


def page_of(tokens: Tokens) -> Page:
    """The tokens with their shape."""
    return Page(tokens, tokens.shape(_LENS), known_words())
