"""How figures hang together: a whole and its parts. Found here once, checked by rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache, reduce
from itertools import groupby
from operator import add, itemgetter

from factcheck.claims.meanings import noun_class
from factcheck.claims.nouns import bucket, comparable
from factcheck.claims.places import holds, same_place
from factcheck.claims.vetoes import other_attribute, other_state, other_time
from factcheck.model import Claim, Document
from factcheck.quantities.rounding import rounded
from factcheck.ranges import Range
from factcheck.values import dataclass

# A total stands near its parts; farther off the same noun usually counts something else.
_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure for a whole and the figures of its parts, each in a place of its own.

    `complete` says that the story gives the parts as all there are ("20 people died: 12 in
    Quenby and 8 in Alder"); otherwise they may only pass the whole, not fall short of it.
    """

    total: Claim
    parts: tuple[Claim, ...]
    complete: bool

    @property
    def sum(self) -> Range:
        """What the parts add up to."""
        return reduce(add, (part.quantity.range for part in self.parts))

    @property
    def rounded_sum(self) -> Range:
        """What the parts add up to when each may have been fairly rounded."""
        return reduce(add, (rounded(part.quantity) for part in self.parts))

    @property
    def one_voice(self) -> bool:
        """Whether whole and parts come from one source."""
        return all(part.source.name == self.total.source.name for part in self.parts)


@lru_cache(maxsize=1)
def find_wholes(document: Document) -> tuple[Whole, ...]:
    """Every whole of a story whose parts it gives by place, in reading order of the parts."""
    runs = list(_placed_parts(document.claims))
    near = _Nearby(document) if runs else None
    return tuple(
        Whole(total, parts, complete=_announces(document, total, parts))
        for parts in runs
        if near
        for total in near.of(parts[0])
        if _is_total(total, parts)
    )


class _Nearby:
    """The figures of each unit and noun with their paragraphs, to find those near one of them."""

    def __init__(self, document: Document) -> None:
        self.sentences = document.sentences
        self.alike: dict[object, list[tuple[int, Claim]]] = {}
        for claim in document.claims:
            alike = self.alike.setdefault(bucket(claim.quantity, claim.subject), [])
            alike.append((self.sentences[claim.sentence].paragraph, claim))

    def of(self, claim: Claim) -> Iterator[Claim]:
        """Those of its unit and noun that stand a few paragraphs off at most, in reading order."""
        alike = self.alike[bucket(claim.quantity, claim.subject)]
        here = self.sentences[claim.sentence].paragraph
        first = bisect_left(alike, here - _PARAGRAPHS, key=itemgetter(0))
        last = bisect_right(alike, here + _PARAGRAPHS, key=itemgetter(0))
        return (other for _, other in alike[first:last])


def _placed_parts(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, ...]]:
    """Runs of figures in one sentence for one noun, each with a place of its own."""
    for _, alike in groupby(claims, _of_one_noun):
        together = tuple(alike)
        # Most figures have none like them beside them, and nobody asks for the place of those.
        if len(together) > 1:
            yield from _runs(together)


def _of_one_noun(claim: Claim) -> tuple[int, str | None, str]:
    return claim.sentence, claim.quantity.unit, noun_class(claim.subject)


def _runs(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, ...]]:
    run: list[Claim] = []
    for claim in claims:
        if run and not _continues(run, claim):
            if len(run) > 1:
                yield tuple(run)
            run = []
        if claim.place and (claim.subject or claim.quantity.kind == "money"):
            run.append(claim)
    if len(run) > 1:
        yield tuple(run)


def _continues(run: list[Claim], claim: Claim) -> bool:
    return (
        claim.predicate in ("", run[0].predicate)
        and bool(claim.place)
        and not any(_meet(part.place, claim.place) for part in run)
    )


def _meet(first: str, second: str) -> bool:
    """Whether two places are one or one lies in the other: to add them up counts some twice."""
    return bool(same_place(first, second) or holds(first, second) or holds(second, first))


def _is_total(total: Claim, parts: tuple[Claim, ...]) -> bool:
    first = parts[0]
    if any(total is part for part in parts) or not comparable(total, first):
        return False
    if set(total.modifiers) != set(first.modifiers) or other_attribute(total, first):
        return False
    return _is_around(total, parts)


def _is_around(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the total is of no place of its own, or of one in which the parts' places lie.

    "30 people in Iraq" is then held to 21 in Baghdad and 12 in Basra, but only for one time and
    one event: a story has many figures for a country.
    """
    if not total.place:
        return True
    return all(holds(total.place, part.place) for part in parts) and not any(
        veto(total, part) for veto in (other_time, other_state) for part in parts
    )


def _announces(document: Document, total: Claim, parts: tuple[Claim, ...]) -> bool:
    """“20 people died: 12 in Quenby and 8 in Alder”: the parts are all there are."""
    if total.sentence != parts[0].sentence or total.quantity.span > parts[0].quantity.span:
        return False
    between = document.prose[total.quantity.span.end : parts[0].quantity.span.start]
    return ":" in between or "—" in between or " – " in between
