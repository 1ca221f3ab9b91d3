"""Parts that a sentence names as such: "14 of them women", "32 of the 36", lists behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from itertools import pairwise
from operator import add

from factcheck.claims.meanings import noun_class
from factcheck.model import Claim, Document, Span
from factcheck.ranges import Range
from factcheck.tuples import NamedTuple

_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those)\b")
_OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her|these|those)\s+(?:\w+\s+)?")
_INCLUDING = re.compile(r"\s(?:including|among them)\s+(?:\w+\s+)?$")
# What a list behind a colon or a dash begins with; commas and "and" part its items.
_LISTED = re.compile(r"\s*(?::|—|–|\s-|-)\s*")
_ITEM = re.compile(r"\s*(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|and\s+)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|one|another)\s+\w", re.IGNORECASE)


class Part(NamedTuple):
    """A figure that the story names as a part of another."""

    part: Claim
    whole: Claim


class Listing(NamedTuple):
    """A count, and the items that the sentence lists as all there are of it."""

    total: Claim
    items: tuple[Span, ...]
    sum: Range


@lru_cache(maxsize=1)
def find_parts(document: Document) -> tuple[Part, ...]:
    """Each figure with the one it is a part of by the story's own words, in reading order."""
    return tuple(
        part
        for before, after in pairwise(document.claims)
        if before.sentence == after.sentence and _both_counts(before, after)
        for part in _part(document, before, after)
    )


def _part(document: Document, before: Claim, after: Claim) -> Iterator[Part]:
    prose = document.prose
    between = prose[before.quantity.span.end : after.quantity.span.start]
    if _OF_THE.fullmatch(between):
        yield Part(before, after)
    elif _OF_THEM.match(prose, after.quantity.span.end) or (
        _INCLUDING.search(between) and _of_one_kind(before, after)
    ):
        yield Part(after, before)


def _both_counts(first: Claim, second: Claim) -> bool:
    return first.quantity.kind == second.quantity.kind == "count" and not first.quantity.unit


def _of_one_kind(whole: Claim, part: Claim) -> bool:
    """Families may include more children than they are families."""
    kind = noun_class(whole.subject)
    return kind in ("person", "victim", "dead") or kind == noun_class(part.subject) != ""


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
