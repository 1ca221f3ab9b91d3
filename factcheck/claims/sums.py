"""Figures that a sentence adds up or takes from each other, with the result it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import add
from typing import Literal

from factcheck.claims.changes import find_changes
from factcheck.claims.granting import granted
from factcheck.claims.meanings import noun_class
from factcheck.claims.phrases import Phrase, find_phrases, unit_of
from factcheck.model import Claim, Document
from factcheck.ranges import Range


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms and what they are said to come to.

    `form` is "total" (all terms added), "difference" (the first less the second, whichever is
    larger) or "remainder" (the first less all others).
    """

    form: Literal["total", "difference", "remainder"]
    terms: tuple[Claim, ...]
    result: Claim


_GAP = "[^A-Z;:.]"
_X = "[CMUD]"
_IN_ALL = "(?:in all|in total|all told|altogether|combined|together)"
_MARGIN = "(?:margin|lead|majority|gap|difference)"
# "463,000 and 654,000 ballots, 1.16 million in all"
_TOTAL = rf"{_X}{_GAP}{{0,40}}? (?:and|plus) {_GAP}{{0,12}}?{_X}{_GAP}{{0,40}}?[,–—(-] ?(?:or |making |for |that is )?(?:[a-z]+ ){{0,3}}?(?P<result>{_X}){_GAP}{{0,25}}? {_IN_ALL}\b"
_TOTAL_OF = rf"{_X}{_GAP}{{0,40}}? (?:and|plus) {_GAP}{{0,12}}?{_X}{_GAP}{{0,40}}?[,–—(-] ?(?:or |making |for )?(?:in all|in total|altogether|a total of|for a total of|making a total of|bringing the total to|bringing it to) (?P<result>{_X})"
# "20 people died: 12 men and 8 women"
_LISTED = rf"(?P<result>{_X})[^A-Z;:.]{{0,45}}: (?P<terms>{_X}[^A-Z;:.]{{0,45}}?(?:, {_X}[^A-Z;:.]{{0,45}}?)*,? and {_X}[^A-Z;:.]{{0,45}})\.?\W*$"
_DIFFERENCES = (
    # "won by 5,000 votes, 23,000 to 19,000"
    rf"(?:by|{_MARGIN} of) (?P<result>{_X}){_GAP}{{0,20}}?[,(–—-] ?(?:with |of |by |polling )?(?P<one>{_X}){_GAP}{{0,15}}? (?:to|against|versus) (?P<other>{_X})",
    # "23,000 to 19,000, a margin of 5,000"
    rf"(?P<one>{_X}){_GAP}{{0,15}}? (?:to|against|versus) (?P<other>{_X}){_GAP}{{0,25}}?[,(–—-] ?(?:an? )?{_MARGIN} of (?P<result>{_X})",
)
_REMAINDERS = (
    # "Of the 90 boats, 60 sank and the other 40 …"
    rf"\bof (?:the |its |their |all )*(?P<whole>{_X})[^A-Z;:.,]{{0,40}}, (?P<parts>(?:{_GAP}{{0,50}}{_X})+?){_GAP}{{0,50}}?\b(?:the (?:other|remaining|rest,)|the last|leaving) (?P<result>{_X})",
    # "spent 60 of its 90, leaving 40"
    rf"(?P<parts>{_X}){_GAP}{{0,12}}? of (?:the |its |their |all )*(?P<whole>{_X}){_GAP}{{0,40}}?,? leaving (?P<result>{_X})",
)
_PARTIAL = re.compile(r"\b(?:including|among|of them|of whom|of which|mostly|at least one|as well)\b")


@cache
def _patterns(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, forms))


@lru_cache(maxsize=1)
def find_sums(document: Document) -> tuple[Sum, ...]:
    """Every sum, difference and remainder that a story gives with its terms, in reading order."""
    found = [
        one
        for phrase in find_phrases(document)
        if len(phrase.claims) > 1
        for one in _within(document, phrase)
        if _alike(document, one)
    ]
    found += _changed_by(document)
    return tuple(sorted(found, key=lambda one: one.result.quantity.span))


