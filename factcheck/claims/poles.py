"""What is said of a counted noun where its opposite is known: survived or died, sold or unsold."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lemmas import word_list
from factcheck.tokens import Tokens
from factcheck.tuples import NamedTuple

# So many tokens may stand between a noun and what is said of it: "aboard the ferry have all".
_REACH = 8
_LONGEST = 3
Poles = frozenset[tuple[str, bool]]
_NONE: Poles = frozenset()


class Said(NamedTuple):
    """What is said: a set of poles, each a pair's name and a side, and the tokens it stands in."""

    poles: Poles
    place: range
    passing: bool = False

    def opposes(self, other: Said) -> bool:
        """Whether the two cannot be said of one thing."""
        return any((name, not side) in other.poles for name, side in self.poles)


@cache
def opposites(name: str) -> frozenset[str]:
    """A list of words of opposites.toml."""
    return frozenset(word_list("opposites")[name].split())


@cache
def _poles(*, objects: bool) -> dict[tuple[str, ...], Poles]:
    """The poles of each phrase; of those that may stand before what they are said of."""
    found: dict[tuple[str, ...], Poles] = {}
    for name, pair in word_list("opposites")["pairs"].items():
        allowed = frozenset(pair["object"].split())
        for side in ("one", "other"):
            stems = frozenset(pair[side].split())
            phrases = {word for word in allowed if _same_side(word, stems)} if objects else stems
            for phrase in phrases:
                words = tuple(phrase.split("|"))
                found[words] = found.get(words, _NONE) | {(name, side == "one")}
    return found


@cache
def telling() -> frozenset[str]:
    """Tokens with one of which every pole begins."""
    words = {words[0] for objects in (True, False) for words in _poles(objects=objects)}
    return frozenset(form for word in words for form in (word, f"{word} "))


def _same_side(word: str, stems: frozenset[str]) -> bool:
    """“Killing” says what "killed" says."""
    return any(stem[:4] == word[:4] for stem in stems)


def said_behind(tokens: Tokens, first: int, last: int) -> Said | None:
    """What is said right behind a noun: "(passengers) aboard the ferry did not survive"."""
    scene = negated = past = False
    for at in range(first, min(first + _REACH, last)):
        word = tokens.word(at).lower()
        if found := _at(tokens, at):
            if past and found.passing:
                return None
            return _turned(found) if negated else found
        if word in opposites("negations"):
            negated = True
        elif word in opposites("before_scene"):
            scene = True
        elif word in opposites("auxiliary") or word in ("did", "didn", "'", "’"):
            scene, past = False, word in opposites("past")
        elif not (scene and word.isalpha()) or word in _ends():
            return None
    return None


@cache
def _ends() -> frozenset[str]:
    return opposites("exceptions") | opposites("clause") | opposites("modals")


def said_before(tokens: Tokens, last: int) -> Said | None:
    """What is said right before a figure or "all": "killed (three passengers)"."""
    while tokens.word(last - 1).lower() in ("least", "at"):
        last -= 1
    before = tokens.word(last - 1).lower()
    # "Were killed three miles away", "a man who was injured".
    if tokens.word(last - 2).lower() in opposites("auxiliary") - {"has", "have", "had", "also"}:
        return None
    poles = _poles(objects=True).get((before,))
    return Said(poles, range(last - 1, last)) if poles else None


def _at(tokens: Tokens, at: int) -> Said | None:
    words = tuple(tokens.word(one).lower() for one in range(at, at + _LONGEST))
    for length in range(_LONGEST, 0, -1):
        if poles := _poles(objects=False).get(words[:length]):
            passing = "|".join(words[:length]) in opposites("passing")
            return Said(poles, range(at, at + length), passing)
    return None


def _turned(said: Said) -> Said | None:
    """Who did not survive is dead; of who did not die we say nothing."""
    poles = frozenset((name, False) for name, side in said.poles if side)
    return Said(poles, said.place) if poles else None
