"""A letter for each token, so that a regular expression can read how a sentence is built."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from factcheck.added import added
from factcheck.claims.lemmas import word_list
from factcheck.model import Sentence
from factcheck.tokens import Tokens, lens
from factcheck.values import dataclass

_SIGNS = {
    **{sign: sign for sign in ",;:.\"()'"},
    **dict.fromkeys("“”«»„‟", '"'),
    **dict.fromkeys("’‘", "'"),
    "!": ".",
    "?": ".",
    "…": ".",
    "[": "(",
    "]": ")",
}


@cache
def word_lists() -> dict[str, dict[str, Any]]:
    """The word lists that come along, by the name of their group."""
    return word_list("speakers") | word_list("attributions")


@cache
def _words() -> dict[str, str]:
    """The letter of each word in the lists that come along."""
    words = {"s": "s", "S": "N"}
    for group in word_lists().values():
        if "letter" in group:
            words.update(dict.fromkeys(group["words"].split(), group["letter"]))
    # A newsroom's words go before ours.
    for name, row in added().get("speakers", {}).items():
        words.update(dict.fromkeys(row["words"].split(), word_lists()[name]["letter"]))
    return words


def letter_of(raw: str) -> str:
    """The letter of a token, or of a phrase in the lists."""
    word = raw.rstrip(" ")
    letter = _words().get(word)
    if letter:
        return letter
    # So are most words; each new one passes here, which is a third of what shapes cost.
    return "n" if word.islower() and word.isalpha() else _letter(word, raw)


def _letter(word: str, raw: str) -> str:
    if not word or word.isspace():
        return " "
    # "US" is not "us", "IT" not "it".
    if len(word) == 1 or len(word) > 4 or not word.isupper():
        found = _words().get(word.lower())
        if found:
            return found
    first = word[0]
    if first.isdecimal():
        return "9"
    if first.isalpha():
        return "N" if first.isupper() else "n"
    if first in "-–—":
        return "-" if raw == "-" else "_"
    return _SIGNS.get(first, "#")


_LENS = lens(letter_of)


def shape(tokens: Tokens) -> str:
    """One letter a token."""
    return tokens.shape(_LENS)


@dataclass(frozen=True, slots=True)
class Passage:
    """The shape of one sentence; `places[i]` is the token that `letters[i]` stands for.

    `quoted` says that a quotation stands open where the sentence begins.
    """

    letters: str
    tokens: Tokens
    places: Sequence[int]
    sentence: int
    quoted: bool = False

    def start(self, index: int) -> int:
        """The offset at which a letter's token begins."""
        return self.tokens.starts[self.places[index]]

    def end(self, index: int) -> int:
        """The offset at which the token before this letter ends, its space left out."""
        return self.tokens.end(self.places[index - 1])

    def word(self, index: int) -> str:
        """The token a letter stands for; "" beyond the passage."""
        return self.tokens.word(self.places[index]) if 0 <= index < len(self.letters) else ""

    def words(self, first: int, last: int) -> str:
        """What stands from one letter to before another, line breaks as spaces."""
        raw = self.tokens.raw[self.places[first] : self.places[last - 1] + 1]
        return " ".join("".join(raw).split())


def passage(
    whole: str, tokens: Tokens, index: int, sentence: Sentence, *, quoted: bool = False
) -> Passage:
    """One sentence's part of the shape, without the line breaks of a wrapped text."""
    first, last = sentence.first, sentence.last
    part = whole[first:last]
    if " " not in part:
        return Passage(part, tokens, range(first, last), index, quoted)
    kept = [at for at in range(first, last) if whole[at] != " "]
    return Passage(part.replace(" ", ""), tokens, kept, index, quoted)
