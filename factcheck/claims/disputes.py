"""Figures that a story reports as disputed or unverified, and where it states them itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

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
from factcheck.claims.voices import may_speak
from factcheck.model import Claim, Document, Span
from factcheck.tuples import NamedTuple

_KINDS = frozenset(("count", "money", "percent", "measure"))
# A story that gives one figure more often is a table.
_MOST = 40
# States that a doubt brings along.
_DOUBT = frozenset(("denied", "all", "limit", "part"))
# "That as many as 300": so many tokens may stand before a figure that is denied.
_OPENING = 4


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
    equal = _equal_figures(document) if _may_doubt(document) else []
    found = list(_disputed(document, [one for few in equal for one in few])) if equal else []
    denied = {one.claim.quantity.span for one in found if one.by_denier}
    rivals = {claim.quantity.span: few for few in equal for claim in few}
    for one in found:
        yield from _held(document, one, rivals[one.claim.quantity.span][:_MOST], denied)


def _may_doubt(document: Document) -> bool:
    """Whether the story may deny or doubt anything; only then need it be known who speaks."""
    prose = document.prose.lower()
    return may_speak(document, "denial") or any(stem in prose for stem in _words("stems"))


def _held(
    document: Document, one: Disputed, equal: list[Claim], denied: set[Span]
) -> Iterator[DisputedPair]:
    """A disputed figure against each of the author's, unless a second source gives it too."""
    near = [with_words(document, claim) for claim in equal if _alike(claim, one.claim)]
    spoken = [claim for claim in near if claim.quantity.span not in denied]
    tellers = frozenset(claim.source.name for claim in spoken if claim.source.kind != "author")
    for claim in near:
        if claim.source.kind == "author" and not claim.quoted:
            reason = f"{some(tellers)} give it" if len(tellers) > 1 else ""
            reason = reason or _veto(document, one, claim)
            shared = some(_shared(one.claim, claim)) or "the same figure"
            yield DisputedPair(one, claim, not reason, reason or f"both speak of {shared}")


def _equal_figures(document: Document) -> list[list[Claim]]:
    """The figures that are given both by the author and by somebody else.

    Few stories have any, so only these are read more closely.
    """
    told = [claim for claim in document.claims if claim.source.kind != "author"]
    spoken = {(claim.quantity.unit, claim.quantity.range.low) for claim in told}
    found: dict[tuple[str | None, object], list[Claim]] = {}
    both: dict[tuple[str | None, object], bool] = {}
    for claim in document.claims if spoken else ():
        quantity = claim.quantity
        key = quantity.unit, quantity.range.low
        if key in spoken and quantity.kind in _KINDS:
            few = found.setdefault(key, [])
            few.append(claim)
            if few[0].source is not claim.source:
                both[key] = True
    return [found[key] for key in both if {"author"} < {one.source.kind for one in found[key]}]


def _alike(first: Claim, second: Claim) -> bool:
    if first.quantity.kind != second.quantity.kind or first.quantity.range != second.quantity.range:
        return False
    return first.quantity.kind != "count" or not _nouns(first).isdisjoint(_nouns(second))


def _nouns(claim: Claim) -> set[str]:
    """What is counted; people who died are deaths too."""
    noun = noun_class(claim.subject)
    said = PREDICATES[claim.subject] or (claim.predicate if noun == "person" else "")
    return {noun, f"@{said}" if said else noun} - {""}


def _veto(document: Document, one: Disputed, claim: Claim) -> str:
    disputed = one.claim
    paragraphs = {document.sentences[side.sentence].paragraph for side in (disputed, claim)}
    # "300 people died, the rebels said. The 300 …": the reader sees whose figure it is.
    if len(paragraphs) == 1:
        return "one paragraph gives both"
    vetoes = (one_sentence, other_attribute, other_place, other_names, other_time, other_subset)
    if reason := next(filter(None, (veto(disputed, claim) for veto in vetoes)), ""):
        return reason
    if states := claim.states - {"all"}:
        return f"the author speaks of {min(states)}"
    if states := disputed.states - _DOUBT:
        return f"only one speaks of {min(states)}"
    if hedge := _words("hedges").intersection(_words_of(document, claim.sentence)):
        return f"the author says “{min(hedge)}”"
    if _spoken(document, claim):
        return "somebody speaks in the author’s sentence"
    if bool(claim.time) != bool(disputed.time) and any(map(str.isdigit, claim.time)):
        return f"only one is for {claim.time}"
    return "" if _shared(disputed, claim) else "their sentences have too little in common"


def _spoken(document: Document, claim: Claim) -> bool:
    """Whether the claim's sentence attributes anything, so that its figure may be no fact."""
    return claim.sentence in _with_statements(document)


@lru_cache(maxsize=1)
def _with_statements(document: Document) -> frozenset[int]:
    return frozenset(one.sentence for one in document.statements)


def _shared(first: Claim, second: Claim) -> frozenset[str]:
    both = first.words & second.words
    return both - {noun_class(first.subject), noun_class(second.subject), ""}


def _disputed(document: Document, claims: list[Claim]) -> Iterator[Disputed]:
    """Those of these figures that the story reports as disputed, denied or unverified."""
    amounts: dict[int, list[Claim]] = {}
    for claim in document.claims:
        if claim.quantity.kind in _KINDS:
            amounts.setdefault(claim.sentence, []).append(claim)
    attributed = {one.sentence: one for one in claims if one.source.kind != "author"}
    denials = dict(_denials(document))
    for index, claim in attributed.items():
        if len(amounts[index]) > 1:
            continue
        for beside in (index, index + 1):
            wordings = [*denials.get(beside, ()), *_doubts(document, beside)]
            words = frozenset(_words_of(document, beside)) if wordings else frozenset()
            own = beside == index or (beside not in amounts and words & _words("back"))
            if wordings and own and words.isdisjoint(_words("settled")):
                by_denier = beside == index and claim.quantity.span.start >= wordings[0].end
                yield Disputed(with_words(document, claim), wordings[0], by_denier)
                break


def _denials(document: Document) -> Iterator[tuple[int, list[Span]]]:
    """`The ministry denied that 300 people had died`, `the union disputes the figure`."""
    tokens = document.tokens
    for one in document.statements:
        if one.stance == "denied" and one.span.start < one.content.start:
            first = tokens.at(one.content.start)
            opening = {tokens.word(at).lower() for at in range(first, first + 4)}
            # "He denied that the club had lost $3 million" is of the club.
            that = tokens.word(first - 1) == "that" and _begins_with_figure(document, first)
            if that or opening & _words("denied_figure"):
                yield one.sentence, [Span(one.span.start, one.content.start)]


def _doubts(document: Document, index: int) -> Iterator[Span]:
    """`Which could not be verified`, `questioned the figure`."""
    if index >= len(document.sentences):
        return
    span = document.sentences[index].span
    for match in _wording().finditer(document.prose, span.start, span.end):
        before = document.prose[max(span.start, match.start() - 12) : match.start()].lower().split()
        if _words("not_disputed").isdisjoint(before[-2:]):
            yield Span(*match.span())


def _begins_with_figure(document: Document, first: int) -> bool:
    start = document.tokens.starts[first]
    at = bisect_left(document.quantities, start, key=lambda one: one.span.start)
    near = document.quantities[at : at + 1]
    return bool(near) and document.tokens.at(near[0].span.start) - first < _OPENING


def _words_of(document: Document, sentence: int) -> Iterator[str]:
    span = document.sentences[sentence].span
    return (word.lower() for word in document.tokens.words(span.start, span.end))
