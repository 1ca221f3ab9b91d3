"""What single words mean to the comparison of two sentences, each found once."""

from __future__ import annotations

from functools import cache

from factcheck.added import Tables, added, joined
from factcheck.claims.lemmas import LEMMAS, lemma, word_list

MOST = 500_000


class _Meanings(dict[str, str]):
    """The predicate of a token ("@dead"), else its lemma or a synonym's, "" where it has none."""

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        group = PREDICATES[token]
        found = self[token] = f"@{group}" if group else noun_class(LEMMAS[token])
        return found


class _Predicates(dict[str, str]):
    """The group of what a token says, "" where it says none of them."""

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        found = self[token] = predicate_of(token.strip())
        return found


class _Names(dict[str, str]):
    """The token as a name: a capitalised content word; "" for all others."""

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        word = token.strip()
        named = word[:1].isupper() and LEMMAS[word] and word.lower() not in _time_names()
        found = self[token] = word if named else ""
        return found


@cache
def _time_names() -> frozenset[str]:
    return frozenset(word_list("scopes")["time_names"].split())


MEANINGS = _Meanings()
NAMES = _Names()
PREDICATES = _Predicates()


@cache
def _predicates() -> dict[str, str]:
    return predicates_with(added())


def predicates_with(more: Tables) -> dict[str, str]:
    """The group of each word that says something, those of added tables among them."""
    table = joined(word_list("predicates")["groups"], more.get("predicates", {}))
    return {word: group for group, words in table.items() for word in words.split()}


def predicate_of(word: str) -> str:
    """The group of what is said, for a word as it stands; "" where it says none of them."""
    return _predicates().get(word.lower(), "")


@cache
def weak_predicates() -> frozenset[str]:
    """The predicates whose absence says nothing."""
    return frozenset(word_list("predicates")["weak"].split())


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    table = joined(word_list("synonyms"), added().get("synonyms", {}))
    for row in filter(None, map(str.split, table["groups"].splitlines())):
        lemmas = [lemma(word) for word in row]
        # A row that shares a noun with rows before it makes them one.
        known = [found[one] for one in lemmas if one in found]
        lemmas += [one for one in found if found[one] in known] if known else []
        found |= dict.fromkeys(lemmas, known[0] if known else lemmas[0])
    return found


def noun_class(subject: str) -> str:
    """The lemma that stands for a noun and its synonyms."""
    return _classes().get(subject, subject)
