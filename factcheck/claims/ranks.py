"""Places among others that a story gives: "finished second", "the third largest port"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.claims.cues import ordinal_cues, placing_cues
from factcheck.claims.lemmas import LEMMAS, word_list
from factcheck.claims.scopes import states
from factcheck.claims.settings import setting_at
from factcheck.claims.vetoes import some
from factcheck.model import Document, Span
from factcheck.tokens import Tokens
from factcheck.tuples import NamedTuple
from factcheck.values import dataclass

# Of the shorter sentence's content words so many stand in the other as well.
_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Rank:
    """A place: its number, among what ("place", "largest"), and the sentence round it."""

    value: int
    among: str
    span: Span
    sentence: int
    words: frozenset[str]
    names: frozenset[str]
    settings: frozenset[str]
    states: frozenset[str]
    time: str


class _Draft(NamedTuple):
    """A place with its first and last token."""

    value: int
    among: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RankPair:
    """Two places among the same, whether they are of one thing, and why or why not."""

    first: Rank
    second: Rank
    same: bool
    reason: str


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("ranks")[name].split())


@cache
def _ordinals() -> dict[str, int]:
    return {word: at for at, word in enumerate(word_list("ranks")["ordinals"].split(), 1)}


@lru_cache(maxsize=1)
def rank_pairs(document: Document) -> tuple[RankPair, ...]:
    """Each place with the ones before it among the same, in reading order."""
    return tuple(_pairs(document))


def _pairs(document: Document) -> Iterator[RankPair]:
    before: dict[str, list[Rank]] = {}
    for rank in _find_ranks(document):
        earlier = before.setdefault(rank.among, [])
        for other in earlier[-20:]:
            yield RankPair(other, rank, *_same(other, rank))
        earlier.append(rank)


def _same(first: Rank, second: Rank) -> tuple[bool, str]:
    if first.sentence == second.sentence:
        return False, "one sentence gives both"
    if first.time != second.time:
        return False, "the sentences give other dates"
    if first.states ^ second.states:
        return False, f"only one speaks of {min(first.states ^ second.states)}"
    left, right = first.names - second.names, second.names - first.names
    if (left - first.settings and right - second.settings) or (
        left & first.settings and right & second.settings
    ):
        return False, f"one is about {some(left)}, the other about {some(right)}"
    shared = len(first.words & second.words)
    if shared < 3 or shared < _SHARE * min(len(first.words), len(second.words)):
        return False, "their sentences have too little in common"
    return True, f"both speak of {some(first.words & second.words)}"


def _find_ranks(document: Document) -> Iterator[Rank]:
    """The places of which there is another among the same."""
    drafts = list(_drafts(document)) if placing_cues().stand_in(document) else []
    if len(drafts) > 1:
        among = Counter([draft.among for draft in drafts])
        yield from (_rank(document, draft) for draft in drafts if among[draft.among] > 1)


def _drafts(document: Document) -> Iterator[_Draft]:
    tokens = document.tokens
    for at in ordinal_cues().places(document):
        if not placing_cues().meet(tokens.raw[max(0, at - 5) : at + 3]):
            continue
        value, first = _value(tokens, at)
        among = _among(tokens, first, at) if value else ""
        if among:
            yield _Draft(value, among, first, at)


def _rank(document: Document, draft: _Draft) -> Rank:
    tokens, (value, among, first, last) = document.tokens, draft
    setting = setting_at(document, tokens.starts[first])
    names, settings = setting.names
    return Rank(
        value, among, Span(tokens.starts[first], tokens.end(last)), setting.index,
        setting.words - set(_ordinals()), names, settings,
        states(tokens, range(first, last + 1), setting.sentence) - {"part"}, setting.time,
    )  # fmt: skip


def _value(tokens: Tokens, at: int) -> tuple[int, int]:
    """The number and its first token; 0 where it is no ordinal."""
    word = tokens.word(at)
    if word in _ordinals():
        return _ordinals()[word], at
    digits = tokens.word(at - 1)
    if digits.isdecimal() and tokens.touches_next(at - 1) and len(digits) < 6:
        return int(digits), at - 1
    return 0, at


def _among(tokens: Tokens, first: int, last: int) -> str:
    """Among what it is a place: "place" of a table, "largest", "most subscribed"."""
    behind = tokens.word(last + 1)
    if behind == "-":
        last, behind = last + 1, tokens.word(last + 2)
    if behind in _words("superlatives"):
        return f"{behind} {LEMMAS[tokens.word(last + 2)]}"
    if behind == "most":
        return f"most {LEMMAS[tokens.word(last + 2)]}"
    for at in range(first - 1, max(first - 5, -1), -1):
        word = tokens.word(at)
        if word in _words("placing"):
            ends = not LEMMAS[behind] or behind in _words("place")
            return "place" if ends else ""
        if word not in _words("between"):
            break
    return ""
