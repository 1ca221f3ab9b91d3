"""Which of the words that some rule looks for a story has, found in one pass, and where they stand.

Most stories have few of them, and a rule whose words are not among these has nothing to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, lru_cache

from factcheck.claims.lemmas import word_list
from factcheck.model import Document


@cache
def none_signs() -> frozenset[str]:
    """The tokens that say "none"."""
    words = word_list("denials")
    return _before_noun(f"{words['no']} {words['any']}".split())


@cache
def all_signs() -> frozenset[str]:
    """The tokens that say "all"."""
    words = word_list("opposites")
    return _before_noun(f"{words['all']} {words['everyone']}".split())


@cache
def ordinal_signs() -> frozenset[str]:
    """The tokens at which an ordinal may stand: "third", and the "rd" of "3rd"."""
    words = word_list("ranks")
    return _within_sentence(f"{words['ordinals']} {words['endings']}".split())


@cache
def placing_signs() -> frozenset[str]:
    """The tokens with one of which every place among others is given: "finished", "largest"."""
    words = word_list("ranks")
    return _within_sentence(f"{words['placing']} {words['superlatives']} most".split())


def _before_noun(words: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{form} " for word in words for form in (word, word.capitalize()))


def _within_sentence(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, f"{word} "))


@cache
def _signs() -> frozenset[str]:
    return none_signs() | all_signs() | ordinal_signs() | placing_signs()


@lru_cache(maxsize=1)
def signs_of(document: Document) -> frozenset[str]:
    """The tokens of a story that are one of these signs."""
    return _signs().intersection(document.tokens.raw)


def places_of(document: Document, signs: frozenset[str]) -> list[int]:
    """The tokens that are one of these signs, in reading order."""
    raw = document.tokens.raw
    return sorted(at for sign in signs & signs_of(document) for at in _places(raw, sign))


def _places(raw: list[str], sign: str) -> Iterator[int]:
    at = -1
    with suppress(ValueError):
        while True:
            at = raw.index(sign, at + 1)
            yield at
