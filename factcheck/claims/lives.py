"""A birth, and how old the story says the same person was on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import NAMES
from factcheck.dates.halves import halves
from factcheck.model import Date, Document, Quantity, Sentence, Span
from factcheck.tokens import Tokens

_OLDEST = 120
_KNOWN = ("year", "month", "day")
_PLACES = frozenset(("in", "at", "near", "of", "from", "to", "the", "on"))
_REACH = 60


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth: the words of the name, none where the sentence opens with it."""

    date: Date
    name: tuple[str, ...]
    sentence: int
    died: Date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """When somebody was born, and an age with the day they had it.

    `on` is None for the day of the story. `turned` says that they came to that age on that day.
    """

    born: Date
    age: Quantity
    on: Date | None
    turned: bool = False


@lru_cache(maxsize=1)
def find_lives(document: Document) -> tuple[Life, ...]:
    """Each age of somebody whose date of birth the story gives, in reading order."""
    prose = document.prose
    if "born" not in prose and not any(one.end and _bracketed(prose, one) for one in document.dates):
        return ()
    return tuple(life for birth in _births(document) for life in _ages_of(document, birth))


def _bracketed(prose: str, date: Date) -> bool:
    return prose[max(0, date.span.start - 1)] == "(" and prose[date.span.end : date.span.end + 1] == ")"


def _births(document: Document) -> Iterator[Birth]:
    for date in document.dates:
        if not _is_known(date) or (date.end and not _is_known(date.end)):
            continue
        at = document.sentence_at(date.span.start)
        if at < 0:
            continue
        if date.end is None:
            name = _born(document, date, document.sentences[at])
            if name is not None:
                yield Birth(date, name, at)
        elif _bracketed(document.prose, date) and (name := _bracket_name(document.tokens, date)):
            born, died = halves(document, date)
            yield Birth(born, name, at, died)


def _is_known(date: Date) -> bool:
    return date.year is not None and date.precision in _KNOWN and not date.relative and not date.part


def _born(document: Document, date: Date, sentence: Sentence) -> tuple[str, ...] | None:
    """Whose birth the date is: () where the sentence opens with it, None where it is none."""
    tokens = document.tokens
    at = tokens.at(date.span.start) - 1
    while at >= sentence.first and tokens.word(at) != "born":
        word = tokens.word(at)
        if not (word[:1].isupper() or word.lower() in _words("birthplaces") or word == "\n"):
            return None
        at -= 1
    after = tokens.word(tokens.at(date.span.end - 1) + 1)
    # "Born in 1950 and 1953" is of two.
    if at < sentence.first or after in ("and", "or"):
        return _opens(document, sentence, after)
    return _whose(tokens, at - 1, sentence.first)


def _opens(document: Document, sentence: Sentence, after: str) -> tuple[str, ...] | None:
    """Whether it is "Born in 1950, …"."""
    return () if document.tokens.word(sentence.first) == "Born" and after == "," else None


def _whose(tokens: Tokens, at: int, first: int) -> tuple[str, ...] | None:
    """The name before "born": "Ada Orme, 42, who was born", "Ada Orme (born", "She was born"."""
    while at > first and tokens.word(at) in ("was", "who", ",", "(", "is", "been", "had"):
        at -= 1
    if at > first + 1 and tokens.word(at).isdigit() and tokens.word(at - 1) == ",":
        at -= 2
    if tokens.word(at) in ("He", "She") and at == first:
        return (tokens.word(at),)
    return _name_to(tokens, at + 1, first) or None


def _name_to(tokens: Tokens, stop: int, first: int) -> tuple[str, ...]:
    start = stop
    while start > first and NAMES[tokens.word(start - 1)]:
        start -= 1
    return tuple(map(tokens.word, range(start, stop)))


def _bracket_name(tokens: Tokens, date: Date) -> tuple[str, ...]:
    """"Ada Orme (1950-2019)", but not "Mayor Ada Orme (1990-2010)"."""
    at = tokens.at(date.span.start)
    name = _name_to(tokens, at - 1, 0)
    titled = any(word.lower() in _words("offices") for word in (*name, tokens.word(at - 2)))
    return name if len(name) > 1 and not titled else ()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("dated")["lives"][name].split())
