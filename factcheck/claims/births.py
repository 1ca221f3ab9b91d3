"""Who was born when, as a story says it: "Ada Orme (born 4 March 1951)", "Born in 1951, …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.claims.cues import Cues
from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import NAMES
from factcheck.dates.halves import halves
from factcheck.model import Date, Document, Sentence
from factcheck.tokens import Tokens
from factcheck.values import dataclass

_CUES = Cues("born")
_KNOWN = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth: the words of the name, none where the sentence opens with it."""

    date: Date
    name: tuple[str, ...]
    sentence: int
    died: Date | None = None


@lru_cache(maxsize=1)
def find_births(document: Document) -> tuple[Birth, ...]:
    """Each date of birth, in reading order; most stories have none."""
    if _CUES.stand_in(document):
        return tuple(_births(document))
    for date in document.dates:
        if date.end is not None and _bracketed(document.prose, date):
            return tuple(_births(document))
    return ()


def _bracketed(prose: str, date: Date) -> bool:
    before, after = date.span.start - 1, date.span.end
    return prose[max(0, before)] == "(" and prose.startswith(")", after)


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
    named = bool(date.relative or date.part)
    return date.year is not None and date.precision in _KNOWN and not named


def _born(document: Document, date: Date, sentence: Sentence) -> tuple[str, ...] | None:
    """Whose birth the date is: () where the sentence opens with it, None where it is none."""
    tokens = document.tokens
    after = tokens.at(date.span.end - 1) + 1
    # "Born in 1950 and 1953" is of two.
    if tokens.word(after) in ("and", "or") and tokens.word(after + 1).isdigit():
        return None
    at = tokens.at(date.span.start) - 1
    while at >= sentence.first and tokens.word(at).lower() != "born":
        word = tokens.word(at)
        if not (word[:1].isupper() or word in _words("birthplaces")):
            return None
        at -= 1
    if at == sentence.first and _reaches_comma(tokens, after):
        return ()
    return _whose(tokens, at - 1, sentence.first) if at > sentence.first else None


def _reaches_comma(tokens: Tokens, at: int) -> bool:
    """Whether only a place stands before the comma: "Born in 1950 in Quenby, …"."""
    for one in range(at, at + 8):
        word = tokens.word(one)
        if word == ",":
            return True
        if not (word[:1].isupper() or word in ("in", "near", "at", "of", "the")):
            return False
    return False


def _whose(tokens: Tokens, at: int, first: int) -> tuple[str, ...] | None:
    """The name before "born": "Ada Orme, 42, who was born", "Ada Orme (born", "She was born"."""
    while at > first and tokens.word(at) in ("was", "who", ",", "(", "is", "been", "had"):
        at -= 1
    if at > first + 1 and tokens.word(at).isdigit() and tokens.word(at - 1) == ",":
        at -= 2
    if at == first and tokens.word(at) in ("He", "She"):
        return (tokens.word(at),)
    if at == first + 1 and tokens.word(first) == "The":
        return ("The", tokens.word(at))
    stops = at + 1, _aside(tokens, at, first)
    return next((name for stop in stops if (name := _name_to(tokens, stop, first))), None)


def _aside(tokens: Tokens, at: int, first: int) -> int:
    """Where ", who turned 40 in 2010," begins; the sentence's first token for no such aside."""
    for start in range(at, max(first, at - 14), -1):
        if tokens.word(start) == "who" and tokens.word(start - 1) == ",":
            return start - 1
        if tokens.word(start) in (";", "(", ")", "and", "but"):
            break
    return first


def _name_to(tokens: Tokens, stop: int, first: int) -> tuple[str, ...]:
    start = stop
    while start > first and NAMES[tokens.word(start - 1)]:
        start -= 1
    return tuple(map(tokens.word, range(start, stop)))


def _bracket_name(tokens: Tokens, date: Date) -> tuple[str, ...]:
    """The name before a bracket; none in "Mayor Ada Orme (1990-2010)"."""
    at = tokens.at(date.span.start)
    name = _name_to(tokens, at - 1, 0)
    titled = any(word.lower() in _words("offices") for word in (*name, tokens.word(at - 2)))
    return name if len(name) > 1 and not titled else ()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("dated")["lives"][name].split())
