"""How figures hang together: a whole and its parts. Found here once, checked by rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import add

from factcheck.claims.meanings import noun_class
from factcheck.claims.nouns import comparable
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
    return tuple(
        Whole(total, parts, complete=_announces(document, total, parts))
        for parts in _placed_parts(document.claims)
        for total in document.claims
        if _is_total(document, total, parts)
    )


def _placed_parts(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, ...]]:
    """Runs of figures in one sentence for one noun, each with a place of its own."""
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
        claim.sentence == run[0].sentence
        and claim.quantity.unit == run[0].quantity.unit
        and noun_class(claim.subject) == noun_class(run[0].subject)
        and claim.predicate in ("", run[0].predicate)
        and bool(claim.place)
        and not any(_meet(part.place, claim.place) for part in run)
    )


def _meet(first: str, second: str) -> bool:
    """Whether two places are one or one lies in the other: to add them up counts some twice."""
    return bool(same_place(first, second) or holds(first, second) or holds(second, first))


def _is_total(document: Document, total: Claim, parts: tuple[Claim, ...]) -> bool:
    first = parts[0]
    if total in parts or not comparable(total, first):
        return False
    if other_attribute(total, first):
        return False
    here, there = (document.sentences[claim.sentence].paragraph for claim in (total, first))
    elsewhere = set(total.modifiers) != set(first.modifiers) or not _is_around(total, parts)
    return not elsewhere and abs(here - there) <= _PARAGRAPHS


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
