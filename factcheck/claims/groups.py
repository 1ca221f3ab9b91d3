"""Conflicts of one thing brought together: three figures for it are one finding, not three."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import TypeVar

from factcheck.claims.same import Pair, same_pairs
from factcheck.model import Claim, Document, Source
from factcheck.tuples import NamedTuple

T = TypeVar("T", bound=Hashable)


def linked(pairs: Iterable[tuple[T, T]]) -> list[tuple[T, ...]]:
    """The members of each chain of pairs."""
    chains: dict[T, list[T]] = {}
    for first, second in pairs:
        left = chains.setdefault(first, [first])
        right = chains.setdefault(second, [second])
        if left is not right:
            # The shorter joins the longer, so that long chains cost little.
            short, long = sorted((left, right), key=len)
            long += short
            chains.update((member, long) for member in short)
    distinct = {id(chain): chain for chain in chains.values()}
    return [tuple(chain) for chain in distinct.values()]


# A story that gives so many figures for one thing is a table.
_TABLE = 8


class Conflict(NamedTuple):
    """The claims of one thing that cannot all hold, and whether one voice contradicts itself."""

    claims: tuple[Claim, ...]
    one_voice: bool

    @property
    def political(self) -> bool:
        """Whether a politician stands against an official body."""
        return {claim.source.authority for claim in self.claims} == {"political", "official"}

    @property
    def speaker(self) -> Source | None:
        """Who says all of them, where it is one whom the story names."""
        source = self.claims[0].source
        return (
            source if source.named and len({one.source.name for one in self.claims}) == 1 else None
        )


@lru_cache(maxsize=1)
def find_conflicts(document: Document) -> tuple[Conflict, ...]:
    """Every thing for which a story has figures that disagree, in reading order."""
    pairs = [pair for pair in same_pairs(document) if pair.moved is None and not pair.agree]
    if not pairs:
        return ()
    own = {claim for pair in pairs if _one_voice(pair) for claim in (pair.first, pair.second)}
    return tuple(
        Conflict(tuple(sorted(chain, key=lambda claim: claim.span)), not own.isdisjoint(chain))
        for chain in linked((pair.first, pair.second) for pair in pairs)
        if len(chain) < _TABLE
    )


def _one_voice(pair: Pair) -> bool:
    return pair.first.source.name == pair.second.source.name
