"""Do two claims measure the same thing, and why, or why not?

Published contradictions are, three times in four, near-copies of each other with one figure
changed. So two claims measure the same thing when they have the same kind of unit, the same
counted noun and most of their content words in common, and when no veto (see vetoes.py) holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import noun_class as noun_class
from factcheck.claims.nouns import bucket, comparable
from factcheck.claims.surroundings import STORY_VETOES, Surroundings
from factcheck.claims.swaps import exchanged, moved
from factcheck.claims.vetoes import VETOES, same_sentence, some, told_again
from factcheck.model import Claim, Document
from factcheck.quantities.rounding import agree
from factcheck.tuples import NamedTuple

_BODY = frozenset(("body", "quotation"))


class Verdict(NamedTuple):
    """Whether two claims measure the same thing, and what decided."""

    same: bool
    reason: str


def same_thing(first: Claim, second: Claim) -> Verdict:
    """Whether two claims measure the same thing; the reason is a clause for an editor."""
    if not comparable(first, second) and not _uncounted(first, second):
        return Verdict(same=False, reason="they count different things")
    for veto in VETOES:
        reason = veto(first, second)
        if reason:
            return Verdict(same=False, reason=reason)
    if same_sentence(first, second):
        return Verdict(same=True, reason=f"both speak of {some(first.words & second.words)}")
    return Verdict(same=False, reason="their sentences have too little in common")


def _uncounted(first: Claim, second: Claim) -> bool:
    """“There are now 230, by recent figures”: the whole sentence tells what is counted."""
    left, right = first.quantity, second.quantity
    bare = left.kind == right.kind == "count" and not (first.subject or second.subject)
    return bare and left.unit == right.unit and told_again(first, second)


def candidate_pairs(
    claims: tuple[Claim, ...], *, nearest: int = 40
) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share a bucket, in reading order.

    A claim meets the `nearest` before it, so that the cost grows with the story and not with its
    square; a story that counts one noun more often is a table.
    """
    before: dict[tuple[str, str | None, str], list[Claim]] = {}
    for claim in claims:
        earlier = before.setdefault(bucket(claim.quantity, claim.subject), [])
        for other in earlier[-nearest:]:
            yield other, claim
        earlier.append(claim)


class Pair(NamedTuple):
    """Two claims of one bucket, and whether they measure the same thing.

    `moved` is the figure of the first one's sentence that has the second one's number, where the
    two figures changed places.
    """

    first: Claim
    second: Claim
    verdict: Verdict
    moved: Claim | None = None

    @property
    def agree(self) -> bool:
        """Whether some number, fairly rounded, fits both."""
        return agree(self.first.quantity, self.second.quantity)


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
def same_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of a story's claims that measure the same thing, in reading order.

    They are those of `compared_pairs` that do; what parts all others is not asked for.
    """
    near = near_pairs(document)
    return tuple(pair for pair in _pairs(document, near) if pair.verdict.same) if near else ()


@lru_cache(maxsize=1)
def near_pairs(document: Document) -> tuple[tuple[Claim, Claim], ...]:
    """The pairs that could be comparable and have some words in common, in reading order."""
    pairs = candidate_pairs(_body(document))
    return tuple(pair for pair in pairs if _have_enough_in_common(*pair))


def _have_enough_in_common(first: Claim, second: Claim) -> bool:
    """What all pairs of one thing have, those whose figures changed places too."""
    if first.sentence == second.sentence:
        return False
    shared = len(first.words & second.words)
    return shared >= 2 and shared * 2 >= min(len(first.words), len(second.words))


@lru_cache(maxsize=1)
def compared_pairs(document: Document) -> tuple[Pair, ...]:
    """All pairs of a story's claims that could be comparable, in reading order."""
    return tuple(_pairs(document, candidate_pairs(_body(document))))


def _body(document: Document) -> tuple[Claim, ...]:
    sentences = document.sentences
    return tuple(claim for claim in document.claims if sentences[claim.sentence].region in _BODY)


def _pairs(document: Document, candidates: Iterable[tuple[Claim, Claim]]) -> Iterator[Pair]:
    story = Surroundings.of(document)
    for first, second in candidates:
        verdict = _verdict(story, first, second)
        moved_here = None
        if first.quantity.range != second.quantity.range:
            moved_here = moved(story, first, second) if verdict.same else None
            moved_here = moved_here or exchanged(story, first, second)
            if moved_here:
                verdict = Verdict(same=True, reason="two figures changed places")
        yield Pair(first, second, verdict, moved_here)


def _verdict(story: Surroundings, first: Claim, second: Claim) -> Verdict:
    """What the two claims say, then what the story says round them."""
    verdict = same_thing(first, second)
    if verdict.same and first.quantity.range != second.quantity.range:
        for veto in STORY_VETOES:
            reason = veto(story, first, second)
            if reason:
                return Verdict(same=False, reason=reason)
    return verdict
