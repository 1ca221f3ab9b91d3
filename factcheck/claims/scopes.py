"""Where and when a figure holds, and in what state: now or then, done or planned."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import NAMES
from factcheck.model import Sentence
from factcheck.tokens import Tokens

_ENDS_CLAUSE = frozenset((",", ";", ":", "—", "–", "(", ")", "and", "but", "while", "whereas"))
_STOPS = frozenset((",", ";", ":", "—", "–", "(", ")"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("scopes")[name].split())


@cache
def _states() -> dict[str, str]:
    return {
        word: state
        for state, words in word_list("scopes")["state"].items()
        for word in words.split()
    }


class Place(NamedTuple):
    """A place as the story words it, and the tokens it stands in, its preposition included."""

    name: str = ""
    tokens: range = range(0)


def place_after(tokens: Tokens, index: int, last: int) -> Place:
    """The place named behind a figure, in the same clause: "14,000 in Syria"."""
    for at in range(index, min(index + 8, last)):
        word = tokens.word(at)
        if word in _STOPS or word == "and":
            return Place()
        if word.lower() in _words("place_prepositions"):
            found = _name(tokens, at + 1, last)
            if found.name:
                return Place(found.name, range(at, found.tokens.stop))
    return Place()


def place_before(tokens: Tokens, first: int, index: int) -> Place:
    """The place a sentence opens with: "In Syria, 14,000 …"."""
    if tokens.word(first) in ("In", "Across", "At", "Around"):
        return _name(tokens, first + 1, index)
    return Place()


def _name(tokens: Tokens, first: int, last: int) -> Place:
    """The run of capitalised words there, behind an article or "western"; empty if none begins."""
    start = first
    while tokens.word(start).lower() in _words("before_name"):
        start += 1
    end = start
    while end < min(start + 4, last) and _is_name(tokens.word(end)):
        end += 1
    qualified = first if tokens.word(first).lower() != "the" else first + 1
    words = [tokens.word(at) for at in range(qualified, end)]
    return Place(" ".join(words), range(first, end)) if end > start else Place()


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in _words("time_names")


def clause(tokens: Tokens, place: range, sentence: Sentence) -> tuple[int, int]:
    """The half-open token range of the clause round a figure, at most a dozen words each way."""
    first, last = place.start, place.stop
    while first > max(sentence.first, place.start - 12) and not _ends(tokens, first - 1):
        first -= 1
    while last < min(sentence.last, place.start + 12) and not _ends(tokens, last):
        last += 1
    return first, last


def _ends(tokens: Tokens, at: int) -> bool:
    return tokens.word(at) in _ENDS_CLAUSE


def states(tokens: Tokens, first: int, last: int) -> frozenset[str]:
    """The states a sentence speaks of: "then", "plan", "update", "denied", "part"."""
    return frozenset(_found(tokens, first, last))


def _found(tokens: Tokens, first: int, last: int) -> Iterator[str]:
    known = _states()
    for raw in tokens.raw[first:last]:
        state = known.get(raw.rstrip(" ").lower())
        # Within a sentence "The Night Before" is a name and "Second" a part of one.
        if state and (raw.islower() or raw is tokens.raw[first]):
            yield state


def names_of(raw: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a sentence, and those of them that stand behind a preposition: "in Quenby"."""
    found = [NAMES[token] for token in raw]
    # A sentence begins with a capital whether with a name or not; two make a name.
    if found and not any(found[1:2]):
        found[0] = ""
    settings, behind = set(), False
    prepositions = _words("settings")
    for token, name in zip(raw, found, strict=True):
        if name and behind:
            settings.add(name)
        elif not name:
            word = token.strip().lower()
            behind = word in prepositions or (behind and word in _words("before_name"))
    return frozenset(found) - {""}, frozenset(settings)