def _within(document: Document, phrase: Phrase) -> Iterator[Sum]:
    text = phrase.text
    if len(phrase.claims) > 2:
        if any(word in text for word in ("in all", "in total", "altogether", "all told", "total", "combined", "together")):
            yield from _totals(document, phrase)
        if ":" in text:
            yield from _lists(document, phrase)
        for pattern in _patterns(_DIFFERENCES):
            for match in pattern.finditer(text):
                terms = phrase.group(match, "one"), phrase.group(match, "other")
                yield Sum("difference", terms, phrase.group(match, "result"))
        for pattern in _patterns(_REMAINDERS):
            for match in pattern.finditer(text):
                terms = phrase.group(match, "whole"), *_claims_in(phrase, match.span("parts"))
                yield Sum("remainder", terms, phrase.group(match, "result"))


def _claims_in(phrase: Phrase, span: tuple[int, int]) -> tuple[Claim, ...]:
    pairs = zip(phrase.claims, phrase.places, strict=True)
    return tuple(claim for claim, place in pairs if span[0] <= place < span[1])


def _totals(document: Document, phrase: Phrase) -> Iterator[Sum]:
    """The figures before a total; of figures further back any number may be terms as well."""
    for pattern in _patterns((_TOTAL, _TOTAL_OF)):
        for match in pattern.finditer(phrase.text):
            result = phrase.group(match, "result")
            unit = unit_of(document, result.quantity)
            before = _claims_in(phrase, (0, match.start("result")))
            terms = tuple(one for one in before if unit_of(document, one.quantity) == unit)
            suits = [terms[at:] for at in range(len(terms) - 1) if _comes_to(document, terms[at:], result)]
            start = _claims_in(phrase, match.span())[:-1]
            yield Sum("total", suits[0] if suits else start, result)


def _comes_to(document: Document, terms: tuple[Claim, ...], result: Claim) -> bool:
    total = reduce(add, (granted(document, one) for one in terms))
    return bool(total & granted(document, result))


def _lists(document: Document, phrase: Phrase) -> Iterator[Sum]:
    for match in _patterns((_LISTED,))[0].finditer(phrase.text):
        terms, result = _claims_in(phrase, match.span("terms")), phrase.group(match, "result")
        if not _PARTIAL.search(match["terms"]) and _is_whole(document, result, terms):
            yield Sum("total", terms, result)


def _is_whole(document: Document, result: Claim, terms: tuple[Claim, ...]) -> bool:
    """Not so "16 pages: 237 lines and 26 lines", nor where a term alone is more than the whole."""
    nouns = {noun_class(term.subject) for term in terms}
    one_noun = nouns.pop() if len(nouns) == 1 else ""
    other = bool(one_noun and result.subject) and noun_class(result.subject) != one_noun
    whole = granted(document, result)
    return not other and not any(whole.certainly_less(granted(document, term)) for term in terms)


def _changed_by(document: Document) -> Iterator[Sum]:
    """"Rose by 40 from 300 to 340", and from 3 to 4 percent by one point."""
    for change in find_changes(document):
        if change.before is not None and change.by.quantity.unit != "percent":
            yield Sum("difference", (change.after, change.before), change.by)


def _alike(document: Document, one: Sum) -> bool:
    claims = (*one.terms, one.result)
    kinds = {(claim.quantity.kind, unit_of(document, claim.quantity)) for claim in claims}
    return len(kinds) == 1 and len(one.terms) > 1


def result_of(document: Document, one: Sum) -> Range:
    """What the terms may come to."""
    first, *others = (granted(document, term) for term in one.terms)
    if one.form == "total":
        return reduce(add, others, first)
    less = first - reduce(add, others)
    return less | -less if one.form == "difference" and -less == less else _positive(less, one)


def _positive(less: Range, one: Sum) -> Range:
    turned = one.form == "difference" and (less.high or 0) < 0
    return -less if turned else less
