"""A letter for each token, so that a regular expression can read how a sentence is built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from factcheck.added import added
from factcheck.claims.lemmas import word_list
from factcheck.tokens import Tokens
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
# Distinct tokens grow without end in a server that lives for weeks.
_MOST = 200_000


class Letters(dict[str, str]):
    """The letter of each token; what is asked once is found faster the next time."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, raw: str) -> str:
        if len(self) > _MOST:
            self.clear()
        word = raw.rstrip(" ")
        letter = self._words.get(word)
        if not letter:
            # So are most words; each new one passes here, which is a third of what shapes cost.
            plain = word.islower() and word.isalpha()
            letter = "n" if plain else self._letter(word, raw)
        self[raw] = letter
        return letter

    def _letter(self, word: str, raw: str) -> str:
        if not word or word.isspace():
            return " "
        # "US" is not "us", "IT" not "it".
        if len(word) == 1 or len(word) > 4 or not word.isupper():
            found = self._words.get(word.lower())
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


@cache
def word_lists() -> dict[str, dict[str, Any]]:
    """The word lists that come along, by the name of their group."""
    return word_list("speakers") | word_list("attributions")


@cache
def letters() -> Letters:
    """The letter of each token by the word lists that come along."""
    words = {"s": "s", "S": "N"}
    for group in word_lists().values():
        if "letter" in group:
            words.update(dict.fromkeys(group["words"].split(), group["letter"]))
    # A newsroom's words go before ours.
    for name, row in added().get("speakers", {}).items():
        words.update(dict.fromkeys(row["words"].split(), word_lists()[name]["letter"]))
    return Letters(words)


def shape(raw: Iterable[str]) -> str:
    """One letter a token."""
    return "".join(map(letters().__getitem__, raw))


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
    whole: str, tokens: Tokens, sentence: int, first: int, last: int, *, quoted: bool = False
) -> Passage:
    """One sentence's part of the shape, without the line breaks of a wrapped text."""
    part = whole[first:last]
    if " " not in part:
        return Passage(part, tokens, range(first, last), sentence, quoted)
    kept = [index for index in range(first, last) if whole[index] != " "]
    return Passage(part.replace(" ", ""), tokens, kept, sentence, quoted)
