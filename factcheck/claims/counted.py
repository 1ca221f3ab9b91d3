"""Counts of which something is said that has a known opposite: "three of the crew are missing"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import zip_longest

from factcheck.claims.meanings import noun_class
from factcheck.claims.poles import Said, opposites, said_before, said_behind, telling
from factcheck.claims.settings import Setting
from factcheck.claims.told_by import with_words
from factcheck.model import Claim, Document, Span
from factcheck.ranges import Range
from factcheck.tuples import NamedTuple
from factcheck.values import replace

# So many tokens behind a figure may hold what is said of it.
_NEAR = 15
_MEMBERS = frozenset(("member",))


class Counted(NamedTuple):
    """A count and what is said of it; `part` where it is of a whole, `total` that whole's size."""

    claim: Claim
    noun: str
    said: Said
    span: Span
    part: bool
    total: Range | None


def may_tell(document: Document) -> bool:
    """Whether anything with a known opposite stands near a count: so few stories go further."""
    tokens, words = document.tokens, telling()
    for claim in document.claims:
        if claim.subject and claim.quantity.kind == "count":
            at = bisect_right(tokens.starts, claim.quantity.span.start)
            if not words.isdisjoint(tokens.raw[max(0, at - 4) : at + _NEAR]):
                return True
    return False


def counted_of(document: Document, nouns: Collection[str]) -> Iterator[Counted]:
    """The counts of these nouns of which something is said, in reading order."""
    previous: Claim | None = None
    for claim, whole in zip_longest(document.claims, document.claims[1:]):
        if claim.quantity.kind == "count" and (claim.quantity.range.low or 0) > 0:
            total = whole if whole and _is_part(document, claim, whole) else None
            of_whole = previous is not None and _is_part(document, previous, claim)
            found = None if of_whole else _counted(document, claim, total, nouns)
            if found:
                yield found
        previous = claim


def _is_part(document: Document, claim: Claim, whole: Claim) -> bool:
    """Whether the two are “nine of the 12”."""
    if claim.subject and claim.noun != whole.noun:
        return False
    between = document.prose[claim.quantity.span.end : whole.quantity.span.start].split()
    return between[:1] == ["of"] and set(between[1:]) <= opposites("determiners")


def _counted(
    document: Document, claim: Claim, whole: Claim | None, nouns: Collection[str]
) -> Counted | None:
    source = whole or claim
    noun = _noun(source, nouns)
    if noun is None or source.noun is None:
        return None
    tokens = document.tokens
    first, last = tokens.at(claim.quantity.span.start), tokens.at(source.noun.end - 1) + 1
    words = {word.lower() for word in tokens.words(claim.quantity.span.end, source.noun.end)}
    ahead = tokens.word(first - 1).lower()
    if ahead in opposites("all") | opposites("exceptions") - opposites("only"):
        return None
    # "Not one of the 12": twelve are the whole.
    is_whole = ahead in opposites("determiners") and tokens.word(first - 2).lower() == "of"
    if is_whole or not words.isdisjoint(opposites("exceptions")):
        return None
    setting = Setting.of(document, claim)
    said = said_before(tokens, first) or said_behind(tokens, last, setting.sentence.last)
    if said is None:
        return None
    place = range(min(first, said.place.start), max(last, said.place.stop))
    span = Span(tokens.starts[place.start], tokens.end(place.stop - 1))
    # "Only nine" may be one figure.
    opening = {ahead, *claim.quantity.span.of(document.prose).lower().split()}
    part = "of" in words or not opening.isdisjoint(opposites("only"))
    with_noun = replace(claim, subject=source.subject, modifiers=source.modifiers, noun=source.noun)
    found = with_words(document, with_noun)
    return Counted(found, noun, said, span, part, whole.quantity.range if whole else None)


def _noun(claim: Claim, nouns: Collection[str]) -> str | None:
    """What is counted, if it is one of these; "crew members" are crew."""
    heads = [claim.subject]
    if claim.subject in _MEMBERS:
        heads += claim.modifiers[-1:]
    return next((one for one in map(noun_class, heads) if one and one in nouns), None)
