"""Words without which a rule has nothing to say of a story, and where in it they stand.

A story is gone through once for the cues of all rules, so that most rules are done with most
stories before they have read a word of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, lru_cache

from factcheck.claims.lemmas import word_list
from factcheck.model import Document

_ALL: set[str] = set()


class Cues:
    """Words one of which a story must have, each as given or with a capital.

    A word is one token: "over-18s" is three. Make them where a module begins: those that are made
    later cost the story in hand another pass.
    """

    __slots__ = ("_tokens",)

    def __init__(self, *words: str) -> None:
        forms = [form for word in words for form in (word, word[:1].upper() + word[1:])]
        self._tokens = frozenset((*forms, *(f"{form} " for form in forms)))
        _ALL.update(self._tokens)

    def stand_in(self, document: Document) -> bool:
        """Whether the story has one of them."""
        return not self._tokens.isdisjoint(_found(document, len(_ALL)))

    def meet(self, tokens: Iterable[str]) -> bool:
        """Whether one of them is among these tokens, taken with the blanks behind them."""
        return not self._tokens.isdisjoint(tokens)

    def places(self, document: Document) -> list[int]:
        """The tokens of the story that are one of them, in reading order."""
        found = self._tokens & _found(document, len(_ALL))
        return sorted(at for token in found for at in _places(document.tokens.raw, token))


# The count of all cues is a part of the key: those made since are to be found as well.
@lru_cache(maxsize=1)
def _found(document: Document, _count: int) -> frozenset[str]:
    return frozenset(_ALL.intersection(document.tokens.raw))


def _places(raw: list[str], token: str) -> Iterator[int]:
    at = -1
    with suppress(ValueError):
        while True:
            at = raw.index(token, at + 1)
            yield at


@cache
def none_cues() -> Cues:
    """Words that say "none"."""
    words = word_list("denials")
    return Cues(*words["no"].split(), *words["any"].split())


@cache
def all_cues() -> Cues:
    """Words that say "all"."""
    words = word_list("opposites")
    return Cues(*words["all"].split(), *words["everyone"].split())


@cache
def ordinal_cues() -> Cues:
    """Words at which an ordinal may stand: "third", and the "rd" of "3rd"."""
    words = word_list("ranks")
    return Cues(*words["ordinals"].split(), *words["endings"].split())


@cache
def placing_cues() -> Cues:
    """Words with one of which every place among others is given: "finished", "largest"."""
    words = word_list("ranks")
    return Cues("most", *words["placing"].split(), *words["superlatives"].split())
