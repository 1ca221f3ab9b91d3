"""Figures that a sentence adds up or takes from each other, with the result it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import add
from typing import Literal

from factcheck.claims.changes import find_changes
from factcheck.claims.granting import granted
from factcheck.claims.meanings import noun_class
from factcheck.claims.parts import find_listings
from factcheck.claims.phrases import Phrase, find_phrases, unit_of
from factcheck.claims.relations import find_wholes
from factcheck.claims.sentence_forms import matches
from factcheck.model import Claim, Document, Span
from factcheck.quantities.rounding import rounded
from factcheck.ranges import Range
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms and what they are said to come to.

    `form` is "total" (all terms added), "difference" (the first less the second, whichever is
    larger) or "remainder" (the first less all others).
    """

    form: Literal["total", "difference", "remainder"]
    terms: tuple[Claim, ...]
    result: Claim


_PARTIAL = re.compile(
    r"\b(?:including|among|of them|of whom|of which|mostly|at least one|as well)\b"
)


@lru_cache(maxsize=1)
def find_sums(document: Document) -> tuple[Sum, ...]:
    """Every sum, difference and remainder that a story gives with its terms, in reading order."""
    found = [
        one
        for phrase in find_phrases(document)
        if len(phrase.claims) > 2
        for one in _within(document, phrase)
        if _alike(document, one)
    ]
    found += _changed_by(document)
    if not found:
        return ()
    told = _told_otherwise(document)
    return tuple(
        sorted(
            (one for one in found if one.result.quantity.span not in told),
            key=lambda one: one.result.quantity.span,
        )
    )


def _told_otherwise(document: Document) -> set[Span]:
    """Totals of places and of lists: they are held to their parts as such, and only once.

    Not so a total of which another relation does not know that the parts are all there are: "4,321
    in Alder and 2,123 in Quenby, 6,544 altogether".
    """
    wholes = {
        one.total.quantity.span
        for one in find_wholes(document)
        if one.complete or rounded(one.total.quantity).certainly_less(one.rounded_sum)
    }
    return wholes | {one.total.quantity.span for one in find_listings(document)}


def _within(document: Document, phrase: Phrase) -> Iterator[Sum]:
    yield from _totals(document, phrase)
    yield from _lists(document, phrase)
    for match in matches(phrase, "differences"):
        terms = phrase.group(match, "one"), phrase.group(match, "other")
        yield Sum("difference", terms, phrase.group(match, "result"))
    for match in matches(phrase, "remainders"):
        parts = _claims_in(phrase, match.span("parts"))
        whole = phrase.group(match, "whole")
        yield Sum("remainder", (whole, *parts), phrase.group(match, "result"))


def _claims_in(phrase: Phrase, span: tuple[int, int]) -> tuple[Claim, ...]:
    pairs = zip(phrase.claims, phrase.places, strict=True)
    return tuple(claim for claim, place in pairs if span[0] <= place < span[1])


def _totals(document: Document, phrase: Phrase) -> Iterator[Sum]:
    """The figures before a total; of figures further back any number may be terms as well."""
    for match in matches(phrase, "totals"):
        result = phrase.group(match, "result")
        unit = unit_of(document, result.quantity)
        before = _claims_in(phrase, (0, match.start("result")))
        terms = [one for one in before if unit_of(document, one.quantity) == unit]
        runs = (tuple(terms[at:]) for at in range(len(terms) - 1))
        fitting = [run for run in runs if _comes_to(document, run, result)]
        named = _claims_in(phrase, (match.start(), match.start("result")))
        yield Sum("total", fitting[0] if fitting else named, result)


def _comes_to(document: Document, terms: tuple[Claim, ...], result: Claim) -> bool:
    total = reduce(add, (granted(document, one) for one in terms))
    return bool(total & granted(document, result))


def _lists(document: Document, phrase: Phrase) -> Iterator[Sum]:
    for match in matches(phrase, "lists"):
        terms, result = _claims_in(phrase, match.span("terms")), phrase.group(match, "result")
        if not _PARTIAL.search(match["terms"]) and _is_whole(document, result, terms):
            yield Sum("total", terms, result)


def _is_whole(document: Document, result: Claim, terms: tuple[Claim, ...]) -> bool:
    """Not so "16 pages: 237 lines and 26 lines", nor where a term alone is more than the whole."""
    nouns, noun = {noun_class(term.subject) for term in terms}, noun_class(result.subject)
    # "90 members: 50 women and 12 honorary members" are no parts either.
    other = bool(noun and "" not in nouns) and (len(nouns) == 1) != (noun in nouns)
    whole = granted(document, result)
    return not other and not any(whole.certainly_less(granted(document, term)) for term in terms)


def _changed_by(document: Document) -> Iterator[Sum]:
    """As in "rose by 40 from 300 to 340", and from 3 to 4 percent by one point."""
    for change in find_changes(document):
        if change.before is not None and change.by.quantity.unit != "percent":
            yield Sum("difference", (change.after, change.before), change.by)


def _alike(document: Document, one: Sum) -> bool:
    if one.form == "total" and _bare(document, one):
        return True
    claims = (*one.terms, one.result)
    kinds = {(claim.quantity.kind, unit_of(document, claim.quantity)) for claim in claims}
    return len(kinds) == 1 and len(one.terms) > 1


def _bare(document: Document, one: Sum) -> bool:
    """Whether money is written once: "1.9 million euros a year: 1.2 million in wages and …".

    Not so where the scale is, too: "1.9 million euros: 1.2 in wages and 0.7 in fuel".
    """
    if one.result.quantity.kind != "money":
        return False
    if any(term.quantity.kind != "count" or term.quantity.unit for term in one.terms):
        return False
    whole, total = granted(document, one.result), result_of(document, one)
    return not (whole.certainly_less(total / 2) or (total * 2).certainly_less(whole))


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
