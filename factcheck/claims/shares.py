"""A part, its whole and the share it is said to be; a fraction and the percentage beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.claims.granting import granted
from factcheck.claims.phrases import Phrase, find_phrases, neighbours, unit_of
from factcheck.claims.sentence_forms import matches
from factcheck.model import Claim, Document
from factcheck.ranges import Range
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """Figures of one unit for a part and its whole, and a percentage or fraction for the share."""

    part: Claim
    whole: Claim
    share: Claim

    @property
    def claims(self) -> tuple[Claim, Claim, Claim]:
        """The stated share, the part and the whole."""
        return self.share, self.part, self.whole

    @property
    def scale(self) -> int:
        """What a whole comes to in the share's own unit: 100 percent, or 1."""
        return 100 if self.share.quantity.kind == "percent" else 1


@dataclass(frozen=True, slots=True)
class Restated:
    """A fraction in words and the percentage that is given for it: "one in five, or 25 percent"."""

    fraction: Claim
    percent: Claim

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The percentage and the fraction."""
        return self.percent, self.fraction


@lru_cache(maxsize=1)
def find_shares(document: Document) -> tuple[Share, ...]:
    """Every part of a story that is given with its whole and its share, in reading order."""
    phrases = find_phrases(document)
    found = [share for phrase in phrases for share in _within(document, phrase)]
    for first, second in neighbours(phrases):
        found += _summed_up(document, first, second)
    return tuple(sorted(found, key=lambda one: one.share.quantity.span))


@lru_cache(maxsize=1)
def find_restated(document: Document) -> tuple[Restated, ...]:
    """Every fraction of a story that is given as a percentage too, in reading order."""
    return tuple(
        Restated(phrase.group(match, "fraction"), phrase.group(match, "percent"))
        for phrase in find_phrases(document)
        if "R" in phrase.text and "P" in phrase.text
        for match in matches(phrase, "restated")
    )


def share_of(document: Document, share: Share) -> Range:
    """What the part may come to as a share of the whole, in the unit of the stated share."""
    return granted(document, share.part) / granted(document, share.whole) * share.scale


def _within(document: Document, phrase: Phrase) -> Iterator[Share]:
    if len(phrase.claims) < 3 or not ("P" in phrase.text or "R" in phrase.text):
        return
    taken: set[Claim] = set()
    for match in matches(phrase, "shares"):
        share = Share(*(phrase.group(match, name) for name in ("part", "whole", "share")))
        if share.share not in taken and _fits(document, share):
            taken.add(share.share)
            yield share


def _summed_up(document: Document, first: Phrase, second: Phrase) -> Iterator[Share]:
    """As in "Of the 448 members 36 voted no. That is 8 percent"."""
    if len(first.claims) != 2 or len(second.claims) != 1 or not any(matches(second, "shared")):
        return
    counted = list(matches(first, "parts"))
    if len(counted) == 1:
        part, whole = (first.group(counted[0], name) for name in ("part", "whole"))
        share = Share(part, whole, second.claims[0])
        if _fits(document, share):
            yield share


def _fits(document: Document, share: Share) -> bool:
    """Whether part and whole are of one unit, and both above zero."""
    part, whole = share.part.quantity, share.whole.quantity
    alike = part.kind == whole.kind and unit_of(document, part) == unit_of(document, whole)
    # ", 36," looks like somebody's age.
    alike = alike or (part.kind == "age" and whole.kind == "count")
    return alike and min(granted(document, one).low or 0 for one in (share.part, share.whole)) > 0
