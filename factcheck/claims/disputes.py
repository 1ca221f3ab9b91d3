"""Figures that a story reports as disputed or unverified, and where it states them itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import PREDICATES, noun_class
from factcheck.claims.told_by import with_words
from factcheck.claims.vetoes import (
    one_sentence,
    other_attribute,
    other_names,
    other_place,
    other_subset,
    other_time,
    some,
)  # fmt: skip
from factcheck.model import Claim, Document, Span
from factcheck.quantities.rounding import agree

_KINDS = frozenset(("count", "money", "percent", "measure"))
# A smaller count stands in many a sentence.
_TELLING = 100
_MOST = 40
# "That as many as 300": so many tokens may stand before a figure that is denied.
_OPENING = 4
Key = tuple[str, str | None, str]


class Disputed(NamedTuple):
    """A figure that somebody gives and that is disputed: the wording that says so, and whether
    the claim itself stands in the mouth of who denies it.
    """

    claim: Claim
    wording: Span
    by_denier: bool


class DisputedPair(NamedTuple):
    """A disputed figure and the author's own, whether they are of one thing, and why or why not."""

    disputed: Disputed
    stated: Claim
    same: bool
    reason: str


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("disputes")[name].split())


@cache
def _wording() -> re.Pattern[str]:
    """“Questioned the figure”, “could not be independently verified”."""
    table = word_list("disputes")
    figure = "|".join(table["figure"].split())
    disputing = rf"{table['disputing']}\s+(?:\w+\s+){{1,3}}?(?:{figure})"
    return re.compile(rf"\b(?:{disputing}|{'|'.join(table['unverified'])})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def disputed_pairs(document: Document) -> tuple[DisputedPair, ...]:
    """Each disputed figure with the author's own of the same unit and noun, in reading order."""
    return tuple(_pairs(document))


def _pairs(document: Document) -> Iterator[DisputedPair]:
    found = list(find_disputed(document))
    if not found:
        return
    alike: dict[Key, list[Claim]] = {}
    for claim in document.claims:
        for key in _keys(claim):
            alike.setdefault(key, []).append(claim)
    denied = {one.claim.quantity.span for one in found if one.by_denier}
    for one in found:
        equal = [with_words(document, claim) for claim in _equal(one.claim, alike)]
        spoken = [claim for claim in (*equal, one.claim) if claim.quantity.span not in denied]
        tellers = {claim.source.name for claim in spoken if claim.source.kind != "author"}
        for claim in equal:
            if claim.source.kind == "author" and not claim.quoted:
                reason = f"{some(frozenset(tellers))} give it" if len(tellers) > 1 else ""
                reason = reason or _veto(document, one, claim)
                shared = some(_shared(one.claim, claim)) or "the same figure"
                yield DisputedPair(one, claim, not reason, reason or f"both speak of {shared}")


def _equal(disputed: Claim, alike: dict[Key, list[Claim]]) -> list[Claim]:
    """The claims of the same thing with the same figure, the disputed one left out."""
    rivals = {claim.quantity.span: claim for key in _keys(disputed) for claim in alike[key][:_MOST]}
    rivals.pop(disputed.quantity.span, None)
    return [claim for claim in rivals.values() if agree(claim.quantity, disputed.quantity)]


def _keys(claim: Claim) -> Iterator[Key]:
    """Its kind, its unit and what it counts; people who died are deaths too."""
    quantity = claim.quantity
    if quantity.kind not in _KINDS or (quantity.kind == "count" and not claim.subject):
        return
    noun = noun_class(claim.subject) if quantity.kind == "count" else ""
    yield quantity.kind, quantity.unit, noun
    said = PREDICATES[claim.subject] or (claim.predicate if noun == "person" else "")
    if noun and said:
        yield quantity.kind, quantity.unit, f"@{said}"


def _veto(document: Document, one: Disputed, claim: Claim) -> str:
    disputed = one.claim
    paragraphs = {document.sentences[side.sentence].paragraph for side in (disputed, claim)}
    # "300 people died, the rebels said. The 300 …": the reader sees whose figure it is.
    if len(paragraphs) == 1:
        return "one paragraph gives both"
    vetoes = (one_sentence, other_attribute, other_place, other_names, other_time, other_subset)
    if reason := next(filter(None, (veto(disputed, claim) for veto in vetoes)), ""):
        return reason
    if claim.states - {"all"}:
        return f"the author speaks of {min(claim.states)}"
    if hedge := _words("hedges").intersection(_words_of(document, claim.sentence)):
        return f"the author says “{min(hedge)}”"
    if _spoken(document, claim):
        return "somebody speaks in the author’s sentence"
    many = claim.quantity.kind == "count" and (claim.quantity.range.low or 0) >= _TELLING
    if many or _shared(disputed, claim):
        return ""
    return "their sentences have too little in common"


def _spoken(document: Document, claim: Claim) -> bool:
    """Whether the claim's sentence attributes anything, so that its figure may be no fact."""
    return any(one.sentence == claim.sentence for one in document.statements)


def _shared(first: Claim, second: Claim) -> frozenset[str]:
    both = first.words & second.words
    return both - {noun_class(first.subject), noun_class(second.subject), ""}


def find_disputed(document: Document) -> Iterator[Disputed]:
    """Every figure that the story reports as disputed, denied or unverified."""
    amounts: dict[int, list[Claim]] = {}
    wordings = sorted((*_denials(document), *_doubts(document)))
    for claim in document.claims if wordings else ():
        if claim.quantity.kind in _KINDS:
            amounts.setdefault(claim.sentence, []).append(claim)
    for wording, denies in wordings:
        index = document.sentence_at(wording.start)
        words = set(_words_of(document, index))
        few = amounts.get(index, [])
        by_denier = denies and bool(few) and few[0].quantity.span.start >= wording.end
        if not few and words & _words("back"):
            few = amounts.get(index - 1, [])
        if len(few) == 1 and words.isdisjoint(_words("settled")):
            claim = with_words(document, few[0])
            if claim.source.kind != "author":
                yield Disputed(claim, wording, by_denier)


def _denials(document: Document) -> Iterator[tuple[Span, bool]]:
    """`The ministry denied that 300 people had died`, `the union disputes the figure`."""
    tokens = document.tokens
    for one in document.statements:
        if one.stance == "denied" and one.span.start < one.content.start:
            first = tokens.at(one.content.start)
            opening = {tokens.word(at).lower() for at in range(first, first + 4)}
            # "He denied that the club had lost $3 million" is of the club.
            that = tokens.word(first - 1) == "that" and _begins_with_figure(document, first)
            if that or opening & _words("denied_figure"):
                yield Span(one.span.start, one.content.start), True


def _begins_with_figure(document: Document, first: int) -> bool:
    start = document.tokens.starts[first]
    at = bisect_left(document.quantities, start, key=lambda one: one.span.start)
    near = document.quantities[at : at + 1]
    return bool(near) and document.tokens.at(near[0].span.start) - first < _OPENING


def _doubts(document: Document) -> Iterator[tuple[Span, bool]]:
    """`Which could not be verified`, `questioned the figure`."""
    prose, seen = document.prose, set()
    for sign in word_list("disputes")["signs"]:
        at = prose.find(sign)
        while at >= 0:
            seen.add(document.sentence_at(at))
            at = prose.find(sign, at + 1)
    for index in seen - {-1}:
        span = document.sentences[index].span
        for match in _wording().finditer(prose, span.start, span.end):
            before = prose[max(span.start, match.start() - 12) : match.start()].lower().split()
            if _words("not_disputed").isdisjoint(before[-2:]):
                yield Span(*match.span()), False


def _words_of(document: Document, sentence: int) -> Iterator[str]:
    span = document.sentences[sentence].span
    return (word.lower() for word in document.tokens.words(span.start, span.end))
