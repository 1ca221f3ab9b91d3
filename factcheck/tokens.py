"""Words, numerals and signs of a text with their places; knows nothing of what they mean."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from sys import intern

from factcheck.values import dataclass, field

# Each token takes the spaces behind it along: half as many tokens, no two words parted by blanked
# markup ("**12** goats"), and whether two tokens touch ("$5", "15k", "five-year") can be seen
# from the token alone. A numeral ends before the letters that follow it; letters keep the digits
# that follow them ("G20", "MH370").
_TOKEN = (
    r"[A-Za-z][A-Za-z0-9_]*+\w*+ *+|[,.'\"()-] *+|[0-9]++(?:[.,][0-9]++)*+ *+|\n++|[^\S\n]++"
    r"|[^\W0-9]\w*+ *+|\w *+|. *+"
)
# The same where every letter is one of A to Z: a fifth faster.
_ASCII_TOKEN = (
    r"[A-Za-z][A-Za-z0-9_]*+ *+|[,.'\"()-] *+|[0-9]++(?:[.,][0-9]++)*+ *+|\n++"
    r"|[\t\x0b-\r\x1c-\x1f ]++|_[A-Za-z0-9_]*+ *+|. *+"
)

# Distinct tokens grow without end in a server that lives for weeks.
_MOST = 200_000

_LENSES: list[Callable[[str], str]] = []


def lens(letter_of: Callable[[str], str]) -> int:
    """Have each token seen by one more reader; gives the number of its lens.

    `letter_of` gives one letter for a token with its spaces, the same whenever it is asked.
    """
    _LENSES.append(letter_of)
    _LETTERS.clear()
    return len(_LENSES) - 1


class _Letters(dict[str, str]):
    """The letters of a token, one by each lens.

    To look a token up costs more than all else that is done with most of them, so it is looked
    up once for all who read it.
    """

    def __missing__(self, raw: str) -> str:
        if len(self) > _MOST:
            self.clear()
        # Few distinct ones, kept once each, stay in the processor's cache.
        found = self[raw] = intern("".join([letter_of(raw) for letter_of in _LENSES]))
        return found


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens without remainder.

    `raw[i]` is the i-th token with the spaces that may follow it, and begins at offset
    `starts[i]`; `starts` has one entry more than `raw`, the length of the text. White space of
    other kinds is a token of its own. `"".join(raw)` is the text. `shapes` are what `shape` has
    found.
    """

    raw: list[str]
    starts: list[int]
    shapes: list[str] = field(compare=False)

    def shape(self, number: int) -> str:
        """The tokens as the lens of this number sees them, one letter each."""
        if number >= len(self.shapes):
            letters = "".join(map(_LETTERS.__getitem__, self.raw))
            count = len(_LENSES)
            self.shapes[:] = [letters[first::count] for first in range(count)]
        return self.shapes[number]

    def __len__(self) -> int:
        return len(self.raw)

    def word(self, index: int) -> str:
        """The token without its spaces; "" beyond either end of the text."""
        return self.raw[index].rstrip(" ") if 0 <= index < len(self.raw) else ""

    def end(self, index: int) -> int:
        """The offset after the token's last character, its spaces left out."""
        return self.starts[index] + len(self.raw[index].rstrip(" "))

    def touches_next(self, index: int) -> bool:
        """Whether nothing stands between this token and the next."""
        return not self.raw[index].endswith((" ", "\n"))

    def at(self, offset: int) -> int:
        """The index of the token that holds this offset."""
        return bisect_right(self.starts, offset) - 1

    def between(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in the half-open span."""
        count = len(self.raw)
        return range(
            bisect_left(self.starts, start, 0, count), bisect_left(self.starts, end, 0, count)
        )

    def words(self, start: int, end: int) -> Iterator[str]:
        """The tokens that begin in the half-open span, without their spaces."""
        return (self.raw[index].rstrip(" ") for index in self.between(start, end))


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens."""
    raw = re.findall(_ASCII_TOKEN if text.isascii() else _TOKEN, text, re.DOTALL)
    return Tokens(raw, list(accumulate(map(len, raw), initial=0)), [])
