"""Parts that a sentence names as such: "14 of them women", "32 of the 36", lists behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from itertools import pairwise
from operator import add

from factcheck.claims.lemmas import lemma
from factcheck.claims.meanings import noun_class
from factcheck.claims.places import holds
from factcheck.claims.same import near_pairs
from factcheck.claims.vetoes import (
    names_apart,
    one_sentence,
    other_attribute,
    other_state,
    other_subset,
    other_time,
)  # fmt: skip
from factcheck.model import Claim, Document, Span
from factcheck.ranges import Range
from factcheck.tuples import NamedTuple

_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those)\b")
_OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her|these|those)\s+(?:\w+\s+)?")
_INCLUDING = re.compile(r"\s(?:including|among them)\s+(?:\w+\s+)?$")
_PEOPLE = ("person", "victim", "dead")
# "4,812 signatures, of which 3,930 were valid"; farther off it may be of something else.
_OF_WHICH = re.compile(r"(?:\s[\w'’-]+){1,3},?\s+of\s+(which|whom)\s+(?:only\s+)?")
# What a list behind a colon or a dash begins with; commas and "and" part its items.
_LISTED = re.compile(r"\s*(?::|—|–|\s-|-)\s*")
_ITEM = re.compile(r"\s*(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|and\s+)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|one|another)\s+\.?\w", re.IGNORECASE)


# The words that a count for a place and one for what holds it have in common at least, and what
# share of the fewer: beyond the places both tell of one event.
_SHARED, _SHARE = 3, 0.8
_VETOES = (one_sentence, other_attribute, other_time, other_state, other_subset)
_ANOTHER = frozenset(("a", "an", "another", "other", "one", "elsewhere"))


class Part(NamedTuple):
    """A figure that the story names as a part of another, `by_place` where it is for a place
    that lies in the other's.
    """

    part: Claim
    whole: Claim
    by_place: bool = False


class Listing(NamedTuple):
    """A count, and the items that the sentence lists as all there are of it."""

    total: Claim
    items: tuple[Span, ...]
    sum: Range


@lru_cache(maxsize=1)
def find_parts(document: Document) -> tuple[Part, ...]:
    """Each figure with the one it is a part of by the story's own words, in reading order."""
    named = [
        part
        for before, after in pairwise(document.claims)
        if before.sentence == after.sentence and _both_counts(before, after)
        for part in _part(document, before, after)
    ]
    return tuple(sorted((*named, *_by_place(document)), key=lambda one: one.part.span))


def _by_place(document: Document) -> Iterator[Part]:
    """“The flood killed 12 people in Basra”, and 10 people in Iraq."""
    for first, second in near_pairs(document):
        if not _both_counts(first, second) or not (first.place and second.place):
            continue
        for part, whole in ((first, second), (second, first)):
            if holds(whole.place, part.place) and _but_for_place(document, first, second):
                yield Part(part, whole, by_place=True)


def _but_for_place(document: Document, first: Claim, second: Claim) -> bool:
    """Whether the two measure one thing in two places, the second telling of nothing new."""
    places = {*first.place.split(), *second.place.split()}
    left, right = first.names - second.names - places, second.names - first.names - places
    if any(veto(first, second) for veto in _VETOES) or first.source.name != second.source.name:
        return False
    if names_apart(left, right, first.settings, second.settings):
        return False
    tokens = document.tokens
    begin, end = document.sentences[second.sentence].first, tokens.at(second.span.end - 1)
    if not _ANOTHER.isdisjoint(tokens.word(at).lower() for at in range(begin, end)):
        return False
    mine, yours = (_told(one) for one in (first, second))
    shared = len(mine & yours)
    return shared >= _SHARED and shared >= _SHARE * min(len(mine), len(yours))


def _told(claim: Claim) -> frozenset[str]:
    """The words of the claim's sentence, its place left out."""
    return claim.words - {lemma(word.lower()) for word in claim.place.split()}


def _part(document: Document, before: Claim, after: Claim) -> Iterator[Part]:
    prose = document.prose
    between = prose[before.quantity.span.end : after.quantity.span.start]
    if _OF_THE.fullmatch(between):
        yield Part(before, after)
    elif _OF_THEM.match(prose, after.quantity.span.end) or (
        (_INCLUDING.search(between) or _of_which(between, before)) and _of_one_kind(before, after)
    ):
        yield Part(after, before)


def _of_which(between: str, whole: Claim) -> bool:
    """Whether the words say that of those come so many; "20 families, of whom 45" are people."""
    found = _OF_WHICH.fullmatch(between)
    return found is not None and (found[1] == "which" or noun_class(whole.subject) in _PEOPLE)


def _both_counts(first: Claim, second: Claim) -> bool:
    return first.quantity.kind == second.quantity.kind == "count" and not first.quantity.unit


def _of_one_kind(whole: Claim, part: Claim) -> bool:
    """Families may include more children than they are families."""
    kind = noun_class(whole.subject)
    return kind in _PEOPLE or kind == noun_class(part.subject) != ""


@lru_cache(maxsize=1)
def find_listings(document: Document) -> tuple[Listing, ...]:
    """Every count whose items the sentence lists one by one, in reading order."""
    return tuple(
        listing
        for claim in document.claims
        if _is_small_count(claim) and (listing := _listing(document, claim))
    )


def _is_small_count(claim: Claim) -> bool:
    low, high = claim.quantity.range.low, claim.quantity.range.high
    if claim.noun is None or low is None or high is None or not 2 <= low <= high <= 20:
        return False
    return claim.quantity.range.is_point and not claim.quantity.approximate


def _listing(document: Document, total: Claim) -> Listing | None:
    start = total.noun.end if total.noun else total.quantity.span.end
    opens = _LISTED.match(document.prose, start)
    if opens is None:
        return None
    end = document.sentences[total.sentence].span.end
    items = list(_items(document, opens.end(), end))
    if len(items) < 2 or None in items:
        return None
    known = [item for item in items if item is not None]
    return Listing(
        total, tuple(span for span, _ in known), reduce(add, (count for _, count in known))
    )


def _items(document: Document, start: int, end: int) -> Iterator[tuple[Span, Range] | None]:
    """Each item with its count; None for one that does not begin with a count."""
    text = document.prose[start:end].rstrip(".!? \n")
    at = start
    for words in _ITEM.split(text):
        found = document.prose.index(words, at)
        at = found + len(words)
        yield _item(document, Span(found, at))


def _item(document: Document, span: Span) -> tuple[Span, Range] | None:
    for quantity in document.quantities:
        if quantity.span.start == span.start:
            counted = quantity.kind == "count" and quantity.range.is_point and quantity.unit is None
            return (span, quantity.range) if counted and quantity.span.end < span.end else None
    one = _ARTICLE.match(document.prose, span.start, span.end)
    return (span, Range.point(1)) if one else None
