"""Every number a text names in whatever part: figure, year, score, label, ordinal, "both"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import compress
from typing import Any, Literal

from factcheck.model import Span
from factcheck.quantities.context import words
from factcheck.quantities.numerals import parse_numeral
from factcheck.tables import beside, load_table
from factcheck.tokens import Tokens
from factcheck.tuples import NamedTuple

Number = int | Fraction
Form = Literal["figure", "ordinal", "decade", "name", "word"]
# A dash between two words, as in "Found—23 years later", joins nothing.
_HYPHENS = frozenset("-‐‑–")


class Mention(NamedTuple):
    """A number with its place and what it is worth, scale words included.

    `step` is the worth of the last place written. `form` tells "two" (a figure) from "second"
    (an ordinal), "the 20s" (a decade), "G20" (a name) and "both" (a word). `label` is what stands
    before the number as its name: the letters of "G20" and "Covid-19", the word of "Area 51",
    in lower case. `first` and `last` are its tokens, half-open.
    """

    span: Span
    value: Number
    first: int
    last: int
    step: Number = 1
    form: Form = "figure"
    label: str = ""


class _Read(NamedTuple):
    """A number as far as it has been read."""

    value: Number
    step: Number
    form: Form
    label: str = ""


def find_mentions(tokens: Tokens, first: int, last: int) -> Iterator[Mention]:
    """The numbers that tokens `first` to `last` (half-open) name, in reading order."""
    raw, end = tokens.raw, first
    for index in compress(range(first, last), map(_READ.__getitem__, raw[first:last])):
        read = _READ[raw[index]]
        if index >= end and read is not None:
            mention = _mention(tokens, index, last, read)
            yield mention
            end = mention.last


def names_number(token: str) -> bool:
    """Whether a token names a number by itself and counts with it, as "both" does not."""
    read = _READ[token]
    return read is not None and read.form != "word"


def _mention(tokens: Tokens, first: int, last: int, read: _Read) -> Mention:
    end, (value, step, form, label) = first + 1, read
    if form == "figure":
        if end < last and _LENGTHENS[tokens.raw[end]]:
            (value, step, form, _), end = _lengthened(tokens, first, last, read)
        tied = _tied_before(tokens, first)
        label = _label(tokens, first - 2 if tied else first - 1, tied=tied)
        form = "name" if label and tied else form
    span = Span(tokens.starts[first], tokens.end(end - 1))
    return Mention(span, value, first, end, step, form, label)


def _lengthened(tokens: Tokens, first: int, last: int, read: _Read) -> tuple[_Read, int]:
    """The number with the words that belong to it: "twenty-one", "2.5 million", "2nd", "5K"."""
    end = first + 1
    written = tokens.word(first)[:1].isdecimal()
    ending = _table()["endings"].get(tokens.word(end)) if written and end < last else None
    if ending and tokens.touches_next(first):
        return read._replace(form=ending), end + 1
    for _ in range(3):
        at = _past_hyphen(tokens, end)
        if at >= last or "\n" in tokens.raw[end - 1]:
            break
        scale = _scale(tokens.word(at), touching=at == end and tokens.touches_next(end - 1))
        more = None if written else _ones(read.value, tokens.word(at))
        if scale:
            read = read._replace(value=read.value * scale, step=read.step * scale)
        elif more:
            read = _Read(read.value + more.value, 1, more.form)
        else:
            break
        end = at + 1
    return read, end


def _past_hyphen(tokens: Tokens, index: int) -> int:
    """The token, or the one behind it where it is a hyphen between two words."""
    return index + 1 if _tied_before(tokens, index + 1) else index


def _tied_before(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen joins the token to the word before it."""
    hyphen = tokens.word(index - 1) in _HYPHENS and index > 1
    return hyphen and tokens.touches_next(index - 1) and tokens.touches_next(index - 2)


def _scale(word: str, *, touching: bool) -> int:
    """What a word behind a number multiplies it with, 0 where it does not."""
    if touching:
        return int(_table()["letters"].get(word, 0))
    return int(_table()["scales"].get(word.lower(), 0))


def _ones(value: Number, word: str) -> _Read | None:
    """The "one" of "twenty-one" or the "first" of "twenty-first"."""
    more = _READ[word]
    if more is None or word[:1].isdecimal() or value not in range(20, 100, 10):
        return None
    return more if more.form in ("figure", "ordinal") and 1 <= more.value <= 9 else None


def _label(tokens: Tokens, index: int, *, tied: bool) -> str:
    """The name that stands before a number: "Area 51", "Covid-19", "Windows 8", "No. 2"."""
    if index < 0 or not (tied or not tokens.touches_next(index)):
        return ""
    if tokens.word(index) == "." and index and tokens.touches_next(index - 1):
        index -= 1
    word = tokens.word(index)
    named = word[:1].isupper() or (not tied and word.lower() in words("labels"))
    return word.lower() if named and word.lower() not in _no_labels() else ""


class _Readings(dict[str, "_Read | None"]):
    """The number a token names, found once."""

    def __missing__(self, token: str) -> _Read | None:
        if len(self) > 500_000:
            self.clear()
        found = self[token] = _read(token.strip())
        return found


class _Lengthening(dict[str, bool]):
    """Whether a token may belong to the number before it: a scale, an ending, a hyphen, "one"."""

    def __missing__(self, token: str) -> bool:
        if len(self) > 500_000:
            self.clear()
        word, table = token.rstrip(" "), _table()
        known = word in table["endings"] or word in table["letters"] or word in _HYPHENS
        found = known or word.lower() in table["scales"] or names_number(word)
        self[token] = found
        return found


_READ = _Readings()
_LENGTHENS = _Lengthening()


def _read(word: str) -> _Read | None:
    if word[:1].isdecimal() and word.isascii():
        numeral = parse_numeral(word)
        return _Read(numeral.value, numeral.step, "figure") if numeral else None
    known = _words().get(word.lower())
    if known is not None:
        return known
    # "G20", "MH370": the number within the name.
    label = word.rstrip("0123456789")
    digits = word[len(label) :]
    if not label.isalpha() or not 0 < len(digits) < 9 or not word[:1].isupper():
        return None
    return _Read(int(digits), 1, "name", label.lower())


@cache
def _table() -> dict[str, Any]:
    return load_table(beside(__file__, "mentions.toml"))


@cache
def _no_labels() -> frozenset[str]:
    return frozenset(_table()["no_labels"].split())


@cache
def _words() -> dict[str, _Read]:
    """The words that name a number: "twelve", "twelfth", "both"."""
    forms: dict[str, Form] = {"figures": "figure", "ordinals": "ordinal", "words": "word"}
    return {
        word: _Read(int(number), 1, form)
        for part, form in forms.items()
        for number, row in _table()[part].items()
        for word in row.split()
    }
