"""Do two claims measure the same thing, and why, or why not?

Published contradictions are, three times in four, near-copies of each other with one figure
changed. So two claims measure the same thing when they have the same kind of unit, the same
counted noun and most of their content words in common, and when none of the vetoes holds that
make differing figures honest. Each veto is a small function from two claims to its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import weak_predicates
from factcheck.model import Claim, Document
from factcheck.quantities.rounding import agree

# How many content words two sentences share at least, and what share of the shorter's.
_ENOUGH = ((3, 0.6), (2, 0.75))


class Verdict(NamedTuple):
    """Whether two claims measure the same thing, and what decided."""

    same: bool
    reason: str


Veto = Callable[[Claim, Claim], str]


def same_thing(first: Claim, second: Claim) -> Verdict:
    """Whether two claims measure the same thing; the reason is a clause for an editor."""
    if not comparable(first, second):
        return Verdict(False, "they count different things")
    for veto in VETOES:
        reason = veto(first, second)
        if reason:
            return Verdict(False, reason)
    shared = first.words & second.words
    fewest = min(len(first.words), len(second.words)) or 1
    if any(len(shared) >= words and len(shared) >= share * fewest for words, share in _ENOUGH):
        return Verdict(True, f"both speak of {_some(shared)}")
    return Verdict(False, "their sentences have too little in common")


def comparable(first: Claim, second: Claim) -> bool:
    """Whether the two have one kind of unit and one counted noun."""
    left, right = first.quantity, second.quantity
    if left.kind != right.kind or left.unit != right.unit:
        return False
    if first.subject and second.subject:
        return noun_class(first.subject) == noun_class(second.subject)
    return left.kind != "count"


@cache
def _classes() -> dict[str, str]:
    rows = (row.split() for row in word_list("synonyms")["groups"].strip().splitlines())
    return {word: row[0] for row in rows for word in row}


def noun_class(subject: str) -> str:
    """The lemma that stands for a noun and its synonyms."""
    return _classes().get(subject, subject)


def bucket(claim: Claim) -> tuple[str, str | None, str]:
    """Only claims of one bucket can be comparable."""
    kind = claim.quantity.kind
    return kind, claim.quantity.unit, noun_class(claim.subject) if kind == "count" else ""


def candidate_pairs(claims: tuple[Claim, ...], *, nearest: int = 40) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share a bucket, in reading order.

    A claim meets the `nearest` before it, so that the cost grows with the story and not with its
    square; a story that counts one noun more often is a table.
    """
    before: dict[tuple[str, str | None, str], list[Claim]] = {}
    for claim in claims:
        earlier = before.setdefault(bucket(claim), [])
        yield from ((other, claim) for other in earlier[-nearest:])
        earlier.append(claim)


class Pair(NamedTuple):
    """Two claims of one bucket, whether they measure the same thing, and whether they agree."""

    first: Claim
    second: Claim
    verdict: Verdict
    agree: bool


def reported_difference(document: Document, first: Claim, second: Claim) -> bool:
    """Whether the story says itself that the two figures differ."""
    words = frozenset(word_list("scopes")["difference"].split())
    spans = (document.sentences[claim.sentence].span for claim in (first, second))
    return any(
        word.lower() in words
        for span in spans
        for word in document.tokens.words(span.start, span.end)
    )


# Several rules ask for the same story's pairs, one after the other.
@lru_cache(maxsize=1)
def compared_pairs(document: Document) -> tuple[Pair, ...]:
    """All pairs of a story's claims that could be comparable, in reading order."""
    body = tuple(
        claim
        for claim in document.claims
        if document.sentences[claim.sentence].region in ("body", "quotation")
    )
    return tuple(
        Pair(first, second, same_thing(first, second), agree(first.quantity, second.quantity))
        for first, second in candidate_pairs(body)
    )


def one_sentence(first: Claim, second: Claim) -> str:
    """"12 in Mosul and 8 in Tikrit": a sentence that gives both knows that they differ."""
    return "one sentence gives both" if first.sentence == second.sentence else ""


def other_attribute(first: Claim, second: Claim) -> str:
    """Killed and injured are two counts."""
    for one, other in ((first, second), (second, first)):
        if one.predicate and one.predicate != other.predicate:
            if other.predicate or _lacks(other, one.predicate):
                return f"only one is about {one.predicate.replace('_', ' ')}"
    return ""


def _lacks(claim: Claim, predicate: str) -> bool:
    return predicate not in weak_predicates() and f"@{predicate}" not in claim.words


def other_place(first: Claim, second: Claim) -> str:
    """12 in Syria, 8 in Iraq."""
    if first.place and second.place and first.place.lower() != second.place.lower():
        return f"one is for {first.place}, the other for {second.place}"
    return ""


def other_names(first: Claim, second: Claim) -> str:
    """The landslide in Quenby, the landslide in Alder."""
    left, right = first.names - second.names, second.names - first.names
    return f"one is about {_some(left)}, the other about {_some(right)}" if left and right else ""


def _some(names: frozenset[str]) -> str:
    return ", ".join(sorted(name.lstrip("@") for name in names)[:3])


def other_time(first: Claim, second: Claim) -> str:
    """5 in March, 7 in April."""
    if first.time and second.time and first.time != second.time:
        return f"one is for {first.time}, the other for {second.time}"
    return ""


def other_state(first: Claim, second: Claim) -> str:
    """Then and now, done and planned, all and the rest, so and not so."""
    differing = first.states ^ second.states
    return f"only one speaks of {sorted(differing)[0]}" if differing else ""


def other_subset(first: Claim, second: Claim) -> str:
    """20 women and 30 men are no contradiction, nor are 5 American soldiers and 9 soldiers."""
    left, right = set(first.modifiers), set(second.modifiers)
    if first.subject != second.subject:
        left, right = left - right, right - left
    if left == right:
        return ""
    lonely = (left - second.words) | (right - first.words)
    return f"only one is about {' '.join(sorted(lonely))}" if lonely else ""


VETOES: tuple[Veto, ...] = (
    one_sentence, other_attribute, other_place, other_names, other_time, other_state, other_subset,
)  # fmt: skip
