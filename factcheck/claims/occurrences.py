"""Where the words for none and for all stand in a story, found in one pass."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import compress

from factcheck.claims.lemmas import word_list
from factcheck.model import Document


@cache
def _signs() -> frozenset[str]:
    none, all_ = word_list("denials"), word_list("opposites")
    words = " ".join((none["no"], none["any"], all_["all"], all_["everyone"])).split()
    return frozenset(f"{form} " for word in words for form in (word, word.capitalize()))


@lru_cache(maxsize=1)
def sign_places(document: Document) -> dict[str, list[int]]:
    """The tokens of each word that says "none" or "all", in lower case and in reading order."""
    signs, raw = _signs(), document.tokens.raw
    found: dict[str, list[int]] = {}
    for at in compress(range(len(raw)), map(signs.__contains__, raw)):
        found.setdefault(raw[at].rstrip(" ").lower(), []).append(at)
    return found


def places_of(document: Document, words: frozenset[str]) -> list[int]:
    """The tokens that are one of these words, in reading order."""
    places = sign_places(document)
    return sorted(at for word in words & places.keys() for at in places[word])
