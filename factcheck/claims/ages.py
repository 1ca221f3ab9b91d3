"""How old a story says somebody is: "Ada Orme, 42,", "the 42-year-old potter Ada Orme"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import NAMES
from factcheck.claims.scopes import clause
from factcheck.model import Claim, Document, Span
from factcheck.quantities.rounding import agree
from factcheck.tokens import Tokens
from factcheck.tuples import NamedTuple

_OLDEST = 120
_ENDS_AGE = frozenset((",", ".", ";", ")", "and", "—", "–", ":"))


class Aged(NamedTuple):
    """Somebody with an age: the words of the name, the claim that holds the age, all to mark."""

    name: tuple[str, ...]
    claim: Claim
    span: Span


class AgePair(NamedTuple):
    """Two ages of one person, and whether they agree."""

    first: Aged
    second: Aged
    agree: bool


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("ages")[name].split())


@lru_cache(maxsize=1)
def age_pairs(document: Document) -> tuple[AgePair, ...]:
    """Each age with the first one that the story gives the same person, in reading order."""
    return tuple(_pairs(document, list(_find_ages(document))))


def _pairs(document: Document, ages: list[Aged]) -> Iterator[AgePair]:
    by_surname: dict[str, list[Aged]] = {}
    for aged in ages:
        earlier = by_surname.setdefault(aged.name[-1], [])
        first = next((other for other in earlier if _one_person(other.name, aged.name)), None)
        if first is None and len(aged.name) == 1 and len(earlier) == 1:
            first = _only_bearer(document, earlier[0], aged)
        if first:
            yield AgePair(first, aged, agree(first.claim.quantity, aged.claim.quantity))
        else:
            earlier.append(aged)


def _one_person(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """A surname on its own may be a brother's, so both must have more of the name in common."""
    return len(set(first) & set(second)) > 1 or (first == second and len(first) == 1)


def _only_bearer(document: Document, full: Aged, short: Aged) -> Aged | None:
    """Who a surname on its own stands for: who bears it, if nobody else of the name is there."""
    tokens, (surname,) = document.tokens, short.name
    sentence = document.sentences[short.claim.sentence]
    around = (tokens.word(at).lower() for at in range(sentence.first, sentence.last))
    if len(full.name) < 2 or not _words("family").isdisjoint(around):
        return None
    before = {
        tokens.word(at - 1)
        for at, token in enumerate(tokens.raw)
        if at and token.startswith(surname) and tokens.word(at) == surname
    }
    # "Mr Orme" may be her husband.
    others = (
        NAMES[word] or word.lower() in _words("titles") for word in before.difference(full.name)
    )
    return None if any(others) else full


def _find_ages(document: Document) -> Iterator[Aged]:
    tokens = document.tokens
    for claim in document.claims:
        quantity = claim.quantity
        high = quantity.range.high
        if quantity.kind not in ("age", "count") or high is None or high > _OLDEST:
            continue
        first = tokens.at(quantity.span.start)
        last = tokens.at(quantity.span.end - 1) + 1
        name = _untitled(tokens, _name(tokens, first, last, aged=quantity.kind == "age"))
        if name and not _of_other_days(document, claim, first, name.start):
            start = min(tokens.starts[name.start], quantity.span.start)
            end = max(tokens.end(name[-1]), quantity.span.end)
            yield Aged(tuple(map(tokens.word, name)), claim, Span(start, end))


def _name(tokens: Tokens, first: int, last: int, *, aged: bool) -> range:
    """The tokens of the name that the age belongs to; empty where it belongs to none."""
    before = tokens.word(first - 1)
    if before == "," and (aged or tokens.word(last) in _ENDS_AGE):
        return _name_before(tokens, first - 1)
    if aged and before in ("a", "an", "the") and tokens.word(first - 2) == ",":
        return _name_before(tokens, first - 2)
    if before == "of" and tokens.word(first - 2) in _words("persons"):
        return _described(tokens, first - 3)
    if aged and tokens.word(first - 1) in ("is", "was"):
        return _name_before(tokens, first - 1)
    return _name_behind(tokens, last) if aged else range(0)


def _described(tokens: Tokens, at: int) -> range:
    """“Captain Ada Orme is a woman of about 60”, "Captain Ada Orme, a woman of about 60"."""
    if tokens.word(at) in ("a", "an") and tokens.word(at - 1) in ("is", "was", ","):
        return _name_before(tokens, at - 1)
    return range(0)


def _name_before(tokens: Tokens, stop: int) -> range:
    start = stop
    while start > 0 and NAMES[tokens.word(start - 1)]:
        start -= 1
    return range(start, stop)


def _name_behind(tokens: Tokens, first: int) -> range:
    """“The 42-year-old potter Ada Orme”: at most three words stand between."""
    for start in range(first, min(first + 4, len(tokens))):
        stop = start
        while NAMES[tokens.word(stop)]:
            stop += 1
        if stop - start > 1:
            return range(start, stop)
        if not tokens.word(start).islower():
            break
    return range(0)


def _untitled(tokens: Tokens, name: range) -> range:
    while name and tokens.word(name.start).lower() in _words("titles"):
        name = name[1:]
    return name


def _of_other_days(document: Document, claim: Claim, first: int, name: int) -> bool:
    """Whether the age is one of another day: "then 24", "When Ada Orme, 12, …"."""
    tokens = document.tokens
    places = clause(tokens, range(first, first + 1), document.sentences[claim.sentence])
    around = (*places, *range(name - 3, name), *range(first - 2, first))
    return not _words("other_days").isdisjoint(tokens.word(at).lower() for at in around)
