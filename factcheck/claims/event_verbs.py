"""Which words tell of something that happens once, and of what kind."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lemmas import LEMMAS, word_list
from factcheck.claims.meanings import MOST

_ENDS = frozenset((";", ":", "—", "–", "(", ")", "\n"))
END, AUXILIARY = "|", "+"
NO_KINDS = frozenset(("", "(", END, AUXILIARY))


@cache
def known_kinds() -> dict[str, str]:
    """The kind of each verb that is known to happen once."""
    return {
        word: kind for kind, words in word_list("events")["once"].items() for word in words.split()
    }


@cache
def event_words(name: str) -> frozenset[str]:
    """A list of words of events.toml."""
    return frozenset(word_list("events")[name]["words"].split())


@cache
def kinds_by_place() -> frozenset[str]:
    """The kinds of event that happen once in each place."""
    return frozenset(word_list("events")["by_place"]["classes"].split())


class _Verbs(dict[str, str]):
    """The kind of event a token speaks of; an end of the search, an auxiliary, or "" for none."""

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        found = self[token] = _verb(token.strip())
        return found


EVENT_VERBS = _Verbs()


def _verb(raw: str) -> str:
    word = raw.lower()
    if raw in _ENDS:
        return "(" if raw == "(" else END
    if word in known_kinds():
        return known_kinds()[word]
    if not raw.islower():
        return ""
    if word in event_words("auxiliaries"):
        return AUXILIARY
    if word in event_words("recurring"):
        return END
    generic = len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
    return LEMMAS[raw] if generic else ""
